"""Importing an existing ledger: the mapping page, and what an exported one brings back."""
