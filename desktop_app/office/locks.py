"""Files under a password: told apart, and opened where the password is given."""

import io
from collections.abc import Sequence

from desktop_app.office.faults import Damaged, Locked

# Excel protects some workbooks with a password of its own and opens them without asking ([MS-OFFCRYPTO] 2.1.4).
_UNASKED = "VelvetSweatshop"
_MOST_BYTES = 64 << 20


def unlocked(data: bytes, passwords: Sequence[str] = ()) -> bytes:
    """What a locked office file holds; Locked where none of the passwords opens it, Damaged where it is spoilt."""
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    if len(data) > _MOST_BYTES:
        raise Damaged
    for password in (_UNASKED, *passwords):
        held = io.BytesIO()
        try:
            office = msoffcrypto.OfficeFile(io.BytesIO(data))
            office.load_key(password=password)
            office.decrypt(held)
            return held.getvalue()
        except (InvalidKeyError, DecryptionError, FileFormatError):
            continue
        except (ParseError, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise Damaged from error
    raise Locked
