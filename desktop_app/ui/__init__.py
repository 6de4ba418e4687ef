"""The window: pages that show a snapshot and propose changes; they never write."""
