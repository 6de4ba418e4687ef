"""The use cases, one module a verb, without widgets: the window and the command line call the same ones."""
