"""Office files with a password, opened with it; the bytes that are kept stay those of the locked file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from samsyn.reading.errors import DamagedFile, HostileFile, TooLarge, WrongPassword
from samsyn.reading.sniffing import COMPOUND

if TYPE_CHECKING:
    from typing import Any

    from samsyn.reading.limits import Limits

TITLE = "ett Office-dokument"
# Rounds that a password goes through before it fits; Office asks for 100,000.
N_ROUNDS = 2_000_000
# What a damaged head makes a parser of other people's bytes run into.
BROKEN = (OSError, ValueError, LookupError, ArithmeticError, TypeError, AttributeError, EOFError, ExpatError)


def unlocked(content: bytes, *, name: str, password: str, limits: Limits) -> bytes:
    """An Office file without its password; any other file as it is.

    Args:
        content: The file byte for byte.
        name: Its name, for messages.
        password: What the person gave; it is kept nowhere.
        limits: Bounds on what the file may ask for.

    Raises:
        WrongPassword: It is not this one.
        DamagedFile: The file cannot be opened with any.
        HostileFile: It asks for more work than a password is worth.
    """
    if not content.startswith(COMPOUND):
        return content
    import msoffcrypto  # noqa: PLC0415 - heavy, and for locked files alone
    from msoffcrypto.exceptions import (  # noqa: PLC0415
        DecryptionError,
        FileFormatError,
        InvalidKeyError,
        ParseError,
    )

    out = BytesIO()
    fits = False
    try:
        file = msoffcrypto.OfficeFile(BytesIO(content))
        if not file.is_encrypted():
            return content
        _require_few_rounds(file, name)
        file.load_key(password=password, verify_password=True)
        fits = True
        file.decrypt(out)
    except (DecryptionError, FileFormatError, ParseError, *BROKEN) as error:
        if isinstance(error, InvalidKeyError) and not fits:
            raise WrongPassword(name) from error
        raise DamagedFile(name, title=TITLE) from error
    if out.tell() > limits.file:
        raise TooLarge(name, limit=limits.file)
    return out.getvalue()


def _require_few_rounds(file: Any, name: str) -> None:
    told = getattr(file, "info", None)
    if isinstance(told, dict) and told.get("spinValue", 0) > N_ROUNDS:
        raise HostileFile(name, trouble="kräver orimligt mycket arbete för sitt lösenord")
