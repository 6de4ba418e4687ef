"""The sentences are in the form that Qt wants."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

from desktop_app import texts


def strings() -> Iterator[tuple[str, str]]:
    """Every string constant of the package, with its place."""
    for module in pkgutil.iter_modules(texts.__path__):
        for name, value in vars(importlib.import_module(f"{texts.__name__}.{module.name}")).items():
            if name.isupper():
                held = (
                    value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else [value]
                )
                yield from ((f"{module.name}.{name}", text) for text in held if isinstance(text, str))


def test_a_file_filter_has_its_patterns_in_plain_brackets() -> None:
    filters = {place: text for place, text in strings() if "(*." in text or "（*." in text}
    assert len(filters) >= 4
    for place, text in filters.items():
        assert all(re.fullmatch(r"[^()]+ \(\*[^()]*\)", part) for part in text.split(";;")), place
