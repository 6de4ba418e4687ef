"""Numbers and pictures of the ledger as plain data: from a snapshot, without store or screen."""
