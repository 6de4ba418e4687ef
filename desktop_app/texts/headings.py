"""How offices set a title behind its number."""

COUNTED = "零〇一二三四五六七八九十百"
BEHIND_WORD = "{no}、{title}"
BEHIND_FIGURE = "{no}. {title}"
BEHIND_NAME = "{no} {title}"
AT_ONCE = "{no}{title}"
