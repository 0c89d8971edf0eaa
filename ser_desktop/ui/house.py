"""What stands behind the window, in one parcel: made by ``app``, handed on to whoever needs a part of it."""

from __future__ import annotations

from dataclasses import dataclass

from ser_desktop.ui.keeper import Keeper


@dataclass(frozen=True)
class House:
    """All that outlives a page.

    Attributes
    ----------
    keeper
        What the person chose.
    """

    keeper: Keeper
