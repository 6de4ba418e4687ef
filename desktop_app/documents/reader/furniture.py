"""Lines of a saved web page that are not the document: its labels above, its buttons and imprint below."""

import re

from desktop_app.documents.lines import is_title
from desktop_app.documents.marks import classified_mark
from desktop_app.documents.numbering import mark_at
from desktop_app.documents.page_labels import is_copy, is_file_name, is_menu, is_published, names_paper
from desktop_app.documents.title_lines import name_length

_LABEL = re.compile(
    r"[·•\-*]*(?:索引号|信息索引号|主题分类|体裁分类|主题词?|体裁|发布机构|发文机构|发文机关|发布单位|信息来源|"
    r"公开方式|公开范围|公开形式|成文日期|发布日期|发布时间|"
    r"发文日期|生成日期|生效日期|生效时间|废止日期|公开日期|公开时限|发文字号|文号|有效性|效力状态|信息分类|"
    r"所属机构|内容概述|名称|标题|来源|作者|编辑|责任编辑|"
    r"浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:数|率|次数)?|访问量|字号|字体(?:大小)?|背景色|打印|分享(?:到|至)?|"
    r"收藏|关闭|朗读|语音播报|当前(?:位置|的位置)|您(?:现在|当前)?(?:所在)?的位置|首页)"
    r"(?:[：>\[（]|$)"
)
_BULLET = re.compile(r"[•·∙] *")
_TAIL = re.compile(
    r"分享(?:文章)?(?:到|至)?(?: *：|$)|版权所有|[^，。]{0,40}ICP备|网站标识码|[^，。]{0,20}公网安备|"
    r"[【（ ]*(?:打印|关闭|收藏|顶部|返回)(?:本页|窗口|本文)?[】） ]*(?:[【（]|$)|"
    r"扫一扫|相关(?:链接|文章|稿件|阅读|新闻|解读)$|(?:上|下)一(?:篇|条)[：:]?|网站地图|返回(?:顶部|首页)|"
    r"友情链接|政府网站找错|网站无障碍|无障碍(?:浏览|阅读)$|"
    r"技术支持：|联系我们$|Copyright|©"
)
_EMPTY_LABEL = re.compile(
    r"(?:字号|字体|来源|作者|浏览次数|打印|分享(?:到|至)?|【?(?:大|中|小)】?(?: *【?(?:大|中|小)】?)*) *：?"
)
_IMPRINT = re.compile(r"(?:主办|承办|地址|邮编|备案|电话)(?:单位)? *：")
_YEARLY = re.compile(r"[^，。；：\d]{0,24}20\d\d年度?[^，。；：\d月日]{3,30}")
# What a site of shared documents says of its copy.
_COPY = re.compile(
    r"(?:[•·∙] *|\d{1,2}[.、] *){0,2}(?:(?:本|当前|该)文档(?:由|内容|来自|仅供).{0,100}|本站不保证.{0,100}|"
    r"网站客服.{0,30}|\d{1,3} ?页|[\d.]+ ?[KM]B|20\d\d-\d\d-\d\d (?:发布|上传)|下载后可任意编辑)"
)
_VALUE = re.compile("[一-鿿]{2,8}")  # of a label: 工作总结, not 2026年工作总结
_PARAGRAPH = 120
_BODY = 40  # a line this long is text, not furniture
_FAR = 40  # labels stand among the first and the last lines only


def without_furniture(texts: list[str]) -> list[int]:
    """The indexes of the lines that are the document; `texts` are folded."""
    first = _first(texts)
    last = _last(texts, first)
    above = next((index for index in range(first, last) if _is_item(texts, index)), last)
    return [
        index
        for index in range(first, last)
        if index - first > _FAR
        or not (
            _EMPTY_LABEL.fullmatch(texts[index].replace(" ", ""))
            or _COPY.fullmatch(texts[index])
            or (index < above and _is_of_the_page(texts, index))
        )
    ]


def _is_item(texts: list[str], index: int) -> bool:
    return _numbered(texts[index]) and not is_copy(texts[index], texts[index + 1 : index + 2])


def _is_of_the_page(texts: list[str], index: int) -> bool:
    """Whether a line above the first number tells of the page, not of the document: • 时间：2026-02-03."""
    text = texts[index]
    return is_published(text) or is_menu(text) or is_copy(text, texts[index + 1 : index + 2])


def _first(texts: list[str]) -> int:
    """The line after the last label above the document and the value it introduces."""
    first = 0
    for index, text in enumerate(texts[:_FAR]):
        if len(text) > _BODY and not _BULLET.match(text) and not _is_label(text):
            break
        if classified_mark(text) or _numbered(text):
            break
        if _is_label(text) or _BULLET.match(text):
            first = index + 1
    # The document's own first line may stand among the labels (标题, then 字号 and 来源 below it).
    opening = next((at for at in range(first) if _opens(texts[at]) and not _is_value(texts, at)), None)
    if opening is not None:
        return opening
    # A title in no usual word is known by its year; what stands above the last such line is the page's own.
    yearly = [index for index in range(first) if _YEARLY.fullmatch(texts[index]) and not _is_label(texts[index])]
    return yearly[-1] if yearly else first


def _opens(text: str) -> bool:
    """Whether a line in the label zone is the document's own first line: its notice or its title."""
    if _BULLET.match(text) or _is_label(text):
        return False
    return is_title(text[: name_length(text)]) or names_paper(text)


def _is_value(texts: list[str], index: int) -> bool:
    """Whether a short line says what the label alone on the line above it asks: 组配分类：⏎政府工作报告."""
    label = texts[index - 1].replace(" ", "") if index else ""
    asked = label.endswith("：") and _is_label(label) and not label.startswith(("标题", "名称"))
    return asked and bool(_VALUE.fullmatch(texts[index].replace(" ", "")))


def _last(texts: list[str], first: int) -> int:
    """The first line of the imprint below the document; nothing with a number or of a paragraph's length follows it."""
    for index in range(max(first, len(texts) - _FAR), len(texts)):
        below = texts[index:]
        if _TAIL.match(below[0]) and not any(len(text) > _PARAGRAPH or _numbered(text) for text in below):
            while index > first and _IMPRINT.match(texts[index - 1]):
                index -= 1
            return index
    return len(texts)


def _numbered(text: str) -> bool:
    """Whether a line carries a number of the document's own; a bullet may be the web page's."""
    mark = mark_at(text, 0, len(text), text)
    return mark is not None and mark.kind != "bullet"


def _is_label(text: str) -> bool:
    """Whether a line begins with a label of a web page (索 引 号：…), whatever blanks it is padded with."""
    return bool(_LABEL.match(text.replace(" ", ""))) or is_published(text) or is_menu(text) or is_file_name(text)
