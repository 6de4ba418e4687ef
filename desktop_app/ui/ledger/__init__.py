"""The 台账 page: the paper table that everyone knows, to read, filter and type in."""
