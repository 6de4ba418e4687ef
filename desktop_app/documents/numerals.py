"""Chinese and Arabic numerals as numbers, as far as plans use them."""

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000}
NUMERAL = "零〇○一二三四五六七八九十百"
"""The characters a Chinese ordinal is made of; for a character class."""
LONGEST = 15  # digits; what has more is no number that anyone means
MAGNITUDES = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "十万": 100_000, "百万": 1_000_000}
MAGNITUDES |= {"千万": 10_000_000, "亿": 100_000_000, "万亿": 1_000_000_000_000}


def chinese_number(text: str) -> int | None:
    """十二 → 12, 一百零三 → 103, 二零二五 → 2025; None for anything else."""
    if not text or len(text) > LONGEST:
        return None
    if all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in _SCALES:
            total += (digit or 1) * _SCALES[char]
            digit = 0
        else:
            return None
    return total + digit


def ordinal(text: str) -> int | None:
    """The number that a printed ordinal stands for: 12, 十二, ⑫, ⑿, ⒓ and ㈫ give 12."""
    if text.isdecimal():
        return int(text) if len(text) <= LONGEST else None
    text = text.translate(_FORMAL)
    if len(text) == 1:
        for first, last, base in _RUNS:
            if first <= text <= last:
                return ord(text) - ord(first) + base
        if text in _STEMS:
            return _STEMS.index(text) + 1
    return chinese_number(text)


_STEMS = "甲乙丙丁戊己庚辛壬癸"
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_RUNS = (
    ("①", "⑳", 1),
    ("㉑", "㉟", 21),
    ("㊱", "㊿", 36),
    ("❶", "❿", 1),
    ("⓫", "⓴", 11),
    ("⑴", "⒇", 1),
    ("⒈", "⒛", 1),
    ("㈠", "㈩", 1),
    ("Ⅰ", "Ⅻ", 1),
    ("A", "Z", 1),
)
