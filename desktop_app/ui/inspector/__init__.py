"""The inspector: one task whole, from its source text to its last report."""
