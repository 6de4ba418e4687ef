"""What was frozen, looked at: every imported DLL is there or Windows' own, none is Wine's, and the size."""

from collections.abc import Iterator
from pathlib import Path

from windows.work import Failed, say

INSTALLED_LIMIT = 190  # MB
PROGRAMS = (".exe", ".dll", ".pyd")
WINE_MARKS = (b"Wine builtin DLL", b"Wine placeholder DLL")
# What every Windows 10 and 11 has in System32, of what programs of this kind ask for.
WINDOWS_OWN = set(
    "advapi32 authz avrt bcrypt bcryptprimitives cabinet combase comctl32 comdlg32 crypt32 cryptbase cryptui d2d1 "
    "d3d11 d3d12 d3d9 d3dcompiler_47 dbghelp dcomp dnsapi dsound dwmapi dwrite dxgi dxva2 evr gdi32 gdiplus hid "
    "imm32 iphlpapi kernel32 mf mfplat mfreadwrite mpr msi msimg32 msvcrt mswsock ncrypt netapi32 normaliz ntdll "
    "ole32 oleacc oleaut32 opengl32 powrprof propsys psapi rpcrt4 rstrtmgr secur32 setupapi shcore shell32 "
    "shlwapi sspicli ucrtbase uiautomationcore urlmon user32 userenv usp10 uxtheme version wevtapi winhttp "
    "wininet winmm winspool.drv wintrust wldap32 wlanapi ws2_32 wsock32 wtsapi32".split()
)


def check(folder: Path) -> int:
    """The size in MB; Failed where a file asks for what is neither here nor Windows' own, or all is too large."""
    programs = [path for path in folder.rglob("*") if path.suffix.lower() in PROGRAMS]
    here = {path.name.lower() for path in programs}
    faults = [fault for path in programs for fault in (*_missing(path, here), *_of_wine(path))]
    if faults:
        raise Failed("the bundle is not whole:\n" + "\n".join(sorted(faults)))
    size = round(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1_000_000)
    if size > INSTALLED_LIMIT:
        raise Failed(f"{size} MB installed, over {INSTALLED_LIMIT}")
    say(f"bundle whole: {len(programs)} program files, each import there or Windows' own; {size} MB")
    return size


def imports(path: Path) -> Iterator[str]:
    """The DLLs that a program file names, at once or on first use, in lower case."""
    from pefile import DIRECTORY_ENTRY, PE  # pyright: ignore[reportMissingImports]  # only where Windows is built

    image = PE(str(path), fast_load=True)
    kinds = ("IMAGE_DIRECTORY_ENTRY_IMPORT", "IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT")
    image.parse_data_directories([DIRECTORY_ENTRY[kind] for kind in kinds])
    for entry in (*getattr(image, "DIRECTORY_ENTRY_IMPORT", ()), *getattr(image, "DIRECTORY_ENTRY_DELAY_IMPORT", ())):
        yield entry.dll.decode("ascii").lower()
    image.close()


def is_windows_own(name: str) -> bool:
    """Whether Windows brings this DLL: a plain one of System32, or a set of its functions (api-ms-win-…)."""
    return name.removesuffix(".dll") in WINDOWS_OWN or name.startswith(("api-ms-win-", "ext-ms-"))


def _missing(path: Path, here: set[str]) -> Iterator[str]:
    for name in imports(path):
        if name not in here and not is_windows_own(name):
            yield f"{path.name} asks for {name}"


def _of_wine(path: Path) -> Iterator[str]:
    with path.open("rb") as opened:
        if any(mark in opened.read(256) for mark in WINE_MARKS):
            yield f"{path.name} is Wine's own, not Windows'"
