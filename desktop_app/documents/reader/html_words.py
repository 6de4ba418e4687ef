"""What of a web page is not the document: by tag, by being hidden, by the names page makers give to furniture."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = frozenset(
    "script style noscript template nav footer aside button select option iframe svg object embed textarea input "
    "canvas video audio map area dialog menu head title meta link datalist progress meter label".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_NAMES = re.compile(
    r"(?:^|[-_ ])(?:bd)?(?:share|social|weixin|wechat|weibo|qr-?code|ewm|breadcrumbs?|crumbs?|position|location|"
    r"nav(?:bar|igation)?|menu|footer|foot|copyright|toolbar|tool-?box|sidebar|side|related?|xgxx|xglj|recommend|hot-?news|print|"
    r"font-?size|pager?|pagination|prev-?next|search|login|banner|ads?|comment|floatbar|fixed|accessib\w*|wza|"
    r"link-?box|friend-?links?)(?:$|[-_ \d])",
    re.IGNORECASE,
)
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "toolbar"})
_SMALL = 600  # characters; what is called "side" but holds this much is the document
_LIST_TAGS = frozenset({"ul", "ol", "dl", "div", "td", "table", "section"})
_LEAST_LINKS = 4
_LARGEST_MENU = 20_000


def is_dropped(element: "_Element") -> bool:
    """Whether a browser shows nothing of it, or only something to press."""
    return (
        element.tag in _DROPPED
        or "hidden" in element.attrib
        or bool(_HIDDEN.search(element.get("style") or ""))
        or (element.get("aria-hidden") == "true" and len(words_of(element, 40)) < 40)
    )


def is_furniture(element: "_Element") -> bool:
    """Whether it is a part of the page around the document: named or used as one, and small, or nothing but links."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if element.get("role") in _ROLES or (len(names) > 1 and _NAMES.search(names)):
        return element.tag != "body" and len(words_of(element, _SMALL)) < _SMALL and element.find(".//h1") is None
    return element.tag in _LIST_TAGS and _is_links(element)


def _is_links(element: "_Element") -> bool:
    """Whether four fifths of the words are links to press, as in a menu."""
    words = len(words_of(element, _LARGEST_MENU))
    if words == _LARGEST_MENU or element.find(".//a") is None:
        return False
    links = [link for link in element.iter("a") if link.get("href")]
    linked = sum(len(words_of(link, _LARGEST_MENU)) for link in links)
    return len(links) >= _LEAST_LINKS and linked * 5 >= words * 4


def words_of(element: "_Element", most: int) -> str:
    """The words of the element, without blanks, as far as `most` characters matter."""
    parts: list[str] = []
    length = 0
    for text in element.itertext():
        parts.append(re.sub(r"\s", "", text))
        length += len(parts[-1])
        if length >= most:
            break
    return "".join(parts)[:most]
