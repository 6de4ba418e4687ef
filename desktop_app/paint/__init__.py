"""Painters: a scene of plain data onto a QPainter, the same for screen, PDF and picture."""
