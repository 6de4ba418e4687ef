"""The director calls: a task that stands in no plan, taken down in half a minute."""
