"""督办台账 (duban): one clerk's ledger of the year's tasks, from the work plan to the last returned form."""

__version__ = "0.1.0"
