"""Plans side by side: what differs, what is carried over, what a revised text changes."""
