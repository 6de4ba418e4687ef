"""Damage to bytes and to lines of text, for the fuzz corpus; each way takes data and its luck and gives other data."""

import json
import random
from collections.abc import Callable, Mapping

Luck = random.Random
Way = Callable[[bytes, Luck], bytes]

ODD_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
ODD_WORDS = (
    *("", "0", "-1", "-0", "1e999", "NaN", "inf", "4294967295", "99999999999999999999", "true", "#REF!", "０", "٣"),
    *("XFD1048576", "A1:XFD1048576", "A0", "ZZZZ1", "2026-02-30", "0000-00-00", "9999-12-31", "2026-13-01T25:61:61"),
    *("=cmd|'/C calc'!A0", "@SUM(1)", "＝1+1", "\t=1", "../../outside.txt", "C:\\Windows\\win.ini", "CON", "nul.xlsx"),
    *("\u202egpj.exe", "\ufeff", "\u200b", "\x00", "\ud800", "\U0001f600", "<&>\"'", "%s{0}", "\u0301" * 50, "﷽"),
    *("9" * 5000, "一" * 3000, "亿" * 3000, "（" * 3000, "、" * 5000, "-" * 5000, "1." * 3000, "x" * 40_000),
)
_SIGNS = (
    "\0\t\r\n\v\f\x1c\x85\u2028\u200b\u202e\ufeff（）【】“”、，；：。·★①⑴一二三十百千万亿%％０１９0-—~/\\=+@\U0001f600"
)


def damaged(data: bytes, luck: Luck) -> bytes:
    """One to eight small injuries at random places."""
    for _ in range(luck.choice((1, 1, 2, 3, 8))):
        data = luck.choice(_INJURIES)(data, luck)
    return data


def _flip(data: bytes, luck: Luck) -> bytes:
    at = _place(data, luck)
    return data[:at] + bytes([(data[at : at + 1] or b"\0")[0] ^ (1 << luck.randrange(8))]) + data[at + 1 :]


def _write_over(data: bytes, luck: Luck) -> bytes:
    at, length = _place(data, luck), luck.choice((1, 4, 16, 200))
    return data[:at] + luck.randbytes(length) + data[at + length :]


def _odd_number(data: bytes, luck: Luck) -> bytes:
    size, order = luck.choice((1, 2, 4)), luck.choice(("little", "big"))
    value = (luck.choice(ODD_NUMBERS) & (256**size - 1)).to_bytes(size, order)  # type: ignore[arg-type]
    at = _place(data, luck)
    return data[:at] + value + data[at + size :]


def _cut_out(data: bytes, luck: Luck) -> bytes:
    at = _place(data, luck)
    return data[:at] + data[at + luck.choice((1, 2, 64, 2000)) :]


def _cut_off(data: bytes, luck: Luck) -> bytes:
    return data[: _place(data, luck)]


def _put_in(data: bytes, luck: Luck) -> bytes:
    at = _place(data, luck)
    return data[:at] + luck.randbytes(luck.choice((1, 3, 64))) + data[at:]


def _repeat(data: bytes, luck: Luck) -> bytes:
    at = _place(data, luck)
    return data[:at] + data[at : at + luck.choice((1, 30, 500))] * luck.choice((2, 50)) + data[at:]


def _move(data: bytes, luck: Luck) -> bytes:
    at, to, length = _place(data, luck), _place(data, luck), luck.choice((4, 100, 4096))
    return data[:to] + data[at : at + length] + data[to + length :]


def _place(data: bytes, luck: Luck) -> int:
    """Anywhere; the head, where a file tells what it is, as often as all the rest."""
    return luck.randrange(min(len(data), 600) + 1) if luck.random() < 0.3 else luck.randrange(len(data) + 1)


_INJURIES: tuple[Way, ...] = (_flip, _write_over, _odd_number, _cut_out, _cut_off, _put_in, _repeat, _move)


def text_damaged(data: bytes, luck: Luck) -> bytes:
    """Lines of text put in another order, lost, doubled, or with odd words and signs among them."""
    lines = data.decode("utf-8", "surrogatepass").splitlines()
    for _ in range(luck.choice((1, 2, 5))):
        lines = luck.choice(_REWORDINGS)(lines or [""], luck)
    encoding = luck.choice(("utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16"))
    return (
        luck.choice(("\n", "\n", "\r\n", "\r", ""))
        .join(lines)
        .encode(encoding, "surrogatepass" if "utf" in encoding else "replace")
    )


def _word(lines: list[str], luck: Luck) -> list[str]:
    at = luck.randrange(len(lines))
    place = luck.randrange(len(lines[at]) + 1)
    return [*lines[:at], lines[at][:place] + luck.choice(ODD_WORDS) + lines[at][place:], *lines[at + 1 :]]


def _signs(lines: list[str], luck: Luck) -> list[str]:
    at = luck.randrange(len(lines))
    return [*lines[:at], lines[at] + "".join(luck.choices(_SIGNS, k=luck.choice((1, 20, 400)))), *lines[at + 1 :]]


def _lose(lines: list[str], luck: Luck) -> list[str]:
    at = luck.randrange(len(lines))
    return lines[:at] + lines[at + luck.choice((1, 3)) :]


def _double(lines: list[str], luck: Luck) -> list[str]:
    at = luck.randrange(len(lines))
    return lines[:at] + lines[at : at + luck.choice((1, 4))] * luck.choice((2, 3, 300)) + lines[at:]


def _shuffle(lines: list[str], luck: Luck) -> list[str]:
    return luck.sample(lines, len(lines))


def _digits(lines: list[str], luck: Luck) -> list[str]:
    at = luck.randrange(len(lines))
    other = "".join(luck.choice("0123456789一十百") if sign.isdigit() else sign for sign in lines[at])
    return [*lines[:at], other, *lines[at + 1 :]]


def _join(lines: list[str], luck: Luck) -> list[str]:
    at = luck.randrange(len(lines))
    return [*lines[:at], "".join(lines[at : at + 8]), *lines[at + 8 :]]


_REWORDINGS = (_word, _word, _signs, _lose, _double, _shuffle, _digits, _join)


def lines_damaged(data: bytes, luck: Luck) -> bytes:
    """JSON lines with one value put in the place of another, or as `text_damaged`."""
    lines = data.decode("utf-8").splitlines()
    at = luck.randrange(len(lines))
    row = json.loads(lines[at])
    if luck.random() < 0.3:
        return text_damaged(data, luck)
    if luck.random() < 0.2:
        row = luck.choice(([], {}, None, [[]] * 2000, [row] * 2, row[:-1], [*row, 1], row[::-1]))
    else:
        row[luck.randrange(len(row))] = luck.choice((None, -1, 2**63, 1.5, True, [], {}, *ODD_WORDS))
    lines[at] = json.dumps(row, ensure_ascii=luck.random() < 0.5)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


PLAIN: Mapping[str, Way] = {"bytes": damaged, "text": text_damaged, "lines": lines_damaged}
