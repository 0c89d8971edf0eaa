"""What an installed program must show of its window: that it is drawn, its vector graphics, its languages.

These are the parts that get lost when a program is packed: Qt's plugins, Qt's own texts, the translations.
Each function raises ``ValueError`` with what is not as it should be.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from ser_desktop.ui.language import LANGUAGES, Translation, tr

_SMALLEST = (900, 600)
_FEWEST_COLOURS = 64  # letters with smooth edges alone have as many
_STEP = 4  # pixels between those that are looked at


def drawn(picture: Path) -> dict[str, int]:
    """Return width, height and number of colours of a picture of the window; refuse an empty one."""
    image = QImage(os.fspath(picture))
    colours = {
        image.pixel(x, y) for y in range(0, image.height(), _STEP) for x in range(0, image.width(), _STEP)
    }
    facts = {"width": image.width(), "height": image.height(), "colours": len(colours)}
    if image.width() < _SMALLEST[0] or image.height() < _SMALLEST[1]:
        raise ValueError(f"the window's picture is too small: {facts}")
    if len(colours) < _FEWEST_COLOURS:
        raise ValueError(f"the window's picture is empty: {facts}")
    return facts


def vectors(files: Sequence[Path]) -> int:
    """Draw vector graphics as the window does, and return how many; refuse one that stays empty."""
    for file in files:
        image = QImage(os.fspath(file))
        if image.isNull() or not any(
            image.pixelColor(x, y).alpha() for y in range(image.height()) for x in range(image.width())
        ):
            raise ValueError(f"{file.name} is not drawn")
    if not files:
        raise ValueError("the window's vector graphics are not there")
    return len(files)


def languages(folder: Path) -> list[str]:
    """Speak each language once, with the translations in ``folder`` and Qt's own; name those that can be."""
    app = QCoreApplication.instance()
    if app is None:
        raise ValueError("there is no application")
    translation = Translation(app, folder)
    for code in LANGUAGES:
        translation.use(code)
        ours, qt = tr("Preferences"), QCoreApplication.translate("QPlatformTheme", "Cancel")
        if code != "en" and (ours == "Preferences" or qt == "Cancel"):
            raise ValueError(f"the window does not speak “{code}”: {ours}, {qt}")
    translation.use("en")
    return list(LANGUAGES)
