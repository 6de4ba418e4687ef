"""The head of a document in the ways that offices write it: title, notice, number, issuer, day, year, addressees."""

import pytest

from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text, read_plan
from desktop_app.documents.reader.clean import clean

BODY = """\
一、养老
1.建设食堂。新建食堂3个。
2.改造床位。改造床位30张。
二、救助
3.走访家庭。走访家庭100户。
"""

# what stands above the items, what below, and what it says (a field that is not named is not said)
HEADS: list[tuple[str, str, dict[str, str]]] = [
    (
        """\
松江口市第二小学2026年工作计划
松江口市第二小学
2026-02-20
""",
        "",
        {
            "title": "松江口市第二小学2026年工作计划",
            "issuer": "松江口市第二小学",
            "issued_on": "2026-02-20",
            "year": "2026",
        },
    ),
    (
        """\
中共柳溪县委办公室
柳溪县人民政府办公室
关于印发《柳溪县项目攻坚行动方案》的通知
各乡镇党委和人民政府：
现将方案印发给你们。
中共柳溪县委办公室
柳溪县人民政府办公室
二O二六年三月三日
柳溪县项目攻坚行动方案
""",
        "",
        {
            "title": "柳溪县项目攻坚行动方案",
            "notice_title": "中共柳溪县委办公室 柳溪县人民政府办公室关于印发《柳溪县项目攻坚行动方案》的通知",
            "issuer": "中共柳溪县委办公室 柳溪县人民政府办公室",
            "issued_on": "2026-03-03",
            "year": "2026",
            "addressees": "各乡镇党委和人民政府",
        },
    ),
    (
        """\
柳溪县人民政府办公室
关于印发柳溪县2026年实事项目
推进方案的通知
各镇人民政府：
现将方案印发给你们。
柳溪县2026年实事项目推进方案
""",
        "\n柳溪县人民政府办公室  \n",
        {
            "title": "柳溪县2026年实事项目推进方案",
            "notice_title": "柳溪县人民政府办公室关于印发柳溪县2026年实事项目推进方案的通知",
            "issuer": "柳溪县人民政府办公室",
            "year": "2026",
            "addressees": "各镇人民政府",
        },
    ),
    (
        """\
松江口市水务集团有限公司2026年重点工作安排
二〇二六年一月十五日
""",
        "",
        {
            "title": "松江口市水务集团有限公司2026年重点工作安排",
            "issuer": "松江口市水务集团有限公司",
            "issued_on": "2026-01-15",
            "year": "2026",
        },
    ),
    (
        """\
南陂区2026年度折子工程
""",
        "",
        {"title": "南陂区2026年度折子工程", "year": "2026"},
    ),
    (
        """\
东岭区人民政府办公室
区长批示交办单
2026年5月6日
""",
        "",
        {"title": "区长批示交办单", "issuer": "东岭区人民政府办公室", "issued_on": "2026-05-06", "year": "2026"},
    ),
    (
        """\
某某市东岭区民政局文件
东岭民发〔2026〕12号

关于印发《2026年民政工作要点》的通知

各镇人民政府、街道办事处，局机关各科室、直属各单位：
现将《2026年民政工作要点》印发给你们，请认真贯彻落实。

东岭区民政局
2026年2月18日
（此件公开发布）

2026年民政工作要点

为做好工作，制定本要点。
""",
        "",
        {
            "title": "2026年民政工作要点",
            "notice_title": "关于印发《2026年民政工作要点》的通知",
            "doc_number": "东岭民发〔2026〕12号",
            "issuer": "东岭区民政局",
            "issued_on": "2026-02-18",
            "year": "2026",
            "addressees": "各镇人民政府、街道办事处，局机关各科室、直属各单位",
        },
    ),
    (
        """\
东岭区民政局
2026年工作要点
（2026年2月18日）
""",
        "",
        {
            "title": "东岭区民政局2026年工作要点",
            "issuer": "东岭区民政局",
            "issued_on": "2026-02-18",
            "year": "2026",
        },
    ),
    (
        """\
东岭区民政局2026年工作要点
（征求意见稿）
""",
        "",
        {
            "title": "东岭区民政局2026年工作要点",
            "issuer": "东岭区民政局",
            "year": "2026",
        },
    ),
    (
        """\
东岭区民政局2026年工作要点（送审稿）
""",
        """\
东岭区民政局
2026年3月1日
""",
        {
            "title": "东岭区民政局2026年工作要点（送审稿）",
            "issuer": "东岭区民政局",
            "issued_on": "2026-03-01",
            "year": "2026",
        },
    ),
    (
        """\
东岭区二〇二六年民政工作要点
""",
        "",
        {
            "title": "东岭区二〇二六年民政工作要点",
            "year": "2026",
        },
    ),
    (
        """\
中共东岭区委社会工作部
关于印发2026年社会工作要点的通知
东社工发〔2026〕2号
各镇党委、街道党工委，区级机关各部门：
现将2026年社会工作要点印发给你们。
中共东岭区委社会工作部
2026年1月30日
2026年社会工作要点
""",
        "",
        {
            "title": "2026年社会工作要点",
            "notice_title": "中共东岭区委社会工作部关于印发2026年社会工作要点的通知",
            "doc_number": "东社工发〔2026〕2号",
            "issuer": "中共东岭区委社会工作部",
            "issued_on": "2026-01-30",
            "year": "2026",
            "addressees": "各镇党委、街道党工委，区级机关各部门",
        },
    ),
    (
        """\
东政办发〔2026〕5号
东岭区人民政府办公室关于印发2026年政府工作报告重点任务分解方案的通知
各镇人民政府，各街道办事处，区政府各部门、各直属单位：
《2026年政府工作报告重点任务分解方案》已经区政府同意，现印发给你们，请认真组织实施。
东岭区人民政府办公室
2026年2月3日
2026年政府工作报告重点任务分解方案
""",
        "",
        {
            "title": "2026年政府工作报告重点任务分解方案",
            "notice_title": "东岭区人民政府办公室关于印发2026年政府工作报告重点任务分解方案的通知",
            "doc_number": "东政办发〔2026〕5号",
            "issuer": "东岭区人民政府办公室",
            "issued_on": "2026-02-03",
            "year": "2026",
            "addressees": "各镇人民政府，各街道办事处，区政府各部门、各直属单位",
        },
    ),
    (
        """\
索引号：014/2026-00012
发布机构：东岭区教育局
成文日期：2026-03-05
文号：东教发[2026]7号
东岭区教育局2026年工作要点
""",
        "",
        {
            "title": "东岭区教育局2026年工作要点",
            "doc_number": "东教发[2026]7号",
            "issuer": "东岭区教育局",
            "issued_on": "2026-03-05",
            "year": "2026",
        },
    ),
    (
        """\
附件1

东岭区残疾人联合会2026年工作计划
""",
        """\
东岭区残疾人联合会
二○二六年三月二日
""",
        {
            "title": "东岭区残疾人联合会2026年工作计划",
            "issuer": "东岭区残疾人联合会",
            "issued_on": "2026-03-02",
            "year": "2026",
        },
    ),
    (
        """\
关于做好2026年全区民政工作的实施意见
东民〔2026〕1号
各镇（街道）、局属各单位、机关各科室：
为做好2026年全区民政工作，现提出如下意见。
""",
        """\
东岭区民政局
2026年1月12日
""",
        {
            "title": "关于做好2026年全区民政工作的实施意见",
            "doc_number": "东民〔2026〕1号",
            "issuer": "东岭区民政局",
            "issued_on": "2026-01-12",
            "year": "2026",
            "addressees": "各镇（街道）、局属各单位、机关各科室",
        },
    ),
    (
        """\
东岭区民政局2026年工作思路
来源：东岭区民政局  发布时间：2026-01-20  浏览次数：123
""",
        "",
        {
            "title": "东岭区民政局2026年工作思路",
            "issuer": "东岭区民政局",
            "issued_on": "2026-01-20",
            "year": "2026",
        },
    ),
    (
        """\
东岭区应急管理局2026年重点工作
责任分解方案
""",
        "",
        {
            "title": "东岭区应急管理局2026年重点工作责任分解方案",
            "issuer": "东岭区应急管理局",
            "year": "2026",
        },
    ),
    (
        """\
2026年全区老龄工作要点
东岭区老龄工作委员会办公室
（2026年3月10日）
""",
        "",
        {
            "title": "2026年全区老龄工作要点",
            "issuer": "东岭区老龄工作委员会办公室",
            "issued_on": "2026-03-10",
            "year": "2026",
        },
    ),
    (
        """\
东岭区卫生健康委员会2026年工作要点
""",
        """\
东岭区卫生健康委员会　　2026年2月27日
""",
        {
            "title": "东岭区卫生健康委员会2026年工作要点",
            "issuer": "东岭区卫生健康委员会",
            "issued_on": "2026-02-27",
            "year": "2026",
        },
    ),
    (
        """\
特急
东岭区民政局文件
东民发〔2026〕3 号　　　签发人：王某某
东岭区民政局关于印发2026年工作要点的通知
局机关各科室，局属各单位:
现将要点印发给你们。
东岭区民政局
2026年2月6日
2026年工作要点
""",
        """\
抄送：区委办、区政府办
东岭区民政局办公室 2026年2月6日印发
""",
        {
            "title": "2026年工作要点",
            "notice_title": "东岭区民政局关于印发2026年工作要点的通知",
            "doc_number": "东民发〔2026〕3号",
            "issuer": "东岭区民政局",
            "issued_on": "2026-02-06",
            "year": "2026",
            "addressees": "局机关各科室，局属各单位",
        },
    ),
]
FIELDS = ("title", "notice_title", "doc_number", "issuer", "issued_on", "year", "addressees")


@pytest.mark.parametrize(("above", "below", "said"), HEADS, ids=[said["title"][:20] for *_, said in HEADS])
def test_the_head(above: str, below: str, said: dict[str, str]) -> None:
    document = clean(above + BODY + below)
    result = read_plan(document.text, document.dropped())
    assert isinstance(result, Extraction)
    meta = result.meta._asdict()
    assert {field: str(meta[field]) for field in FIELDS if meta[field] is not None} == said
    assert [task.title for task in result.tasks] == ["建设食堂", "改造床位", "走访家庭"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("县委办公室、县政府办公室印发\n《柳溪县2026年民生实事实施方案》\n", "柳溪县2026年民生实事实施方案"),
        ("2026年“百日攻坚”行动\n", "2026年“百日攻坚”行动"),
        ("松江口市第二小学\n落实巡视反馈意见整改任务\n2026年3月2日\n", "落实巡视反馈意见整改任务"),
        ("柳溪县“无废城市”建设任务\n为做好工作，列出任务。\n", "柳溪县“无废城市”建设任务"),
        ("松江口市水务局文件\n松水发〔2026〕3号\n各科室：\n现将事项发给你们。\n", None),
    ],
)
def test_a_title_in_words_that_nobody_wrote_down(head: str, title: str | None) -> None:
    result = read_plan(head + BODY)
    assert isinstance(result, Extraction)
    assert result.meta.title == title


def test_a_title_that_comes_again_among_the_items() -> None:
    title = "柳溪区水利系统河湖保护的工作计划"
    text = f"{title}\n（一）以河长为抓手，守住岸线\n{title}\n全面巡查。\n（二）以清淤为重点，畅通河道\n疏浚支流。"
    result = extract_text(text + "\n（三）以监测为基础，看住水质\n增设点位。")
    assert isinstance(result, Extraction)
    assert (result.meta.title, [task.no for task in result.tasks]) == (title, ["（一）", "（二）", "（三）"])
