"""What stands behind the window, in one parcel: made by ``app``, handed on to whoever needs a part of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ser_desktop.engine.trainer import missing_trainer
from ser_desktop.errors import UserError
from ser_desktop.ui.keeper import Keeper
from ser_desktop.ui.models.behind import Models, Trainer
from ser_desktop.ui.voice.behind import VoiceShelf

if TYPE_CHECKING:
    from ser_desktop.ui.dialogs.report import Writer


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


def _no_report() -> Writer:
    return lambda: ("", "")


@dataclass(frozen=True)
class House:
    """All that outlives a page.

    Attributes
    ----------
    keeper
        What the person chose.
    models
        Those that are installed.
    trainer
        Makes new ones.
    voices
        The profiles of voices, as seen with the model in use.
    own
        Tells what the model in use brings along, as it is now.
    report
        Asks the engine for what is to be told of it, and returns what writes the report: on any thread.
    missing_trainer
        Tells what is missing to train; None where nothing is.
    """

    keeper: Keeper
    models: Models
    trainer: Trainer
    voices: VoiceShelf
    own: Callable[[], Own] = Own
    report: Callable[[], Writer] = _no_report
    missing_trainer: Callable[[], UserError | None] = missing_trainer
