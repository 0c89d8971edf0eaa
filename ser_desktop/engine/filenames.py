"""Names that people give become names of files: in any script, on any system, in no other folder."""

from __future__ import annotations

import re
import unicodedata

from ser_desktop.errors import UserError

_LONGEST_BYTES = 100  # room for an ending where a name may have 255
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')  # somewhere; control characters and halves of pairs are everywhere
_DEVICES = re.compile(
    r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE
)  # on Windows, whatever the ending


def file_name(name: str) -> str:
    """Return a name of a file or folder, without ending, for what a person calls ``name``.

    Raises
    ------
    UserError
        "no-name" where nothing of it is left.
    """
    kept = "".join(_kept(character) for character in unicodedata.normalize("NFC", name).strip())
    kept = kept.encode()[:_LONGEST_BYTES].decode(errors="ignore").strip(". ")
    if not kept.strip("_"):
        raise UserError("no-name", "A name is missing.", "", "Type a name, for example your own.")
    return f"_{kept}" if _DEVICES.fullmatch(kept) else kept


def same_place(one: str, other: str) -> bool:
    """Whether some system would take these two names of files for one: letters' case does not count there."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _kept(character: str) -> str:
    forbidden = _FORBIDDEN.match(character) or unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
    return "_" if forbidden else character
