"""What the clerk decides about one task's light: the check that ends it, and a light set by hand."""
