"""Lines of a saved web page that are not the document: its labels above, its buttons and imprint below."""

import re

from desktop_app.documents.lines import is_title
from desktop_app.documents.marks import classified_mark

_LABEL = re.compile(
    r"[·•\-* ]*(?:索 *引 *号|信息索引号|主题分类|体裁分类|主题词?|体裁|发布机构|发文机构|发文机关|发布单位|信息来源|公开方式|公开范围|公开形式|成文日期|发布日期|发布时间|"
    r"发文日期|生成日期|生效日期|生效时间|废止日期|公开日期|公开时限|发文字号|文号|有 *效 *性|效力状态|信息分类|所属机构|内容概述|名称|标题|来源|作者|编辑|责任编辑|"
    r"浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|率|次数)?|访问量|字 *号|字体(?:大小)?|背景色|打印|分享(?:到|至)?|收藏|关闭|朗读|语音播报|当前(?:位置|的位置)|您(?:现在|当前)?(?:所在)?的位置|首页)"
    r" *(?:[：>\[（ ]|$)"
)
_BULLET = re.compile(r"[•·∙] *")
_TAIL = re.compile(
    r"(?:分享(?:文章)?(?:到|至)|分享：|版权所有|ICP备|[京沪津渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP|网站标识码|公网安备|扫一扫|打印本页|"
    r"（?打印）?（?关闭）?$|关闭(?:窗口|本页)|相关(?:链接|文章|稿件|阅读|新闻)$|上一篇|下一篇|网站地图|返回(?:顶部|首页)|友情链接|政府网站找错|无障碍|技术支持：|联系我们)"
)
_BODY = 40  # a line this long is text, not furniture
_FAR = 40  # labels stand among the first and the last lines only


def without_furniture(texts: list[str]) -> range:
    """The indexes of the lines that are the document; `texts` are folded."""
    first = _first(texts)
    return range(first, _last(texts, first))


def _first(texts: list[str]) -> int:
    """The line after the last label above the document and the value it introduces."""
    first = 0
    for index, text in enumerate(texts[:_FAR]):
        if len(text) > _BODY and not _BULLET.match(text) and not _LABEL.match(text):
            break
        if classified_mark(text):
            break
        if _LABEL.match(text) or _BULLET.match(text):
            first = index + 1
    # A label line may follow the title (字号, 来源): then the title goes with the document, the label does not end it.
    top = next((i for i in range(first) if _opens(texts[i])), first)
    return top if first and _opens(texts[top]) else first


def _opens(text: str) -> bool:
    """Whether a line in the label zone is the document's own first line: its notice or its title."""
    if _BULLET.match(text) or _LABEL.match(text):
        return False
    return is_title(text) or bool(re.search(r"关于.{2,80}的(?:通知|函|意见)$", text))


def _last(texts: list[str], first: int) -> int:
    """The first line of the imprint below the document."""
    last = len(texts)
    for index in range(max(first, len(texts) - _FAR), len(texts)):
        if len(texts[index]) <= 120 and _TAIL.search(texts[index]) and not _later_text(texts, index):
            last = index
            break
    while last > first and re.match(r"(?:主办|承办|地址|邮编|备案)(?:单位)? *：", texts[last - 1]) and last < len(texts):
        last -= 1
    return last


def _later_text(texts: list[str], index: int) -> bool:
    return any(len(text) > 120 for text in texts[index + 1 :])
