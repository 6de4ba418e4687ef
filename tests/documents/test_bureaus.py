"""A document of many offices: told apart from one office's own plan, and cut down to one office's rows."""

from desktop_app.documents import review
from desktop_app.documents.bureaus import names_like, offices_of, ours, with_part
from desktop_app.documents.extraction import Extraction
from desktop_app.documents.plan import extract_text
from desktop_app.documents.tables import rows_of

OFFICES = ("区教育局", "区住建局", "区民政局", "区财政局", "区交通运输局", "区农业农村局", "区卫生健康局")


def report_breakdown(*more: str) -> str:
    lines = ["云溪区2026年政府工作报告任务分解方案", "", "一、民生保障"]
    for number, office in enumerate(OFFICES, 1):
        lines.append(f"{number}.办好第{number}件实事。新建站点{number}个。（牵头单位：{office}；配合单位：区财政局）")
    lines += [f"{len(OFFICES) + n}.{text}" for n, text in enumerate(more, 1)]
    return "\n".join(lines)


def breakdown(*more: str) -> Extraction:
    read = extract_text(report_breakdown(*more))
    assert isinstance(read, Extraction) and len(read.tasks) == len(OFFICES) + len(more)
    return read


def test_offices_are_counted_with_their_full_and_short_names_as_one():
    read = breakdown(
        "提高低保标准5%。（牵头单位：云溪区民政局（救助科））",
        "清运垃圾。（牵头单位：区城管局；配合单位：民政局）",
    )
    offices = {office.name: office for office in offices_of(read)}
    assert offices["区财政局"].tasks == 7
    mine = ours(offices.values(), ["云溪区民政局2025年工作要点"])
    assert mine is not None and mine.name == "云溪区民政局" and mine.tasks == 3
    assert set(mine.names) == {"民政局", "区民政局", "云溪区民政局"}
    kept = rows_of(read, mine.names)
    assert [task.no for task in kept.tasks] == ["3", "8", "9"]


def test_one_offices_own_plan_is_not_asked_about():
    units = ("养老服务科", "社会救助科", "社会事务科", "办公室", "区低保中心", "区救助站", "区殡葬管理所")
    lines = ["云溪区民政局2026年工作要点", "", "一、重点工作"]
    lines += [
        f"{n}.做好第{n}件事。办结{n}件。（牵头单位：{unit}；配合单位：区财政局）" for n, unit in enumerate(units, 1)
    ]
    read = extract_text("\n".join(lines))
    assert isinstance(read, Extraction) and offices_of(read) == []


def test_nobody_is_ours_where_no_name_is_known():
    offices = offices_of(breakdown())
    assert ours(offices, ["云溪区水利局2025年工作要点"]) is None and ours(offices, []) is None


def test_what_is_edited_in_a_part_is_kept_in_the_whole():
    whole = breakdown()
    part = rows_of(whole, ["区住建局", "区民政局"])
    assert [task.seq for task in part.tasks] == [2, 3]
    edited = review.with_leads(review.with_title(part, 2, "办好校舍"), 2, ["区教育局"])
    after = with_part(whole, part, edited)
    assert [task.seq for task in after.tasks] == [task.seq for task in whole.tasks]
    assert (after.tasks[1].title, after.tasks[1].lead_units) == ("办好校舍", ("区教育局",))
    assert with_part(whole, part, part) == whole._replace(doubts=after.doubts)
    smaller = with_part(after, edited, review.without_task(edited, 3))
    assert [task.seq for task in smaller.tasks] == [task.seq for task in whole.tasks if task.seq != 3]
    assert whole.tasks[2].span in smaller.rest
    again = with_part(smaller, review.without_task(edited, 3), edited)
    assert again.tasks == after.tasks and again.rest == after.rest


def test_a_named_office_is_known_by_its_short_and_full_name_among_few_too():
    read = extract_text(
        "云溪区2026年任务分解\n1.提高标准5%。（牵头单位：云溪区民政局）\n2.就业800人。（牵头单位：区人社局；配合单位：民政局）\n"
        "3.修路2公里。（牵头单位：区交通局；配合单位：区政府办公室）\n"
    )
    assert isinstance(read, Extraction) and offices_of(read) == []
    for name in ("民政局", "区民政局", "云溪区民政局"):
        assert [task.no for task in rows_of(read, names_like(read, name)).tasks] == ["1", "2"]
    assert rows_of(read, names_like(read, "办公室")).tasks == ()
