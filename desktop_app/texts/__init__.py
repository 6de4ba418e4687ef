"""Every sentence that the clerk sees, one module a room."""
