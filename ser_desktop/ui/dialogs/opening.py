"""The dialogs of a window: each is made when it is first wanted, and is there once."""

from __future__ import annotations

from collections.abc import Callable

from ser_desktop.ui.dialogs.frame import Dialog
from ser_desktop.ui.theme import Palette


class Dialogs:
    """Opens dialogs, dresses them as the window, and closes them with it.

    Parameters
    ----------
    makers
        By the names of the actions that open them; each is given the palette of the moment.
    """

    def __init__(self, palette: Palette, makers: dict[str, Callable[[Palette], Dialog]]) -> None:
        self._palette = palette
        self._makers = makers
        self._made: dict[str, Dialog] = {}

    def open(self, name: str) -> None:
        """Show a dialog, in front."""
        if name not in self._made:
            self._made[name] = self._makers[name](self._palette)
        dialog = self._made[name]
        dialog.present()

    def get(self, name: str) -> Dialog | None:
        """Return a dialog that was opened."""
        return self._made.get(name)

    def use_palette(self, palette: Palette) -> None:
        """Dress those that were made."""
        self._palette = palette
        for dialog in self._made.values():
            dialog.use_palette(palette)

    def close(self) -> None:
        """Close those that are open."""
        for dialog in self._made.values():
            dialog.close()
