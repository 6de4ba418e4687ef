"""The ledger on a day in June, and its first round of forms."""

from tests.exchange.returns import june_forms, june_ledger

__all__ = ["june_forms", "june_ledger"]
