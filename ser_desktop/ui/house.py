"""What stands behind the window, in one parcel: made by ``app``, handed on to whoever needs a part of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ser_desktop.ui.keeper import Keeper


@dataclass(frozen=True)
class Own:
    """What the model in use brings along.

    Attributes
    ----------
    window_s
        How much of an utterance it hears at most.
    unsure_below
        Probability below which it names no emotion, unless a person says otherwise.
    voices
        Names of the profiles that were made with it.
    """

    window_s: float = 3.0
    unsure_below: float = 0.45
    voices: tuple[str, ...] = ()


@dataclass(frozen=True)
class House:
    """All that outlives a page.

    Attributes
    ----------
    keeper
        What the person chose.
    own
        Tells what the model in use brings along, as it is now.
    """

    keeper: Keeper
    own: Callable[[], Own] = Own
