"""Tables beside those of tasks that list something else: enterprises, sites, projects by place, what is asked for."""

import re

from desktop_app.documents.folding import fold
from desktop_app.documents.reader.blocks import Table
from desktop_app.documents.table_grid import Grid
from desktop_app.documents.table_guess import CONTENT, WHO
from desktop_app.documents.table_header import Header

# what names a column of a list: no task is done by a place or by a sum
_LISTED = re.compile(
    "企业|公司|机构名称|平台|园区|总?投资|(?:建设|项目)?(?:地点|地址|位置)|占地|(?:所在|所属)?(?:地市|地区|区县|县市|区划|县区)|"
    "项目(?:编号|代码|主体|业主|法人)|现状|战略定位|诉求|恳请|请求|研发方向|代表性|法定代表人|电话|备案|供应商|产品名称|规格|型号|职务|民族"
)
_BRACKET = re.compile("（[^（）]*）")


def is_sure(header: Header) -> bool:
    """Whether words that offices use say which column holds the tasks, and which who does them."""
    return _told(header, CONTENT) and _told(header, WHO)


def labels_of_list(table: Table, header: Header, least: int = 1) -> list[str]:
    """The names of the columns of a table that lists something else, by `least` of them; none for a table of tasks."""
    grid = Grid(table)
    places = dict.fromkeys(grid.first(header.last, column) for column in range(grid.width)) if header.last >= 0 else {}
    labels = [label for place in places if (label := re.sub(r"\s", "", grid.at(place)))]
    listed = sum(bool(_LISTED.search(_BRACKET.sub("", fold(label)))) for label in labels)
    asked = any(re.search("诉求|恳请", label) for label in labels)
    return labels if asked or (listed >= least and not _told(header, WHO)) else []


def _told(header: Header, roles: tuple[str, ...]) -> bool:
    """Whether a word of offices names a column of these roles; 项目主体 is the owner of a project."""
    sure = [column for column in header.of(*roles) if column not in header.unsure]
    return any(not _LISTED.search(_BRACKET.sub("", fold(header.labels.get(column, "")))) for column in sure)
