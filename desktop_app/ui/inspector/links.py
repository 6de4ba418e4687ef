"""The links in the inspector's text: what is done, with which stored file or task, under which name."""

from urllib.parse import quote, unquote

OPEN, TAKE, GO = "open", "take", "go"


def link_to(act: str, file: str, name: str) -> str:
    """The address of a link: an act on a stored file (SHA-256) or a task (its key), and its name."""
    return f"{act}:{file}:{quote(name)}"


def link_parts(address: str) -> tuple[str, str, str]:
    """The act, the file and the name of such an address."""
    act, file, name = address.split(":", 2)
    return act, file, unquote(name)
