"""Backups, restore, check and hand-over as the clerk sees them."""
