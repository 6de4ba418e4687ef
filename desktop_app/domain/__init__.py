"""What the ledger is: its records, their changes, and what is derived from them. Pure data, no input or output."""
