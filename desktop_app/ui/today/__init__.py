"""The first page: what is due, what is late, who is silent, and how far everything is."""
