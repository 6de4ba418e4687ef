"""Same-length folding of text: what is matched is uniform, what is shown stays as written."""

import re
import unicodedata
from collections.abc import Mapping

# CJK radicals that NFKC leaves alone; a pasted PDF shows them in place of the ordinary character.
_SUPPLEMENT = dict(
    zip(
        "⺁⺄⺆⺇⺈⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺼⺽⺾⻀⻁⻂⻃"
        "⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乙冂几勹卜卩小小兀尣尢尢巳幺彑彐忄心扌攵旡月歺母民氵水灬爪爫丬牛犭王疋目示礻竹糸罒罒网网冈羊羊羊耂肀肉臼艹艹虎衤西"
        "西见角角讠贝足车辶辶辶邑钅长长长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟龟龟",
        strict=True,
    )
)


def _letter_table() -> dict[int, str | None]:
    """Radicals to ordinary characters, odd blanks to a blank, invisible characters to nothing."""
    table: dict[int, str | None] = {ord(radical): plain for radical, plain in _SUPPLEMENT.items()}
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[code] = plain
    table |= {9: "\u3000"}  # what a tab parts stays apart
    table |= dict.fromkeys((160, *range(8192, 8203), 8239, 8287), " ")
    table |= {0xE5E5: "\u3000"}  # the full-width blank of old GB 18030 files
    table |= dict.fromkeys((173, 8203, 8204, 8205, 8206, 8207, 8288, 65279))
    table |= {code: None for code in range(0x20) if code not in (0x09, 0x0A)}
    return table


LETTERS = _letter_table()
"""Translation of single characters that changes nothing a reader would see."""

_QUOTES = "《》「」『』‚„﹁﹂﹃﹄︽︾〝〞〟"


def _brackets() -> dict[int, str]:
    """Every bracket that Unicode has among its punctuation, to one kind; quotation marks stay what they are."""
    kinds = {"Ps": "（", "Pe": "）"}
    blocks = [
        (0x5B, 0x7E),
        *((code, code + 0x100) for code in (0x2000, 0x2300, 0x2700, 0x2900, 0x2E00, 0x3000, 0xFE00, 0xFF00)),
    ]
    codes = [code for first, last in blocks for code in range(first, last)]
    return {
        code: kinds[kind]
        for code in codes
        if chr(code) not in _QUOTES and (kind := unicodedata.category(chr(code))) in kinds
    }


_SHADOW = {
    **{0xFF01 + i: chr(0x21 + i) for i in range(94)},
    **{ord(half): full for half, full in zip(",;:()!?", "，；：（）！？", strict=True)},
    **{ord(full): full for full in "，；：（）！？"},
    **{ord(odd): "—" for odd in "–―─━﹣－"},
    **{ord(odd): "~" for odd in "～〜∼"},
    **_brackets(),
    **{ord(odd): "：" for odd in "∶﹕ː︰꞉"},
    **{ord(odd): "|" for odd in "│┃┆︱"},
    ord("\u3000"): " ",
    **{ord(odd): plain for odd, plain in zip("「」『』〇", "“”“”零", strict=True)},
    ord("﹪"): "%",
}


def _class_of(table: Mapping[int, str | None]) -> str:
    """A character class of what a table changes; a table to another kind of character is read many times faster so."""
    return "[" + "".join(re.escape(chr(code)) for code, plain in sorted(table.items()) if plain != chr(code)) + "]"


_ODD_LETTERS, _UNEVEN = re.compile(_class_of(LETTERS)), re.compile(_class_of(_SHADOW))
_PLAIN_STOP = re.compile(r"(?<=[一-鿿”%])(?<![一二三四五六七八九十甲乙丙丁])\.(?=[ \n]|$)")


def plain(text: str) -> str:
    """`text` with odd characters made ordinary and invisible ones left out, as LETTERS says."""
    return _ODD_LETTERS.sub(lambda found: LETTERS[ord(found[0])] or "", text)


def fold(text: str) -> str:
    """The shadow of `text` that every rule matches against: same length, full-width punctuation, half-width digits,
    one kind of bracket, and 。 for a point that ends a sentence of a web page."""
    shadow = _UNEVEN.sub(lambda found: _SHADOW[ord(found[0])], text)
    return _PLAIN_STOP.sub("。", shadow) if "." in shadow else shadow
