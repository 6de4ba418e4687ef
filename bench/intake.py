"""Rows 13a to 13d: a work plan of 10,000 characters read, and what files of no reasonable size cost.

Processor time, for the limits are for a machine that does nothing else. 13a and 13b are the best of several readings in
one process, the file being open; 13c and 13d are each file in a process of its own, imports and all, and the largest.
Printed as JSON (see bench/rows.py).
"""

import io
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

LETTERS, ROUNDS, PARAGRAPHS = 10_000, 15, 5
SMALL, LARGE = 90_000, 900_000  # characters; a million are refused
HUGE = 5_000_000  # bytes
LIMIT_MS, LIMIT_S, LIMIT_MB = 50.0, 10.0, 500.0
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ITEM = (
    "{n}.推进第{n}类服务设施建设。聚焦老年人急难愁盼，新建社区助餐点{few}个，改造家庭养老床位{many}张，9月底前完成。"
    "每季度开展1次督查，群众满意率达到95%以上。年内实现村级公益性公墓全覆盖，全年救助困难群众不少于2000人次。"
    "（牵头责任单位：养老服务科、社会事务科；配合单位：各镇街）"
)


def plan(size: int, measure: Callable[[str], int] = len) -> str:
    """A plan of about this size, in characters or whatever `measure` counts."""
    lines = ["云岭区民政局2026年工作要点"]
    left, number = size, 0
    while left > 0:
        number += 1
        heading = [f"{'一二三四五六七八九十'[number // 8 % 10]}、第{number}个方面"] if number % 8 == 1 else []
        added = [*heading, ITEM.format(n=number % 999 + 1, few=number % 9 + 3, many=number % 7 * 10 + 10)]
        lines += added
        left -= sum(measure(line) + 1 for line in added)
    return "\n".join(lines)


def octets(text: str) -> int:
    """Bytes in UTF-8."""
    return len(text.encode())


def best(text: str, rounds: int) -> float:
    """Seconds to read this text as a plan, once it has been read before."""
    from desktop_app.documents.plan import extract_text

    extract_text(plan(LETTERS))
    times = []
    for _ in range(rounds):
        started = time.process_time()
        extract_text(text)
        times.append(time.process_time() - started)
    return min(times)


def read(path: Path) -> int:
    """Read one file, refused or not, and print seconds and megabytes at the peak."""
    from desktop_app.documents.plan import extract
    from desktop_app.errors import Refused

    started = time.process_time()
    with suppress(Refused):
        extract(path)
    print(json.dumps([time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
    return 0


def documents(folder: Path) -> Iterator[Path]:
    """Files of no reasonable size, one of each kind."""
    items = "\n".join(f"{n}.推进第{n}项工作。抓好落实，9月底前完成。" for n in range(1, 52_001))
    points = "".join(f"{number}是推进设施建设。新建站点8个。" for number in "一二三四五六七八九十")
    large, huge = plan(LARGE), plan(HUGE, octets)
    texts = {
        "one line.txt": "云岭区2026年工作要点\n1.推进。" + large.replace("\n", ""),
        "one line of 5 MB.txt": "云岭区2026年工作要点\n1.推进。" + huge.replace("\n", ""),
        "52,000 items.txt": f"云岭区民政局2026年工作要点\n{items}",
        "29,000 items.txt": "云岭区民政局2026年工作要点\n" + "\n".join(items.split("\n")[:29_000]),
        "points on one line.txt": "云岭区民政局2026年工作要点\n" + points * (900_000 // len(points)),
        "points on 29,000 lines.txt": "云岭区民政局2025年工作总结\n二、下步打算\n"
        + points.replace("个。", "个。\n") * 2_900,
        "page.html": "<html><body>" + "".join(f"<p>{line}</p>" for line in large.split("\n")),
        "page of 5 MB.html": "<html><body>" + "".join(f"<p>{line}</p>" for line in huge.split("\n")),
    }
    for name, text in texts.items():
        yield written(folder / name, text.encode())
    yield written(folder / "plan.docx", word(plan(2_000_000, octets)))
    yield written(folder / "50 MB.docx", word(plan(10 * HUGE, octets)))
    yield written(folder / "2,000 pages.pdf", paper(2_000))
    yield written(folder / "450 pages.pdf", paper(450))
    for rows in (4_900, 100_000):
        yield sheet(folder / f"{rows} rows.xlsx", rows)


def written(path: Path, data: bytes) -> Path:
    """The file with these bytes."""
    path.write_bytes(data)
    return path


def word(text: str) -> bytes:
    """A .docx with these lines as paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    return data.getvalue()


def paper(pages: int) -> bytes:
    """A PDF with a full page of text on each of so many pages."""
    from tests.documents.pdf_files import Stroke, Text, column, pdf

    lines = plan(LETTERS * 2).split("\n")
    parts = [[lines[(page * PARAGRAPHS + n) % len(lines)] for n in range(PARAGRAPHS)] for page in range(pages)]
    drawn: list[list[Text | Stroke]] = [[*column(part, 70, 760, 28)] for part in parts]
    return pdf(*drawn)


def sheet(path: Path, rows: int) -> Path:
    """A workbook with a table of so many tasks."""
    from xlsxwriter import Workbook

    with Workbook(path) as book:
        tasks = book.add_worksheet("任务")
        tasks.write_row(0, 0, ["序号", "重点任务", "目标值", "牵头科室", "配合科室", "完成时限"])
        for row in range(1, rows + 1):
            tasks.write_row(row, 0, [row, f"推进第{row}项工作，新建站点{row % 9}个", "个", "养老科", "各镇街", "9月底"])
    return path


def main() -> int:
    """Measure and print the rows."""
    milliseconds = best(plan(LETTERS), ROUNDS) * 1e3
    small, large = plan(SMALL), plan(LARGE)
    each = {len(text): best(text, rounds) / len(text) * 1e6 for text, rounds in ((small, 3), (large, 1))}
    with tempfile.TemporaryDirectory() as folder:
        costs = {}
        for path in documents(Path(folder)):
            done = subprocess.run([sys.executable, __file__, str(path)], stdout=subprocess.PIPE, text=True, check=True)
            costs[path.name] = json.loads(done.stdout)
    slowest, fattest = (max(costs, key=lambda name: costs[name][part]) for part in (0, 1))
    rows = [
        ("13a", milliseconds, LIMIT_MS, "ms", f"best of {ROUNDS}, rules only"),
        (
            "13b",
            each[len(large)],
            each[len(small)],
            "µs",
            f"a character, {LARGE / 1e6:g} MB against {SMALL / 1e6:g} MB",
        ),
        ("13c", costs[slowest][0], LIMIT_S, "s", slowest),
        ("13d", costs[fattest][1], LIMIT_MB, "MB", fattest),
    ]
    results = [
        {"row": row, "ours": ours, "peer": peer, "unit": unit, "ratio": ours / peer, "note": note}
        for row, ours, peer, unit, note in rows
    ]
    print(json.dumps(results, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(read(Path(sys.argv[1])) if len(sys.argv) > 1 else main())
