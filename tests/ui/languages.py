"""A language that nobody speaks, made of all texts of the source: what is not translated stands out in it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

from ser_desktop.ui.actions import ACTIONS
from ser_desktop.ui.keys import native
from ser_desktop.ui.language import CONTEXT, LANGUAGES, Translation
from tools.translations import compile_to, sources, write

CODE = "de"
"""The place of the language: Qt's own words are German then."""

_PART = re.compile(r"(\{[^{}]*\})")
_LATIN = re.compile("[A-Za-z]")
_SHORTENED = re.compile(r"\w+…\w+")
_MEASURES = re.compile(r"(?:(?<=[\d\s(])|^)(s|ms|Hz|kHz|dB|dBFS|MB|GB)(?![A-Za-z])")


@cache
def foreign(text: str) -> str:
    """Write a text in letters of another script, except its names in braces."""
    parts = _PART.split(text)
    return "".join(part if part.startswith("{") else _LATIN.sub(_other, part) for part in parts)


@cache
def known_sources() -> dict[str, str]:
    """Read the texts of the source once: that takes seconds."""
    return sources()


def make(folder: Path) -> None:
    """Put the language's compiled file into ``folder``."""
    texts = known_sources()
    written = folder / f"{CONTEXT}_{CODE}.ts"
    write(written, CODE, texts, {text: foreign(text) for text in texts})
    compile_to(written, written.with_suffix(".qm"))


def leaks(texts: list[str], *own: str) -> list[str]:
    """Return the texts in which something was not translated, names of people's own and keys aside."""
    keys = sorted({native(one) for spec in ACTIONS for one in (spec.shortcut, *spec.others)}, key=len)[::-1]
    passed = sorted((*own, "SER Desktop", *LANGUAGES.values()), key=len, reverse=True)

    def rest(text: str) -> str:
        text = _SHORTENED.sub("", text.strip())
        for known in passed:
            text = re.sub(rf"(?<!\w){re.escape(known)}(?!\w)", "", text)
        for one in keys:
            text = text.replace(f"({one})", "").replace(f"{one}:", "").replace(foreign(one), "")
        return _MEASURES.sub("", text)

    found = [text for text in texts if _LATIN.search(rest(text))]
    return [text for text in found if not set(text.strip().split(", ")) <= set(keys)]


class Languages:
    """Switches the whole program's language, as the preferences do, and back at the end."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._before = QLocale()
        self._translation = Translation(app, folder)

    def use(self, code: str) -> None:
        """Speak another language, as soon as Qt has told everybody."""
        self._translation.use(code)
        QApplication.processEvents()

    def close(self) -> None:
        """Leave everything as it was; what is closed need not be told."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.use("en")
        QLocale.setDefault(self._before)


def _other(found: re.Match[str]) -> str:
    letter = found[0]
    return chr((0x410 if letter.isupper() else 0x430) + ord(letter.upper()) - ord("A"))
