"""The same sound, heard in several ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ser_desktop.engine.hearing import Setup
from ser_desktop.engine.jobs import CancelledError, Progress, analyze_file, analyze_samples
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Analysis, Clip

__all__ = ["CancelledError", "compare"]


def compare(
    setups: Sequence[Setup],
    sound: Clip | Path,
    *,
    on_progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Analysis, ...]:
    """Hear one clip or file with each of these models, voices and rules; one analysis each, in their order.

    It works on the caller's thread, some hundredths of the sound's length for each.

    Parameters
    ----------
    on_progress
        Called with the share of all that is done, 0 to 1, for a file about every two seconds of sound.
    cancelled
        Asked as often; where it says True all ends.

    Raises
    ------
    UserError
        The file cannot be read or is too short, a model cannot be run, a voice belongs to another model.
    CancelledError
        It was told to stop.
    """
    found: list[Analysis] = []
    for setup in setups:
        if cancelled():
            raise CancelledError
        runner = Runner(setup.model, setup.profile)
        if isinstance(sound, Clip):
            analysis = analyze_samples(runner, sound.samples, sound.rate_hz, sound.source, rules=setup.rules)
            found.append(replace(analysis, began=sound.began))
        else:
            done = len(found)

            def tell(progress: Progress, done: int = done) -> None:
                part = progress.done_s / progress.duration_s if progress.duration_s > 0 else 0.0
                on_progress((done + min(1.0, part)) / len(setups))

            found.append(
                analyze_file(runner, sound, rules=setup.rules, on_progress=tell, cancelled=cancelled)
            )
        on_progress(len(found) / len(setups))
    return tuple(found)
