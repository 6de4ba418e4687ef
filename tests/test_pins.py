"""The pins: every package with its hashes, within the bounds of pyproject.toml, and no registry named."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN, DEVELOP = "requirements.txt", "requirements-dev.txt"
PYTHONS = ["3.11", "3.12", "3.13"]


def pins_of(file: str) -> dict[Requirement, list[str]]:
    """The pinned requirements of a file with their hashes."""
    lines = (ROOT / file).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    parts = [line.split("--hash=") for line in lines if line.strip() and not line.startswith("#")]
    return {Requirement(first): [each.strip() for each in hashes] for first, *hashes in parts}


def chosen(file: str, python: str, system: str) -> dict[str, str]:
    """Package name → version for one Python on one system."""
    environment = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": system}
    found: dict[str, str] = {}
    for pin in pins_of(file):
        if pin.marker is None or pin.marker.evaluate(environment):
            name = canonicalize_name(pin.name)
            assert name not in found, f"{name} is pinned twice for Python {python} on {system}"
            found[name] = str(pin.specifier).removeprefix("==")
    return found


@pytest.mark.parametrize("file", [RUN, DEVELOP])
def test_every_line_is_one_version_with_hashes_and_no_address(file: str) -> None:
    for pin, hashes in pins_of(file).items():
        assert pin.url is None
        assert re.fullmatch(r"==[\w.]+", str(pin.specifier)), str(pin)
        assert hashes and all(re.fullmatch(r"sha256:[0-9a-f]{64}", each) for each in hashes), str(pin)
    assert "://" not in (ROOT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", ["linux", "win32"])
def test_pins_keep_the_bounds(python: str, system: str) -> None:
    extras = PROJECT["optional-dependencies"]
    run, develop = chosen(RUN, python, system), chosen(DEVELOP, python, system)
    assert run.items() <= develop.items()
    wanted = [(run, text) for text in PROJECT["dependencies"]]
    wanted += [(develop, text) for text in [*extras["test"], *extras["build"]]]
    for pinned, text in wanted:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate(
            {"python_version": python, "sys_platform": system}
        ):
            assert pinned[canonicalize_name(requirement.name)] in requirement.specifier, text
