"""Search over everything (Ctrl+K)."""
