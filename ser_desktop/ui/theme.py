"""Colours, type and measures: dark and light as equals, everything on a grid of 8 pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

GRID = 8
MARGIN = 3 * GRID
CONTROL_HEIGHT = 5 * GRID

_ALIASES = {"", "Sans", "Sans Serif", "sans-serif", "DejaVu Sans"}
_CHOSEN = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "DejaVu Sans")


class Size(IntEnum):
    """The three sizes of type, in pixels."""

    SMALL = 12
    BODY = 14
    LARGE = 28


@dataclass(frozen=True)
class Palette:
    """Colours as ``#rrggbb``.

    ``accent`` marks what sounds and what can be pressed, ``warning`` a fault or clipping; every other
    hue belongs to an emotion.
    """

    name: str
    background: str
    raised: str
    line: str
    text: str
    muted: str
    wave: str
    accent: str
    on_accent: str
    warning: str
    emotions: Mapping[str, str]

    def sign(self, icon: str) -> str:
        """Colour of the icon ``icon``: an emotion's own, a warning, or muted."""
        return self.emotions.get(icon, self.warning if icon == "fault" else self.muted)


# Emotion colours were found by search: hue and lightness near what people expect of each, the smallest
# CIEDE2000 difference between any two as large as it gets for protan, deutan and tritan eyes
# (Machado et al., 2009), at least 3:1 against the background. tests/ui/test_theme.py computes all that.
DARK = Palette(
    name="dark",
    background="#121418",
    raised="#1e2127",
    line="#30353d",
    text="#eceef1",
    muted="#9aa1ac",
    wave="#6d7582",
    accent="#f6982a",
    on_accent="#1c1204",
    warning="#ff6b5e",
    emotions={
        "anger": "#e92b17",
        "boredom": "#7e6156",
        "disgust": "#6cb876",
        "fear": "#997bff",
        "happiness": "#ede44b",
        "neutral": "#b9b9bb",
        "calm": "#66effe",
        "sadness": "#4163b9",
        "surprise": "#ba7aa8",
    },
)
LIGHT = Palette(
    name="light",
    background="#fafaf8",
    raised="#eeeeeb",
    line="#d8d9d6",
    text="#1b1d21",
    muted="#5d636d",
    wave="#8a9099",
    accent="#d97300",
    on_accent="#1c1204",
    warning="#c02a1e",
    emotions={
        "anger": "#cc0034",
        "boredom": "#876a60",
        "disgust": "#006111",
        "fear": "#8a5be0",
        "happiness": "#b18600",
        "neutral": "#4a4f53",
        "calm": "#029ba8",
        "sadness": "#0c229d",
        "surprise": "#d1508d",
    },
)


def of_system() -> Palette:
    """Return the palette for the system's colour scheme; dark where it does not say."""
    light = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Light
    return LIGHT if light else DARK


@cache
def _family() -> str:
    """Return the system's own typeface, or a good one where the system names none."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if system not in _ALIASES:
        return system
    installed = set(QFontDatabase.families())
    return next((family for family in _CHOSEN if family in installed), system)


def font(size: Size = Size.BODY, *, bold: bool = False) -> QFont:
    """Return the one typeface, with figures of equal width."""
    face = QFont(_family())
    face.setPixelSize(size)
    face.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    face.setFeature(QFont.Tag("tnum"), 1)
    return face


def blend(below: str, above: str, share: float) -> QColor:
    """Mix two colours; ``share`` 0 is ``below`` alone, 1 is ``above`` alone."""
    first, second = QColor(below), QColor(above)
    return QColor.fromRgbF(
        first.redF() + share * (second.redF() - first.redF()),
        first.greenF() + share * (second.greenF() - first.greenF()),
        first.blueF() + share * (second.blueF() - first.blueF()),
    )


def qt_palette(palette: Palette) -> QPalette:
    """Give Qt's own parts (menus, tips, selections) the same colours."""
    roles = {
        QPalette.ColorRole.Window: palette.background,
        QPalette.ColorRole.Base: palette.background,
        QPalette.ColorRole.AlternateBase: palette.raised,
        QPalette.ColorRole.Button: palette.raised,
        QPalette.ColorRole.ToolTipBase: palette.raised,
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.ToolTipText: palette.text,
        QPalette.ColorRole.PlaceholderText: palette.muted,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
    }
    colours = QPalette()
    for role, colour in roles.items():
        colours.setColor(role, QColor(colour))
    return colours


def stylesheet(palette: Palette) -> str:
    """Return the rules for the few standard widgets; all others paint themselves."""
    return f"""
    QWidget#surface {{ background: {palette.background}; }}
    QWidget#card {{ border: 1px solid {palette.line}; border-radius: 8px; }}
    QWidget#toast {{ border: 1px solid {palette.line}; border-radius: 8px; background: {palette.raised}; }}
    QScrollArea, QWidget#chips {{ background: transparent; }}
    QLabel {{ color: {palette.text}; }}
    QLabel[quiet="true"] {{ color: {palette.muted}; }}
    QToolTip {{ color: {palette.text}; background: {palette.raised}; border: 1px solid {palette.line};
        padding: 4px 8px; }}
    QPushButton, QComboBox {{ min-height: 38px; max-height: 38px; border-radius: 8px; padding: 0 16px;
        border: 1px solid {palette.line}; background: {palette.raised}; color: {palette.text}; }}
    QPushButton:hover, QComboBox:hover {{ border-color: {palette.muted}; }}
    QPushButton:focus, QComboBox:focus {{ border-color: {palette.accent}; }}
    QPushButton:disabled {{ color: {palette.muted}; background: transparent; }}
    QPushButton:checked {{ border-color: {palette.muted}; background: {palette.line}; }}
    QPushButton:flat {{ border-color: transparent; background: transparent; padding: 0 8px;
        text-decoration: underline; }}
    QPushButton:flat:focus {{ border-color: {palette.accent}; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QMenu {{ border: 1px solid {palette.line}; background: {palette.raised}; color: {palette.text};
        padding: 4px; }}
    QMenu::item {{ padding: 8px 24px 8px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {palette.line}; }}
    QMenu::separator {{ height: 1px; background: {palette.line}; margin: 4px 8px; }}
    QPushButton[inviting="true"] {{ background: {palette.accent}; color: {palette.on_accent};
        border-color: {palette.accent}; }}
    QPushButton[inviting="true"]:hover {{ border-color: {palette.text}; }}
    QPushButton[inviting="true"]:focus {{ border: 2px solid {palette.text}; padding: 0 15px;
        min-height: 36px; max-height: 36px; }}
    QComboBox::drop-down {{ border: none; width: 32px; }}
    QComboBox::down-arrow {{ image: none; width: 0; height: 0; }}
    QComboBox QAbstractItemView {{ border: 1px solid {palette.line}; background: {palette.raised};
        color: {palette.text}; outline: none; padding: 4px; }}
    QComboBox QAbstractItemView::item {{ min-height: 32px; padding: 0 8px; border-radius: 4px; }}
    QComboBox QAbstractItemView::item:selected {{ background: {palette.line}; color: {palette.text}; }}
    QComboBox QAbstractItemView::item:disabled {{ color: {palette.muted}; }}
    QScrollBar {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ width: 12px; }}
    QScrollBar:horizontal {{ height: 12px; }}
    QScrollBar::handle {{ background: {palette.line}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {palette.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
