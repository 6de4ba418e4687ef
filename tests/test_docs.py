"""The documents name only what exists: commands, verbs, files."""

import ast
import functools
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev
from desktop_app import __version__

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [
    "README.md",
    "CHANGELOG.md",
    "docs/design.md",
    "docs/manual.md",
    "docs/merge.md",
    "docs/data.md",
    "CONTRIBUTING.md",
]
MADE_BY_COMMANDS = {".venv", "demo-output", "dist/duban", "desktop_app/_assets"}


def named_paths(text: str) -> set[str]:
    """What looks like a path of this repository: code spans with a slash or a known ending, and the layout block."""
    spans = re.findall(r"`([\w./-]+)`", text) + re.findall(r"^([\w./-]+)  +\S", text, re.MULTILINE)
    paths = {span.rstrip("/") for span in spans if "/" in span or span.endswith((".md", ".txt", ".toml", ".py"))}
    return {path for path in paths if not path.startswith((".", "/")) or path == ".ci/run"}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_named_file_exists(document: str) -> None:
    named = named_paths((ROOT / document).read_text(encoding="utf-8")) - MADE_BY_COMMANDS
    assert not [path for path in sorted(named) if not (ROOT / path).exists()]


def test_the_manuals_pictures_are_there_and_small() -> None:
    shown = re.findall(r"!\[[^]]+\]\(([^)]+)\)", (ROOT / "docs" / "manual.md").read_text(encoding="utf-8"))
    assert len(shown) >= 4
    for name in shown:
        assert 0 < (ROOT / "docs" / name).stat().st_size < 200_000, name


def test_named_paths_sees_spans_and_the_layout_block() -> None:
    text = "see `docs/none.md` and `gone.py`, not `/opt/place`\n```\ndesktop_app/none/   nothing\n```"
    assert named_paths(text) == {"docs/none.md", "gone.py", "desktop_app/none"}


def test_readme_names_every_command_of_dev_and_no_other() -> None:
    assert set(re.findall(r"dev\.py (\w+)", README)) == set(dev.COMMANDS)


# What the documents quote that is no button or name of ours: other programs' words, and what people write.
OTHERS_WORDS = set("执行 SQL|设置 → 应用|未知发布者|更多信息 → 仍要运行|下一步".split("|"))
EXAMPLES = set(
    "原则上|分管副局长|下周五|10个工作日内|月底|6月底|2026.6.30|≥600张 家庭养老床位|各科室|养老科|移交|过半|1500万元"
    "|请决定|填报单位：".split("|")
)
# What the program itself completes: the year, the unit, the file, or the count of a name.
COMPLETED = {"核对工作要点": "核对工作要点 — {file}", "领导交办事项": "{year}年领导交办事项", "出处": "出处：{place}"}
COMPLETED |= {"上年": "上年　{year}年度 ", "下年": "下年　{year}年度 ", "处理疑问": "处理疑问（{count}）"}


def words_of_the_program() -> str:
    """Every sentence that it says and every word that it reads."""
    return "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "desktop_app").rglob("*.py")))


@functools.cache
def whole_texts() -> set[str]:
    """Each text of the program by itself, also without the key that stands after it."""
    nodes = (
        node for path in (ROOT / "desktop_app").rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))
    )
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return texts | {re.sub(r"（[A-Z][\w+]*）$", "", text) for text in texts}


@pytest.mark.parametrize("document", ["docs/manual.md", "docs/data.md", "docs/it-note.md"])
def test_every_quoted_button_and_word_is_the_programs_own(document: str) -> None:
    quoted = set(re.findall("“([^”]+)”", (ROOT / document).read_text(encoding="utf-8")))
    ours = whole_texts()
    assert quoted
    assert not sorted(words for words in quoted - OTHERS_WORDS - EXAMPLES if COMPLETED.get(words, words) not in ours)


def test_what_units_write_by_the_rules_of_merging_is_read_or_tried() -> None:
    quoted = set(re.findall("“([^”]+)”", (ROOT / "docs/merge.md").read_text(encoding="utf-8")))
    tried = "\n".join(
        path.read_text("utf-8") for room in ("exchange", "verbs") for path in (ROOT / "tests" / room).glob("*.py")
    )
    known = words_of_the_program() + tried
    assert quoted
    assert not sorted(words for words in quoted - EXAMPLES if words not in known)


def test_every_named_key_does_something() -> None:
    keys = set(re.findall(r"`((?:Ctrl\+|Alt\+|Shift\+)*(?:[A-Z]|F\d+))`", (ROOT / "docs/manual.md").read_text("utf-8")))
    source = words_of_the_program()
    known = {"Ctrl+Z": "StandardKey.Undo", "Ctrl+O": "StandardKey.Open", "F2": "EditKeyPressed"}
    assert len(keys) > 5
    assert not [key for key in sorted(keys) if f'"{key}"' not in source and (known.get(key) or key) not in source]


def test_every_named_verb_has_help() -> None:
    verbs = set(re.findall(r"-m desktop_app ([a-z-]+)", README))
    assert verbs
    for verb in sorted(verbs):
        command = [sys.executable, "-m", "desktop_app", verb, "--help"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == 0, (verb, done.stderr.decode("utf-8", "replace"))


def test_changelog_opens_with_the_version_of_the_program() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = re.search(r"^## (\S+)", changelog, re.MULTILINE)
    assert first and first[1] == __version__


def test_design_has_a_line_for_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=~;\[ ]", requirement)[0] for requirement in project["dependencies"]}
    design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    assert names == set(re.findall(r"^\| ([\w-]+)(?: [\d.]+)? \| ", design, re.MULTILINE)) - {"package"}


def names_imported(node: ast.AST) -> list[str]:
    """The top-level modules that one statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[0] for alias in node.names]
    return [(node.module or "").split(".")[0]] if isinstance(node, ast.ImportFrom) else []


def test_dev_is_one_short_file_of_the_standard_library() -> None:
    source = (ROOT / "dev.py").read_text(encoding="utf-8")
    assert len(source.splitlines()) < 200
    nodes = ast.walk(ast.parse(source))
    imported = {name for node in nodes for name in names_imported(node)}
    assert imported and imported <= sys.stdlib_module_names
