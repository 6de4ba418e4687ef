"""The font families that everything is set in, the first that is installed; the first window needs no more of fonts."""

import sys

from desktop_app.texts import fonts as texts

_WINDOWS = (*texts.SCREEN, "SimSun")
_OTHERS = ("Noto Sans CJK SC", "WenQuanYi Micro Hei")  # the text layers of both were checked
# The system's own first: asking for one that is not installed costs Qt a look through all there are.
FAMILIES = (*_WINDOWS, *_OTHERS) if sys.platform == "win32" else (*_OTHERS, *_WINDOWS)
