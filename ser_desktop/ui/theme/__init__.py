"""How the window looks: colours, type and measures, and the style of Qt's own parts."""

from ser_desktop.ui.theme.document import show_markdown
from ser_desktop.ui.theme.frame import paint_frame
from ser_desktop.ui.theme.measures import CONTROL_HEIGHT, GRID, MARGIN, Size, font
from ser_desktop.ui.theme.palette import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    PALETTES,
    Palette,
    blend,
    of,
    of_system,
)
from ser_desktop.ui.theme.sheet import qt_palette, stylesheet

__all__ = [
    "CONTRAST_DARK",
    "CONTRAST_LIGHT",
    "CONTROL_HEIGHT",
    "DARK",
    "GRID",
    "LIGHT",
    "MARGIN",
    "PALETTES",
    "Palette",
    "Size",
    "blend",
    "font",
    "of",
    "of_system",
    "paint_frame",
    "qt_palette",
    "show_markdown",
    "stylesheet",
]
