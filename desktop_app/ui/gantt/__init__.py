"""The 甘特 page: the ledger along the year."""
