"""What a web page tells about itself: labels of publishing data, menus, names of files, a document site's own words."""

import re

from desktop_app.documents.lines import is_title

_LABELS = (
    "(?:发布|发表|公布|更新|归档|成文|印发|发文|发稿|生成|上传|录入|入库|施行|生效|失效|废止|公开)(?:日期|时间|时限)|"
    "(?:信息|文章|稿件|文件|内容)?来源|(?:责任)?编辑|作者|供稿|(?:浏览|阅读|点击|访问|评论)(?:人次|人数|次数|数|量|率)?|字号|字体(?:大小)?|"
    "(?:视力)?保护色|背景色|(?:信息)?索引号|主题(?:词|分类)|体裁(?:分类)?|(?:信息|组配|公文|法规|政策)(?:分类|种类|类型|类别)|"
    "公开(?:目录|方式|范围|形式)|(?:发布|发文|制定|颁布)(?:机构|机关|单位|部门)|(?:发文)?(?:文号|字号)|发文(?:标题|内容)|"
    "效力(?:等级|级别|状态)|有效性|时效性?|所属(?:行业|区域|栏目|机构)|页面功能|政策咨询(?:机关|单位|电话)"
)
_TITLE_LABELS = "(?:发文|文件|公文|法规|政策)?(?:标 *题|名 *称)"
_TIME = "(?:时间|日期)：20\\d\\d[-./年]"  # 时间 alone may be a meeting's; on a page a day stands behind it
_PUBLISHED = re.compile(f"[·•∙*-]*(?:（(?:{_LABELS})）|(?:{_LABELS})：|{_TIME}\\d\\d?[-./]\\d|发布：)")
_BULLET = re.compile("[·•∙*] *")
_ANY = re.compile(f"(?:{_LABELS}|日期|时间|电话|主题词)：")
_DAY_FIRST = re.compile(f"20\\d\\d[-./]\\d\\d?[-./]\\d\\d?(?:\\d\\d：\\d\\d)?(?:：\\d\\d)?(?:{_LABELS})：")
_MENU_WORD = (
    "(?:网站)?首页|无障碍(?:浏览|阅读|模式)?|长者(?:模式|助手|版)?|适老(?:化|版|模式)?|关怀(?:版|模式)|登录|注册|"
    "繁体(?:版|中文)?|设为首页|收藏本站"
)
_MENU = re.compile(f"(?=.*(?:^| )(?:{_MENU_WORD})(?: |$))\\S{{1,8}}(?: +[|]? *\\S{{1,8}})+")
_ROW = re.compile("(?=(?:.*?[一-鿿]{4}){2})[一-鿿]{2,6}(?: +[一-鿿]{2,6}){4,}")
_FILE_NAME = re.compile("(?!附)[^。；]{4,90}\\.(?:pdf|docx?|wps|rtf|txt)", re.IGNORECASE)
_SITE = re.compile("下载(?:本文|后继续|即用)|会员上传|文库 *-|小编")
_PIECE = re.compile("第[一二三四五六七八九十]{1,3}篇：(?P<name>.+)")
_NAMED = re.compile(
    f"^(?:{_TITLE_LABELS}) *：? *\\n?《?(?P<name>.*关于.{{2,80}}的(?:通知|函|通报|意见|批复))》?"
    f"(?:$| +(?:{_LABELS})：)",
    re.MULTILINE,
)
_TITLED = re.compile(
    rf"^(?:(?:{_TITLE_LABELS}) *： *\n?《?(?P<label>[^\n》]+)》?|(?P<file>[^\n]+)\.(?:pdf|docx?|wps|rtf|txt))$",
    re.MULTILINE | re.IGNORECASE,
)
_PAPER = re.compile("关于.{2,80}的(?:通知|函|意见)》?(?: *（[^（）]*（(?:19|20)\\d\\d） *第? *\\d{1,4} *号）)?$")


def is_published(text: str) -> bool:
    """Whether a folded line is publishing data from its first word on: 发布日期：… 来源：… 字号：."""
    tight = text.replace(" ", "")
    return bool(_PUBLISHED.match(tight) or _DAY_FIRST.match(tight))


def holds_label(text: str) -> bool:
    """Whether a folded line has a label of publishing data anywhere."""
    return bool(_ANY.search(text.replace(" ", "")))


def is_menu(text: str) -> bool:
    """Whether a folded line is a row of a page's buttons: 网站首页 无障碍浏览 长者模式."""
    return bool(_MENU.fullmatch(text.strip()) or _ROW.fullmatch(text.strip()))


def is_file_name(text: str) -> bool:
    """Whether a folded line is what a file is called."""
    return bool(_FILE_NAME.fullmatch(text.strip()))


def is_site(text: str) -> bool:
    """Whether a folded line is what a site of shared documents says of its copy, its day included."""
    return bool(_SITE.search(text))


def is_copy(text: str, below: list[str]) -> bool:
    """Whether a line is a document site's own: its words, or the number it gives to the paper named below it."""
    piece = _PIECE.fullmatch(text)
    return bool(piece and piece["name"].strip() in below) or (len(text) < 100 and is_site(text))


def names_paper(text: str) -> bool:
    """Whether a folded line is the name of a notice, its number in brackets behind it or not."""
    return bool(_PAPER.search(text))


def labelled_name(labels: str, source: str) -> str | None:
    """The name of the notice in a page's row of publishing data (标 题：…); `labels` are the folded `source`."""
    found = _NAMED.search(labels)
    return source[slice(*found.span("name"))] if found else None


def labelled_title(labels: str, source: str) -> str | None:
    """The title that only the page's 标题 or the name of the file tells; `labels` are the folded `source`."""
    for found in _TITLED.finditer(labels):
        name = "label" if found["label"] else "file"
        if is_title(found[name]):
            return source[slice(*found.span(name))].strip()
    return None
