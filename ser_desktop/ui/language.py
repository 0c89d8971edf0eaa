"""The language of the window: every text on its way to a person passes through :func:`tr`.

Qt translates: a language is a file in ``assets/translations``, made with Qt's own tools. The English text is
the key, with names in braces for what is filled in.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, Qt, QTime, QTranslator
from PySide6.QtWidgets import QApplication

from ser_desktop.errors import UserError

CONTEXT = "ser-desktop"
"""Under this name all texts stand in the files of translations."""

LANGUAGES = {"en": "English", "de": "Deutsch", "it": "Italiano"}
"""Languages that are complete, each in its own words."""

_PLACES = {"en": "en_GB"}
"""Whose numbers and times of day to write where the system speaks another language: 24 hours."""


def N_(text: str) -> str:  # noqa: N802 -- the name that gettext gave it, known to whoever translates
    """Mark a text that is kept as data; :func:`tr` translates it when it is shown."""
    return text


def tr(text: str, /, **values: object) -> str:
    """Return ``text`` in the window's language, its names in braces filled in."""
    told = QCoreApplication.translate(CONTEXT, text)
    return told.format(**values) if values else told


def of_error(error: UserError) -> tuple[str, str, str]:
    """Title, detail and remedy of a fault in the window's language."""
    return error.told(tr)


def in_words(error: UserError) -> str:
    """All that is to be told of a fault, in one line, in the window's language."""
    return " ".join(part for part in of_error(error) if part)


def number(value: float, digits: int | None = 0) -> str:
    """Write a number as the language does: its decimal sign, and a true minus.

    ``digits`` None writes as many as it takes, up to six in all: 44.1, 16.
    """
    if digits is None:
        told = QLocale().toString(float(value), "g", 6)
    else:
        told = QLocale().toString(round(float(value), digits) + 0.0, "f", digits)  # nothing is "-0"
    return told.replace("-", "\N{MINUS SIGN}")


def time_of_day(moment: datetime, *, seconds: bool = True) -> str:
    """Write a time of day as people of the window's language and place do: 18:05:09, 6:05:09 PM."""
    form = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    before, _, after = form.partition("mm")
    sign = before[-1:] or ":"
    after = after.removeprefix(f"{sign}ss")
    time = QTime(moment.hour, moment.minute, moment.second)
    return QLocale().toString(time, f"{before}mm{sign}ss{after}" if seconds else f"{before}mm{after}")


def day(iso: str) -> str:
    """Write a day, given as 2024-05-31, as people of the window's language do."""
    return QLocale().toString(QDate.fromString(iso, Qt.DateFormat.ISODate), QLocale.FormatType.LongFormat)


def wanted(choice: str) -> str:
    """Return the code for ``choice``: a code, or "system" for the first of the system's that is there."""
    if choice in LANGUAGES:
        return choice
    spoken = (name.replace("_", "-").split("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in spoken if code in LANGUAGES), "en")


class Translation:
    """The language in use; whoever shows texts is told by Qt, with a LanguageChange event.

    Parameters
    ----------
    folder
        Where the files of translations lie.
    """

    def __init__(self, application: QCoreApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        self._installed: list[QTranslator] = []
        self.code = "en"

    def use(self, choice: str) -> str:
        """Speak the language for ``choice`` from now on; return its code."""
        self.code = wanted(choice)
        locale = QLocale.system() if _is_system(self.code) else QLocale(_PLACES.get(self.code, self.code))
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        QLocale.setDefault(locale)
        for translator in self._installed:
            self._application.removeTranslator(translator)
        ours, qt = QTranslator(), QTranslator()
        qt.load(f"qtbase_{self.code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        ours.load(f"{CONTEXT}_{self.code}", os.fspath(self._folder))
        self._installed = [qt, ours]
        for translator in self._installed:
            self._application.installTranslator(translator)
        if isinstance(self._application, QApplication):
            for widget in self._application.allWidgets():
                widget.update()  # painted texts are translated while they are painted
        return self.code


def _is_system(code: str) -> bool:
    return QLocale.system().name().split("_")[0] == code
