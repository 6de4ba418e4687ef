"""A header word, a label or a role word that nobody has written down costs no document; what is no task stays none."""

from pathlib import Path

import pytest

from desktop_app.documents.extraction import Extraction, Refusal, to_json
from desktop_app.documents.plan import extract, extract_text
from tests.documents.held_out_words import Score, header_scores, mean, word_scores
from tests.documents.tables import Rows, book

HEADERS = [(name, word, score) for name, word, score in header_scores()]


def test_each_table_is_read_exactly() -> None:
    assert [name for name, word, score in HEADERS if not word and score != Score(1, 1, 1, 1)] == []


def test_a_header_word_that_nobody_knows_costs_nothing() -> None:
    assert [(name, word) for name, word, score in HEADERS if score != Score(1, 1, 1, 1)] == []


def test_a_label_or_role_word_that_nobody_knows_costs_few_leads() -> None:
    unseen = mean([score for _, _, score in word_scores()])
    assert unseen.title == 1
    assert unseen.lead >= 0.97
    assert unseen.co >= 0.97


def sheet(tmp_path: Path, rows: Rows) -> Extraction | Refusal:
    return extract(book(tmp_path / "表.xlsx", ("表", rows, ())))


def test_a_column_that_only_its_cells_told_is_asked_about(tmp_path: Path) -> None:
    rows: Rows = [
        ["序号", "重点任务", "擎旗栏", "完成时限"],
        ["1", "疏浚灌渠", "水利站", "5月底"],
        ["2", "修补机耕路", "农业办", "7月底"],
    ]
    result = sheet(tmp_path, rows)
    assert isinstance(result, Extraction)
    assert [task.lead_units for task in result.tasks] == [("水利站",), ("农业办",)]
    (doubt,) = [doubt for doubt in result.doubts if doubt.what == "unit"]
    assert (doubt.phrase, doubt.seq) == ("擎旗栏", None)
    assert "牵头单位" in doubt.text
    assert [task["confidence"]["lead_units"] for task in to_json(result)["tasks"]] == [0.5, 0.5]


def test_a_table_without_any_header_is_read_where_its_tasks_are_numbered(tmp_path: Path) -> None:
    rows: Rows = [
        ["柳湾街道2026年实事安排"],
        ["1、粉刷楼道42个", "城建办", "5月底"],
        ["2、加装晾衣架90组", "社区办", "8月底"],
        ["3、开办课堂6期", "文化站", "暑假前"],
    ]
    result = sheet(tmp_path, rows)
    assert isinstance(result, Extraction)
    assert [(task.no, task.title, task.lead_units) for task in result.tasks] == [
        ("1", "粉刷楼道42个", ("城建办",)),
        ("2", "加装晾衣架90组", ("社区办",)),
        ("3", "开办课堂6期", ("文化站",)),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["序号", "单位", "联络人", "电话"],
            ["1", "水利站", "陶然", "0000-0000000"],
            ["2", "农业办", "柳青", "0000-0000001"],
        ],
        [["名次", "单位", "得分"], ["1", "水利站", "96.5"], ["2", "农业办", "94"], ["3", "文化站", "91"]],
        [["3月5日", "全区春训会", "党校"], ["3月8日", "半天调研", "水利站"], ["3月9日", "走访企业", "经发办"]],
        [["姓名", "部门", "职务"], ["陶然", "水利站", "站长"], ["柳青", "农业办", "主任"]],
        [["类别", "上年", "本年"], ["低保户", "320", "311"], ["特困户", "45", "44"]],
    ],
    ids=["telephones", "ranking", "agenda", "staff", "statistics"],
)
def test_what_is_no_table_of_tasks_stays_none(tmp_path: Path, rows: Rows) -> None:
    assert isinstance(sheet(tmp_path, rows), Refusal)


HEAD = "芦洲县水务局2026年工作要点\n一、工程建设\n"


def units(line: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    result = extract_text(f"{HEAD}1.{line}\n2.整治山塘。加固山塘6口。\n")
    assert isinstance(result, Extraction)
    return [(task.lead_units, task.co_units) for task in result.tasks[:1]]


@pytest.mark.parametrize(
    ("line", "lead", "co"),
    [
        ("疏通管网。清淤管网9公里。——工程科牵头，质监站参与", ("工程科",), ("质监站",)),
        ("疏通管网。清淤管网9公里。——排水科", ("排水科",), ()),
        ("疏通管网。清淤管网9公里。——排水科；巡查中队配合", ("排水科",), ("巡查中队",)),
        ("疏通管网。清淤管网9公里。——排水科会同各供水企业", ("排水科",), ("各供水企业",)),
        ("疏通管网。清淤管网9公里。　　排水科", ("排水科",), ()),
        ("疏通管网。清淤管网9公里。排水科总抓，巡查中队协同。", ("排水科",), ("巡查中队",)),
        ("疏通管网。清淤管网9公里。（排水科；巡查中队、水质站）", ("排水科",), ("巡查中队", "水质站")),
        ("疏通管网。清淤管网9公里。（排水科；巡查中队）", ("排水科", "巡查中队"), ()),
        ("疏通管网。清淤管网9公里。（排水科挑起，巡查中队帮衬）", ("排水科",), ("巡查中队",)),
        ("疏通管网。清淤管网9公里。（擎旗科室：排水科；帮衬单位：巡查中队）", ("排水科",), ("巡查中队",)),
        ("疏通管网。清淤管网9公里。（擎旗：排水科；帮衬：巡查中队）", ("排水科",), ("巡查中队",)),
        ("疏通管网。清淤管网9公里。责任科室为排水科，巡查中队予以协助。", ("排水科",), ("巡查中队",)),
        ("疏通管网。清淤管网9公里。（责任单位：排水科*、巡查中队）", ("排水科",), ("巡查中队",)),
        ("疏通管网。清淤管网9公里。（责任单位：★排水科、巡查中队）", ("排水科",), ("巡查中队",)),
        ("疏通管网。清淤管网9公里。〖责任单位：排水科〗", ("排水科",), ()),
        ("疏通管网。清淤管网9公里（排水科，4月底前）", ("排水科",), ()),
        ("疏通管网。清淤管网9公里。（4月底前；排水科牵头，水质站配合）", ("排水科",), ("水质站",)),
        ("疏通管网。清淤管网9公里。（排水站）（4月底前）", ("排水站",), ()),
        ("疏通管网：清淤管网9公里；排水科", ("排水科",), ()),
        ("排水科：疏通管网。清淤管网9公里。", ("排水科",), ()),
        ("疏通管网。清淤管网9公里。★排水科", ("排水科",), ()),
        ("疏通管网。清淤管网9公里。责任：排水科／配合：水质站", ("排水科",), ("水质站",)),
        ("疏通管网。清淤管网9公里。此项工作由排水科承担，水质站协助。", ("排水科",), ("水质站",)),
        ("疏通管网。由县住房城乡建设局挑起，9月底前完工。", ("县住房城乡建设局",), ()),
        ("疏通管网。由县水务公司作为业主单位、县住建局做好技术指导，", ("县水务公司",), ("县住建局",)),
        ("疏通管网。请县财政局足额安排经费，9月底前完工。", ("县财政局",), ()),
        ("疏通管网。由县住建局抓总，县财政局予以保障，9月底前完工。", ("县住建局",), ("县财政局",)),
        ("疏通管网。县住建局负责实施，青石镇做好协调，9月底前完工。", ("县住建局",), ("青石镇",)),
    ],
)
def test_who_does_it_without_a_label_that_is_known(line: str, lead: tuple[str, ...], co: tuple[str, ...]) -> None:
    assert units(line) == [(lead, co)]


@pytest.mark.parametrize(
    "line",
    [
        "疏通管网。清淤管网9公里，惠及沿线社区。",
        "疏通管网。发挥专业优势——建好示范社区",
        "疏通管网。各科室要把责任扛在肩上。",
        "疏通管网。推动管护由人工向智慧水务中心转变。",
        "疏通管网（资金来源：县级财政）。清淤管网9公里。",
        "疏通管网。建设地点：城东社区、河西社区。",
        "疏通管网。（范围：城区；乡镇、村）清淤管网9公里。",
        "疏通管网。水价由每吨2元调整为2.4元。",
    ],
)
def test_what_names_no_unit_of_the_task(line: str) -> None:
    assert units(line) == [((), ())]


def test_a_due_time_beside_the_units_in_a_bracket_and_under_another_label() -> None:
    lines = "1.疏通管网9公里（排水科，4月底前）\n2.整治山塘\n主责单位：工程科\n限期：10月20日\n"
    result = extract_text(HEAD + lines)
    assert isinstance(result, Extraction)
    assert [[str(day.date) for day in task.deadlines] for task in result.tasks] == [["2026-04-30"], ["2026-10-20"]]
    assert [task.lead_units for task in result.tasks] == [("排水科",), ("工程科",)]


def test_roles_that_only_the_order_told_are_asked_about() -> None:
    result = extract_text(
        f"{HEAD}1.疏通管网。清淤管网9公里。（擎旗科室：排水科；帮衬单位：巡查中队）\n2.整治山塘。（排水科）\n"
    )
    assert isinstance(result, Extraction)
    assert [doubt.seq for doubt in result.doubts if "先后次序" in doubt.text] == [1]


@pytest.mark.parametrize("bar", ["／", "｜", "|", " / "])
def test_fields_between_bars_are_a_row_each(bar: str) -> None:
    rows = [("1.修缮泵房4座", "设备科", "5月底前"), ("2.轮换水表900只", "营业科", "11月底前")]
    lines = "\n".join(f" {bar} ".join(row) for row in rows)
    result = extract_text(f"东陵水厂2026年生产安排\n{lines}\n")
    assert isinstance(result, Extraction)
    assert [(task.no, task.title, task.lead_units) for task in result.tasks] == [
        ("1", "修缮泵房4座", ("设备科",)),
        ("2", "轮换水表900只", ("营业科",)),
    ]
    assert [str(task.deadlines[0].date) for task in result.tasks] == ["2026-05-31", "2026-11-30"]
