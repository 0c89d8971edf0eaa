"""How each dialog of the window is made, on the day that somebody wants it: its modules come then, too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ser_desktop.ui.asking import Asker
    from ser_desktop.ui.dialogs.frame import Dialog
    from ser_desktop.ui.main_window import MainWindow
    from ser_desktop.ui.theme import Palette


def makers(window: MainWindow, asker: Asker) -> dict[str, Callable[[Palette], Dialog]]:
    """Return what makes each dialog over ``window``, by the names of the actions that open them."""
    house = window.house

    def preferences(palette: Palette) -> Dialog:
        from ser_desktop.ui.dialogs.preferences import Preferences

        calibrate = next((one for one in window.actions() if one.objectName() == "calibrate"), None)
        return Preferences(window, palette, house, asker, calibrate)

    def shortcuts(palette: Palette) -> Dialog:
        from ser_desktop.ui.dialogs.shortcuts import Shortcuts

        return Shortcuts(window, palette)

    def about(palette: Palette) -> Dialog:
        from ser_desktop.ui.dialogs.about import About

        return About(window, palette)

    def report(palette: Palette) -> Dialog:
        from ser_desktop.ui.dialogs.report import ReportDialog

        return ReportDialog(window, palette, house.report)

    def calibrate(palette: Palette) -> Dialog:
        from ser_desktop.ui.voice.dialog import VoiceDialog

        clips = window.live.clips
        return VoiceDialog(window, palette, window.engine, house.voices, house.keeper, asker, clips)

    return {
        "preferences": preferences,
        "shortcuts": shortcuts,
        "about": about,
        "report": report,
        "calibrate": calibrate,
    }
