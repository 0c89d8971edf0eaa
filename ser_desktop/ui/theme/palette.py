"""Colours: dark and light as equals, both of them also in high contrast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from ser_desktop.settings import COLOURS, THEMES
from ser_desktop.ui.theme import hues


@dataclass(frozen=True)
class Palette:
    """Colours as ``#rrggbb``.

    ``accent`` marks what sounds and what can be pressed, ``warning`` a fault or clipping; every other
    hue belongs to an emotion.

    Attributes
    ----------
    raised, selected
        Grounds above the background: of what lies on it, and of what is chosen or pointed at in it.
    line
        Parts what stands apart anyhow.
    edge
        Bounds fields and says where something is: at least 3:1 on every ground.
    faint
        Text of what cannot be used now.
    link
        Text that leads elsewhere.
    strong
        Whether this is high contrast: 7:1 for text, all parts with outlines, nothing told by dimness alone.
    hues
        The emotions' colours by choice (:data:`COLOURS`), each a colour for each emotion.
    colours
        Which of them.
    """

    name: str
    background: str
    raised: str
    selected: str
    line: str
    edge: str
    text: str
    muted: str
    faint: str
    wave: str
    accent: str
    on_accent: str
    link: str
    warning: str
    hues: Mapping[str, Mapping[str, str]] = field(repr=False)
    strong: bool = False
    colours: str = "expected"

    @property
    def emotions(self) -> Mapping[str, str]:
        """The colour of each emotion."""
        return self.hues[self.colours]

    @property
    def ring(self) -> int:
        """How thick the frame around what has the focus is, in pixels."""
        return 3 if self.strong else 2

    @property
    def tint_share(self) -> float:
        """How much of its hue the ground under an emotion's icon and words has."""
        return 0.0 if self.strong else 0.1

    def with_colours(self, colours: str) -> Palette:
        """Return the same with the emotions in another choice of :data:`COLOURS`."""
        if colours not in COLOURS:
            raise ValueError(f"{colours!r} is none of {COLOURS}")
        return replace(self, colours=colours)

    def sign(self, icon: str) -> str:
        """Colour of the icon ``icon``: an emotion's own, a warning, or muted."""
        return self.emotions.get(icon, self.warning if icon == "fault" else self.muted)

    @property
    def attention(self) -> QColor:
        """The ribbon that tells how much the model attends."""
        return blend(self.background, self.accent, 0.85)

    def tint(self, hue: str) -> QColor:
        """Ground for the icon and words of what has this hue."""
        return blend(self.background, hue, self.tint_share)


DARK = Palette(
    name="dark",
    background="#121418",
    raised="#1e2127",
    selected="#2a2e36",
    line="#30353d",
    edge="#7b8390",
    text="#eceef1",
    muted="#9aa1ac",
    faint="#747c89",
    wave="#6d7582",
    accent="#f6982a",
    on_accent="#1c1204",
    link="#f6a94e",
    warning="#ff6b5e",
    hues=hues.ON_DARK,
)
LIGHT = Palette(
    name="light",
    background="#fafaf8",
    raised="#eeeeeb",
    selected="#e2e3df",
    line="#d8d9d6",
    edge="#787e88",
    text="#1b1d21",
    muted="#5b616b",
    faint="#787e88",
    wave="#8a9099",
    accent="#c66400",
    on_accent="#1c1204",
    link="#8f4d00",
    warning="#c02a1e",
    hues=hues.ON_LIGHT,
)
CONTRAST_DARK = Palette(
    name="contrast-dark",
    background="#000000",
    raised="#141414",
    selected="#333333",
    line="#a0a0a0",
    edge="#ffffff",
    text="#ffffff",
    muted="#dcdcdc",
    faint="#b4b4b4",
    wave="#a8a8a8",
    accent="#f6982a",
    on_accent="#000000",
    link="#ffb454",
    warning="#ff8c80",
    hues=hues.ON_DARK,
    strong=True,
)
CONTRAST_LIGHT = Palette(
    name="contrast-light",
    background="#ffffff",
    raised="#f4f4f4",
    selected="#d9d9d9",
    line="#6a6a6a",
    edge="#000000",
    text="#000000",
    muted="#333333",
    faint="#4c4c4c",
    wave="#6e6e6e",
    accent="#854000",
    on_accent="#ffffff",
    link="#6b3300",
    warning="#940c00",
    hues=hues.ON_LIGHT,
    strong=True,
)
PALETTES = (DARK, LIGHT, CONTRAST_DARK, CONTRAST_LIGHT)


def of(choice: str, colours: str = "expected") -> Palette:
    """Return the palette for a choice of :data:`THEMES` and one of :data:`COLOURS`.

    Raises
    ------
    ValueError
        If there is no such choice.
    """
    if choice not in THEMES:
        raise ValueError(f"{choice!r} is none of {THEMES}")
    light = choice == "light" or (choice != "dark" and _system_is_light())
    strong = choice == "contrast" or (choice == "system" and _system_is_strong())
    chosen = (CONTRAST_LIGHT if light else CONTRAST_DARK) if strong else (LIGHT if light else DARK)
    return chosen.with_colours(colours)


def of_system() -> Palette:
    """Return the palette for the system's colour scheme; dark where it does not say."""
    return of("system")


def blend(below: str, above: str, share: float) -> QColor:
    """Mix two colours; ``share`` 0 is ``below`` alone, 1 is ``above`` alone."""
    first, second = QColor(below), QColor(above)
    return QColor.fromRgbF(
        first.redF() + share * (second.redF() - first.redF()),
        first.greenF() + share * (second.greenF() - first.greenF()),
        first.blueF() + share * (second.blueF() - first.blueF()),
    )


def _system_is_light() -> bool:
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Light


def _system_is_strong() -> bool:
    """Whether the system asks for high contrast; Qt before 6.10 does not know."""
    asked = getattr(QGuiApplication.styleHints(), "accessibility", None)
    return asked is not None and asked().contrastPreference() is Qt.ContrastPreference.HighContrast
