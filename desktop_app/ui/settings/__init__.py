"""The 设置 page: where the ledger lies, the rules that decide numbers, and how large the type is."""
