"""How Qt's own parts look: its palette, and the style sheet of the standard widgets."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from ser_desktop.ui.theme.measures import CONTROL_HEIGHT, GRID
from ser_desktop.ui.theme.palette import Palette

_MARKS = Path(__file__).with_name("marks").as_posix()
_LUMINOUS = 0.4  # a ground that is lighter wants dark marks
_SIDE = 2 * GRID


def qt_palette(palette: Palette) -> QPalette:
    """Give Qt's own parts (menus, tips, selections, links) the same colours."""
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
        QPalette.ColorRole.Link: palette.link,
        QPalette.ColorRole.LinkVisited: palette.link,
    }
    colours = QPalette()
    for role, colour in roles.items():
        colours.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.faint))
    return colours


def stylesheet(palette: Palette) -> str:
    """Return the rules for the standard widgets; all others paint themselves.

    A label with the property ``quiet`` is small print, a button with ``inviting`` the one that is meant to
    be pressed; ``objectName`` "surface" is the ground, "card" a framed part of it.
    """
    parts = (_grounds, _buttons, _combos, _fields, _choices, _sliders, _lists, _menus, _scrolling)
    return "".join(part(palette) for part in parts)


def _box(width: int, side: int = _SIDE) -> str:
    """Frame a control: what is inside stays where it is, however thick the frame."""
    inner = CONTROL_HEIGHT - 2 * width
    return (
        f"border-width: {width}px; padding: 0 {side + 1 - width}px; "
        f"min-height: {inner}px; max-height: {inner}px;"
    )


def _mark(name: str, ground: str) -> str:
    """Return the address of a small sign that is seen on ``ground``."""
    tone = "dark" if QColor(ground).lightnessF() > _LUMINOUS else "light"
    return f'url("{_MARKS}/{name}-{tone}.svg")'


def _off(palette: Palette) -> str:
    """How a control looks that cannot be used now; in high contrast its frame tells it too."""
    frame = f"border: 1px dashed {palette.faint};" if palette.strong else ""
    return f"color: {palette.faint}; background: transparent; {frame}"


def _grounds(palette: Palette) -> str:
    return f"""
    QWidget#surface, QDialog {{ background: {palette.background}; }}
    QWidget#card {{ border: 1px solid {palette.line}; border-radius: 8px; }}
    QWidget#toast {{ border: 1px solid {palette.line}; border-radius: 8px; background: {palette.raised}; }}
    QScrollArea, QWidget#chips {{ background: transparent; }}
    QLabel {{ color: {palette.text}; }}
    QLabel[quiet="true"] {{ color: {palette.muted}; }}
    QLabel:disabled {{ color: {palette.faint}; }}
    QToolTip {{ color: {palette.text}; background: {palette.raised}; border: 1px solid {palette.line};
        padding: 4px 8px; }}
    """


def _buttons(palette: Palette) -> str:
    ring = palette.ring
    return f"""
    QPushButton {{ border: 1px solid {palette.line}; border-radius: 8px; {_box(1)}
        background: {palette.raised}; color: {palette.text}; }}
    QPushButton:hover {{ border-color: {palette.edge}; }}
    QPushButton:pressed {{ background: {palette.selected}; }}
    QPushButton:checked {{ border-color: {palette.edge}; background: {palette.selected};
        {_checked(palette)} }}
    QPushButton:focus {{ border-color: {palette.accent}; {_box(ring)} }}
    QPushButton:disabled {{ {_off(palette)} }}
    QPushButton:flat {{ border-color: transparent; background: transparent; {_box(1, GRID)}
        text-decoration: underline; }}
    QPushButton:flat:focus {{ border-color: {palette.accent}; {_box(ring, GRID)} }}
    QPushButton::menu-indicator, QToolButton::menu-indicator {{ image: none; width: 0; }}
    QPushButton[inviting="true"] {{ background: {palette.accent}; color: {palette.on_accent};
        border-color: {palette.accent}; }}
    QPushButton[inviting="true"]:hover {{ border-color: {palette.text}; }}
    QPushButton[inviting="true"]:focus {{ border-color: {palette.text}; }}
    QPushButton[inviting="true"]:disabled {{ {_off(palette)} border-color: {palette.faint}; }}
    QToolButton {{ border: 1px solid transparent; border-radius: 8px; background: transparent;
        color: {palette.text}; {_box(1, GRID)} }}
    QToolButton:hover {{ background: {palette.selected}; }}
    QToolButton:checked {{ background: {palette.selected}; border-color: {palette.edge}; }}
    QToolButton:focus {{ border-color: {palette.accent}; {_box(ring, GRID)} }}
    QToolButton:disabled {{ color: {palette.faint}; }}
    """


def _checked(palette: Palette) -> str:
    """In high contrast a line under what is down tells it, not only another grey."""
    return f"border-bottom: 3px solid {palette.accent};" if palette.strong else ""


def _combos(palette: Palette) -> str:
    return f"""
    QComboBox {{ border: 1px solid {palette.line}; border-radius: 8px; {_box(1)}
        background: {palette.raised}; color: {palette.text}; }}
    QComboBox:hover {{ border-color: {palette.edge}; }}
    QComboBox:focus {{ border-color: {palette.accent}; {_box(palette.ring)} }}
    QComboBox:disabled {{ {_off(palette)} }}
    QComboBox::drop-down {{ border: none; width: 32px; }}
    QComboBox::down-arrow {{ image: {_mark("down", palette.background)}; width: 16px; height: 16px; }}
    QComboBox QAbstractItemView {{ border: 1px solid {palette.edge}; border-radius: 0;
        background: {palette.raised}; color: {palette.text}; outline: none; padding: 4px; }}
    QComboBox QAbstractItemView::item {{ min-height: 32px; padding: 0 8px; border-radius: 4px;
        border: {palette.ring}px solid transparent; }}
    QComboBox QAbstractItemView::item:selected {{ background: {palette.selected}; color: {palette.text};
        {_pointed(palette)} }}
    QComboBox QAbstractItemView::item:disabled {{ color: {palette.muted}; }}
    """


def _pointed(palette: Palette) -> str:
    """In high contrast a frame tells what is pointed at in a list."""
    return f"border: {palette.ring}px solid {palette.accent};" if palette.strong else ""


def _fields(palette: Palette) -> str:
    more, less = _mark("plus", palette.background), _mark("minus", palette.background)
    return f"""
    QLineEdit, QAbstractSpinBox {{ border: 1px solid {palette.edge}; border-radius: 8px; {_box(1, 12)}
        background: {palette.background}; color: {palette.text};
        selection-background-color: {palette.accent}; selection-color: {palette.on_accent};
        placeholder-text-color: {palette.muted}; }}
    QLineEdit:focus, QAbstractSpinBox:focus {{ border-color: {palette.accent}; {_box(palette.ring, 12)} }}
    QLineEdit:read-only {{ background: {palette.raised}; }}
    QLineEdit:disabled, QAbstractSpinBox:disabled {{ {_off(palette)} }}
    QAbstractSpinBox {{ qproperty-alignment: AlignCenter; }}
    QAbstractSpinBox QLineEdit {{ border: none; border-radius: 0; background: transparent; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ subcontrol-origin: padding; width: 32px;
        height: 34px; border: none; border-radius: 6px; background: transparent; }}
    QAbstractSpinBox::up-button {{ subcontrol-position: center right; }}
    QAbstractSpinBox::down-button {{ subcontrol-position: center left; }}
    QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{
        background: {palette.selected}; }}
    QAbstractSpinBox::up-arrow {{ image: {more}; width: 16px; height: 16px; }}
    QAbstractSpinBox::down-arrow {{ image: {less}; width: 16px; height: 16px; }}
    QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::down-arrow:off,
    QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::down-arrow:disabled {{ image: none; }}
    QPlainTextEdit, QTextEdit {{ border: 1px solid {palette.edge}; border-radius: 8px; padding: 4px;
        background: {palette.background}; color: {palette.text};
        selection-background-color: {palette.accent}; selection-color: {palette.on_accent}; }}
    QTextBrowser {{ border-color: {palette.line}; padding: 8px; }}
    QPlainTextEdit:focus, QTextEdit:focus {{ border: {palette.ring}px solid {palette.accent};
        padding: {5 - palette.ring}px; }}
    QTextBrowser:focus {{ padding: {9 - palette.ring}px; }}
    """


def _choices(palette: Palette) -> str:
    check = _mark("check", palette.accent)
    stops = f"stop: 0 {palette.accent}, stop: 0.5 {palette.accent}, stop: 0.6 {palette.background}"
    dot = f"qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, {stops})"
    return f"""
    QCheckBox, QRadioButton {{ min-height: 32px; spacing: 8px; padding: 0 6px 0 2px; color: {palette.text};
        border: {palette.ring}px solid transparent; border-radius: 8px; }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {palette.accent}; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {palette.faint}; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px;
        border: 2px solid {palette.edge}; background: {palette.background}; }}
    QCheckBox::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: 10px; }}
    QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {palette.text}; }}
    QCheckBox::indicator:checked {{ border-color: {palette.accent}; background: {palette.accent};
        image: {check}; }}
    QCheckBox::indicator:indeterminate {{ background: {palette.edge}; }}
    QRadioButton::indicator:checked {{ border-color: {palette.accent}; background: {dot}; }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {palette.faint}; }}
    QCheckBox::indicator:checked:disabled {{ background: {palette.faint}; }}
    """


def _sliders(palette: Palette) -> str:
    ring = palette.ring
    return f"""
    QSlider {{ min-height: 32px; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {palette.edge}; }}
    QSlider::sub-page:horizontal {{ border-radius: 2px; background: {palette.accent}; }}
    QSlider::handle:horizontal {{ width: 16px; height: 16px; margin: -8px 0; border-radius: 10px;
        border: 2px solid {palette.background}; background: {palette.accent}; }}
    QSlider::handle:horizontal:hover {{ background: {palette.text}; }}
    QSlider::handle:horizontal:focus {{ border: {ring}px solid {palette.text};
        width: {20 - 2 * ring}px; height: {20 - 2 * ring}px; }}
    QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {{
        background: {palette.faint}; }}
    QProgressBar {{ min-height: 6px; max-height: 6px; border: 1px solid {palette.edge}; border-radius: 4px;
        background: {palette.raised}; color: {palette.text}; text-align: center; }}
    QProgressBar::chunk {{ border-radius: 3px; background: {palette.accent}; }}
    """


def _lists(palette: Palette) -> str:
    return f"""
    QListView, QTableView, QTreeView {{ border: 1px solid {palette.line}; border-radius: 8px;
        background: {palette.background}; alternate-background-color: {palette.background};
        color: {palette.text}; gridline-color: {palette.line}; outline: none; padding: 4px;
        selection-background-color: {palette.selected}; selection-color: {palette.text}; }}
    QListView:focus, QTableView:focus, QTreeView:focus {{ border: {palette.ring}px solid {palette.accent};
        padding: {5 - palette.ring}px; }}
    QListView::item {{ min-height: 40px; padding: 0 8px; border-radius: 6px;
        border: 1px solid transparent; color: {palette.text}; }}
    QListView::item:hover {{ background: {palette.raised}; }}
    QListView::item:selected {{ background: {palette.selected}; color: {palette.text};
        border-left: 3px solid {palette.accent}; padding-left: 6px;
        border-top-left-radius: 0; border-bottom-left-radius: 0; }}
    QListView::item:disabled {{ color: {palette.muted}; }}
    QTableView::item {{ padding: 0 8px; border: none; }}
    QTableView::item:selected {{ background: {palette.selected}; color: {palette.text}; {_ruled(palette)} }}
    QHeaderView, QHeaderView::section {{ background: transparent; color: {palette.muted}; border: none; }}
    QHeaderView::section {{ padding: 8px; border-bottom: 1px solid {palette.line}; }}
    QTableCornerButton::section {{ background: transparent; border: none; }}
    """


def _ruled(palette: Palette) -> str:
    """In high contrast lines over and under a row tell that it is chosen."""
    rule = f"2px solid {palette.accent}"
    return f"border-top: {rule}; border-bottom: {rule};" if palette.strong else ""


def _menus(palette: Palette) -> str:
    frame = palette.edge if palette.strong else palette.line
    return f"""
    QMenu {{ border: 1px solid {frame}; background: {palette.raised}; color: {palette.text};
        padding: 4px; }}
    QMenu::item {{ padding: 8px 24px 8px 32px; border-radius: 4px;
        border: {palette.ring}px solid transparent; }}
    QMenu::item:selected {{ background: {palette.selected}; {_pointed(palette)} }}
    QMenu::item:disabled {{ color: {palette.faint}; }}
    QMenu::indicator {{ width: 16px; height: 16px; left: 8px; }}
    QMenu::indicator:checked {{ image: {_mark("check", palette.raised)}; }}
    QMenu::indicator:unchecked {{ image: none; }}
    QMenu::right-arrow {{ image: {_mark("right", palette.raised)}; width: 14px; height: 14px; right: 6px; }}
    QMenu::separator {{ height: 1px; background: {palette.line}; margin: 4px 8px; }}
    """


def _scrolling(palette: Palette) -> str:
    return f"""
    QScrollBar {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ width: 12px; }}
    QScrollBar:horizontal {{ height: 12px; }}
    QScrollBar::handle {{ background: {palette.edge}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {palette.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
