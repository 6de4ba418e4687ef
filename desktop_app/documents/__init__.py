"""Reading work plans: a file becomes cleaned text, tasks, units, targets and deadlines, each with its span."""
