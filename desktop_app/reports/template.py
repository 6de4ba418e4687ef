"""Papers from a template: plain text that a clerk can edit, with {fields} that the ledger fills.

`# ` begins a line of the title, `> ` the addressees, `## ` a heading (numbered by itself), `//` a remark; every other
line is a paragraph. A paragraph all of whose fields are empty is left out, and so is a heading with nothing under it.
A field that is a list gives a paragraph for each of its items.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop_app.errors import Refused
from desktop_app.reports.paper import Paragraph, said
from desktop_app.reports.trace import NOTHING, Told, Words, added, fields_in, filled, joined
from desktop_app.texts import docx_page as styles
from desktop_app.texts import papers as texts
from desktop_app.texts import papers_templates as template_texts

Field = Told | Sequence[Words]
Fields = Mapping[str, Field]
REMARK, TITLE, TO, HEAD = "//", "# ", "> ", "## "


class Filled(NamedTuple):
    """A template with its fields filled in."""

    title: Words
    to: Words
    body: tuple[Paragraph, ...]


def fill_template(template: str, fields: Fields) -> Filled:
    """The template with these fields. Refused where it names one that there is not."""
    lines = _lines(template)
    _know(lines, fields)
    title = [next(_sentences(line[len(TITLE) :], fields), NOTHING) for line in lines if line.startswith(TITLE)]
    to = [next(_sentences(line[len(TO) :], fields), NOTHING) for line in lines if line.startswith(TO)]
    body = [line for line in lines if not line.startswith((TITLE, TO))]
    return Filled(joined("\n", title), added(*to), tuple(_body(body, fields)))


def check_template(template: str, fields: Collection[str]) -> None:
    """Refused where the template names a field that there is not, or has no title or no body."""
    lines = _lines(template)
    _know(lines, fields)
    if not any(line.startswith(TITLE) for line in lines) or not any(not line.startswith((TITLE, TO)) for line in lines):
        raise Refused(template_texts.EMPTY)


def _lines(template: str) -> list[str]:
    lines = [line.strip() for line in template.splitlines()]
    return [line for line in lines if line and not line.startswith(REMARK)]


def _know(lines: Sequence[str], fields: Collection[str]) -> None:
    unknown = [name for line in lines for name in fields_in(line) if name not in fields]
    if unknown:
        raise Refused(texts.UNKNOWN_FIELD.format(field=unknown[0], fields=texts.LIST.join(fields)))


def _body(lines: Sequence[str], fields: Fields) -> Iterator[Paragraph]:
    """The paragraphs; a heading waits until something comes under it."""
    count, waiting = 0, ""
    for line in lines:
        if line.startswith(HEAD):
            waiting = line[len(HEAD) :]
            continue
        for sentence in _sentences(line, fields):
            if waiting:
                count += 1
                yield said(styles.HEAD, texts.HEADING.format(number=numeral(count), words=waiting))
                waiting = ""
            yield said(styles.BODY, sentence)


def _sentences(line: str, fields: Fields) -> Iterator[Words]:
    """The paragraphs that a line gives: none, one, or one for each item of its list."""
    given = {name: fields[name] for name in fields_in(line)}
    if given and not any(map(_there, given.values())):
        return
    single: dict[str, Told] = {}
    several: dict[str, Sequence[Words]] = {}
    for name, field in given.items():
        if isinstance(field, Words | str):
            single[name] = field
        else:
            several[name] = field
    if not several:
        yield filled(line, single)
    for name, items in several.items():
        yield from (filled(line, {**dict.fromkeys(several, ""), **single, name: item}) for item in items)


def _there(field: Field) -> bool:
    return bool(field.text if isinstance(field, Words) else field)


def numeral(number: int) -> str:
    """A number below 100 as headings write it: 一, 十二."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else texts.NUMERALS[0] if tens == 1 else texts.NUMERALS[tens] + texts.NUMERALS[0]
    return ten + (texts.NUMERALS[ones] if ones else "")
