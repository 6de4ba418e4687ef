"""A target split over units."""
