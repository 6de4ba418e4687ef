"""Files of old formats for tests, made by LibreOffice from new ones; without it the tests say so and skip."""

import shutil
import subprocess
from pathlib import Path

import pytest


def converted(folder: Path, target: str, *paths: Path) -> list[Path]:
    """The files in another format, such as "doc:MS Word 97"; LibreOffice runs with a profile of its own."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: no files of old formats to read")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, "--headless", profile, "--convert-to", target, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return [folder / f"{path.stem}.{target.partition(':')[0]}" for path in paths]
