"""Orders inside a sentence: who is told, who helps, and where the deed begins."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.folding import fold
from desktop_app.documents.orders import find_order, open_order, read_order
from desktop_app.documents.plan import extract_text

ORDERS = [
    ("由县水务局牵头，县住建局、北桥街道配合，加快修建泵房", ["县水务局"], ["县住建局", "北桥街道"], "加快修建泵房"),
    ("由县委组织部负责抓总、县人社局具体经办，引进人才8名", ["县委组织部"], ["县人社局"], "引进人才8名"),
    ("请县城管局牵头，县公安局、县交通局联合整治，见效", ["县城管局"], ["县公安局", "县交通局"], "见效"),
    ("由县财政局负责，统筹安排经费80万元", ["县财政局"], [], "统筹安排经费80万元"),
    ("由县审计局对工程开展跟踪审计", ["县审计局"], [], "对工程开展跟踪审计"),
    ("由县教育局会同各镇街，在9所学校试点", ["县教育局"], ["各镇街"], "在9所学校试点"),
    ("由县住建局牵头，各街道具体落实，整治7个小区", ["县住建局"], ["各街道"], "整治7个小区"),
    ("责成县消防大队对旧仓库逐间检测，由县应急局督促整改。", ["县消防大队"], ["县应急局"], "对旧仓库逐间检测"),
    (
        "同意由县文旅公司作为实施主体，修缮古桥，由县文物局负责技术把关。",
        ["县文旅公司"],
        ["县文物局"],
        "修缮古桥",
    ),
    ("会议议定，由养老科牵头、财务科配合，4月10日前提出方案", ["养老科"], ["财务科"], "4月10日前提出方案"),
    ("请救助科牵头研处，办公室督办，15日内报结果", ["救助科"], ["办公室"], "研处"),
    ("请区水务局阅处，修复闸门6座", ["区水务局"], [], "阅处"),
    ("请区司法局适时开展检查", ["区司法局"], [], "适时开展检查"),
    ("由养老科会同财务科提出落实意见", ["养老科"], ["财务科"], "提出落实意见"),
    ("由组织人事科组织开展培训", ["组织人事科"], [], "组织开展培训"),
    ("由甲局牵头修路，由乙局牵头绿化", ["甲局", "乙局"], [], "修路"),
    ("请社会组织科逐件核实", ["社会组织科"], [], "逐件核实"),
    ("请社会救助科协调各街道落实，逐户排查", ["社会救助科"], ["各街道"], "落实，逐户排查"),
    ("由规划科协调县城投公司解决，9月底前腾退", ["规划科"], ["县城投公司"], "解决，9月底前腾退"),
    ("请儿童福利科会商北桥街道处理，落实监护", ["儿童福利科"], ["北桥街道"], "处理，落实监护"),
    ("由水源科牵头，会同县公安局开展巡查", ["水源科"], ["县公安局"], "开展巡查"),
    ("由水源科会同县林业局、县公安局成立专班", ["水源科"], ["县林业局", "县公安局"], "成立专班"),
    ("由区财政局安排资金30万元，区审计局全程跟踪审计", ["区财政局"], ["区审计局"], "安排资金30万元"),
    ("由水源科汇总经验，会同县应急局完善预案", ["水源科"], ["县应急局"], "汇总经验"),
    ("请水源科提出意见，财务科核定标准", ["水源科"], ["财务科"], "提出意见"),
    ("由水源科制定办法，报县政府审定", ["水源科"], [], "制定办法"),
    ("请规划科协调推进各项前期工作", ["规划科"], [], "协调推进各项前期工作"),
    ("请县水务局协调解决东岭街道用水问题", ["县水务局"], [], "协调解决东岭街道用水问题"),
    ("由县住建局协调有关部门落实", ["县住建局"], [], "协调有关部门落实"),
    (
        "由县水投公司作为实施主体，投资80万元，县水务局负责业务指导，县审计局负责跟踪竣工审计。",
        ["县水投公司"],
        ["县水务局", "县审计局"],
        "投资80万元",
    ),
]


@pytest.mark.parametrize(("text", "lead", "co", "deed"), ORDERS)
def test_an_order_names_leads_and_helpers(text: str, lead: list[str], co: list[str], deed: str) -> None:
    order = read_order(fold(text), text, 0, len(text))
    assert order is not None
    assert [unit.name for unit in order.note.lead] == lead
    assert [unit.name for unit in order.note.co] == co
    assert text[order.start :].startswith(deed)


AGREED = [
    ("原则同意《管护办法》，县水务局根据意见修改后印发。", "县水务局", "根据意见修改后印发"),
    ("会议审议通过了方案，每年评估一次，县财政局要足额安排经费。", "县财政局", "足额安排经费"),
]


@pytest.mark.parametrize(("text", "lead", "deed"), AGREED)
def test_behind_what_was_agreed_to_a_clause_may_open_with_the_unit(text: str, lead: str, deed: str) -> None:
    order = open_order(fold(text), text, 0, len(text))
    assert order is not None
    assert [unit.name for unit in order.note.lead] == [lead]
    assert text[order.start :].startswith(deed)


@pytest.mark.parametrize(
    ("text", "lead", "co"),
    [
        ("社会救助股根据会议意见抓紧修改，计财股做好配合。", ["社会救助股"], ["计财股"]),
        ("办公室对以上事项逐项督办，每季度通报一次。", ["办公室"], []),
    ],
)
def test_a_sentence_of_minutes_may_open_with_the_unit(text: str, lead: list[str], co: list[str]) -> None:
    order = open_order(fold(text), text, 0, len(text))
    assert order is not None
    assert ([unit.name for unit in order.note.lead], [unit.name for unit in order.note.co]) == (lead, co)


def test_a_clause_that_opens_with_a_unit_is_no_order_where_nothing_was_agreed_to() -> None:
    text = "近年来管护见效，县水务局根据意见修改了办法。"
    assert open_order(fold(text), text, 0, len(text)) is None


@pytest.mark.parametrize("text", ["由事发地先行处置", "会议指出，要加力追赶", "加快修建泵房", "由于天气原因推迟开工"])
def test_no_unit_no_order(text: str) -> None:
    assert read_order(fold(text), text, 0, len(text)) is None


def test_in_a_plan_only_an_explicit_role_counts() -> None:
    told = "完善办法。由养老科会同财务科提出意见。"
    note = find_order(fold(told), told, 0, len(told))
    assert note is not None
    assert [unit.name for unit in note.lead] == ["养老科"]
    loose = "完善办法。由民警对现场进行勘查。"
    assert find_order(fold(loose), loose, 0, len(loose)) is None


@pytest.mark.parametrize("number", ["1.", "2、", "（三）", "4. ", "五、", ""])
@pytest.mark.parametrize("told", ["县水利局牵头，会同县应急局、属地镇街", "由县水利局会同县应急局、属地镇街"])
def test_an_item_may_open_with_who_does_it(number: str, told: str) -> None:
    """The list of those with whom it is done ends where the deed begins, though a figure's 处 ends as offices do."""
    text = f"{number}{told}排查险段86处，5月底前完成。"
    note = find_order(fold(text), text, len(number), len(text))
    assert note is not None
    assert [unit.name for unit in note.lead] == ["县水利局"]
    assert [unit.name for unit in note.co] == ["县应急局", "属地镇街"]


@pytest.mark.parametrize("deed", ["主动巡查", "统一管理", "总结经验", "承接业务"])
def test_who_is_said_to_do_something_within_a_task_does_not_lead_it(deed: str) -> None:
    text = f"质控中心{deed}，发现问题及时整改。"
    assert find_order(fold(text), text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "lead", "co"),
    [
        ("区供水中心负总责，9月底前通水。", ["区供水中心"], []),
        ("疏通沟渠，区供水中心牵头、区公路中心配合。", ["区供水中心"], ["区公路中心"]),
        ("婚姻登记处负责，区公墓管理处协助，9月底前办结。", ["婚姻登记处"], ["区公墓管理处"]),
        ("区供水中心总揽，区公路中心搭手，9月底前通水。", ["区供水中心"], ["区公路中心"]),
    ],
)
def test_a_sentence_of_nothing_but_names_and_what_they_are_there_for(text: str, lead: list[str], co: list[str]) -> None:
    note = find_order(fold(text), text, 0, len(text))
    assert note is not None
    assert ([unit.name for unit in note.lead], [unit.name for unit in note.co]) == (lead, co)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("规范补贴。由水源科制定办法，财务科拨付资金。", ["水源科"]),
        ("规范补贴。完善流程，由社区组织评议，街道审核确认。", []),
        ("规范补贴。标准由上级核定，按月发放。", []),
    ],
)
def test_who_draws_up_what_a_sentence_of_a_plan_tells(text: str, lead: list[str]) -> None:
    note = find_order(fold(text), text, 0, len(text))
    assert [unit.name for unit in note.lead] == lead if note else not lead


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("同意拨付修缮经费30万元，由财务科负责。", "同意拨付修缮经费30万元"),
        ("会议听取了汇报。同意增设岗位2个，由人事科负责落实。", "同意增设岗位2个"),
        ("由财务科负责，同意拨付30万元。", "同意拨付30万元"),
        ("研究了库房改造。同意改造方案，由财务科负责招标，8月底前完成。", "同意改造方案"),
    ],
)
def test_a_decision_whose_deed_stands_before_who_is_told_has_a_title(text: str, title: str) -> None:
    read = extract_text(
        f"芦川县档案馆专题会议纪要\n2026年4月2日\n会议议定：\n一、{text}\n二、由征集科牵头，9月底前征集史料。\n"
    )
    assert isinstance(read, Extraction)
    assert [task.title for task in read.tasks] == [title, "9月底前征集史料"]


def test_a_matter_of_minutes_is_the_title_and_the_first_who_must_act_leads() -> None:
    text = (
        "云岭区民政局局长办公会议纪要\n2026年4月9日，局长办公会议研究了有关事项。\n"
        "一、关于墓园选址。会议决定，社会事务科要会同区殡葬管理所做好论证，设置公示牌4处。\n"
        "二、关于资金分配。会议同意将资金分配至各镇，由社会救助科商财务科于4月20日前下达。\n"
        "三、关于节日值守。会议要求，办公室要牵头制定方案，养老科、儿福科要积极配合。\n"
        "四、关于院舍整改。会议明确：1.安全办牵头，5月10日前完成整改；2.养老科负责督促各院每月演练。\n"
        "五、关于门户网站。会议指出，各科室要按时更新。\n"
        "六、由规划科负责，6月底前完成关于用地的测绘。\n"
    )
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert [(task.title, task.lead_units, task.co_units) for task in result.tasks] == [
        ("关于墓园选址", ("社会事务科",), ("区殡葬管理所",)),
        ("关于资金分配", ("社会救助科",), ("财务科",)),
        ("关于节日值守", ("办公室",), ("养老科", "儿福科")),
        ("关于院舍整改", ("安全办",), ("养老科",)),
        ("关于门户网站", (), ()),
        ("6月底前完成关于用地的测绘", ("规划科",), ()),
    ]


def test_trade_is_no_word_between_names() -> None:
    text = "云岭区2026年工作要点\n1.推广消费券。（区商务科、商业科负责）\n2.规范商户。由执法科商业务科提出办法。"
    result = extract_text(text)
    assert isinstance(result, Extraction)
    assert [(task.lead_units, task.co_units) for task in result.tasks] == [
        (("区商务科", "商业科"), ()),
        (result.tasks[1].lead_units, ()),
    ]


def test_what_a_meeting_looked_into_is_no_part_of_a_name() -> None:
    text = "研究了区福利院维修改造事项。会议同意方案，由规划科负责测算，区福利院具体实施。"
    read = extract_text(f"芦川县民政局党组会议纪要\n2026年4月2日\n一、{text}\n二、由征集科牵头，9月底前征集史料。\n")
    assert isinstance(read, Extraction)
    assert (read.tasks[0].lead_units, read.tasks[0].co_units) == (("规划科",), ("区福利院",))
