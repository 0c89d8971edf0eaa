"""How a training reads: what is done now, how long it takes, what came of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ser_desktop.engine.trainer import EpochFigures, NewModel, Training, TrainingState
from ser_desktop.ui.language import N_, number, tr
from ser_desktop.ui.words import percent

_PHASES = {
    "starting": N_("Starting the trainer"),
    "looking": N_("Looking through the recordings"),
    "features": N_("Listening to the recordings"),
    "training": N_("Learning"),
    "measuring": N_("Measuring what the model is worth"),
    "writing": N_("Writing the model"),
}
_SHARES: Mapping[str, tuple[float, float]] = {
    "starting": (0.0, 0.0),
    "looking": (0.0, 0.02),
    "features": (0.02, 0.2),
    "training": (0.2, 0.94),
    "measuring": (0.94, 0.99),
    "writing": (0.99, 1.0),
}
"""Which stretch of the whole each phase is, about: they depend on the recordings and the machine."""


def share(training: Training) -> float:
    """Return how much of a training is done, 0 to 1."""
    if not training.running:
        return 1.0 if training.model is not None else 0.0
    begin, end = _SHARES.get(training.phase, (0.0, 0.0))
    return begin + (end - begin) * (training.done / training.total if training.total else 0.0)


def phase(training: Training) -> str:
    """Say what is being done, and how far that is."""
    if training.stopping:
        return tr("Stopping…")
    told = tr(_PHASES[training.phase]) if training.phase in _PHASES else ""
    if training.phase == "training" and training.epochs:
        return tr("{doing}, epoch {number} is done", doing=told, number=training.epochs[-1].number)
    if training.total and training.phase in {"looking", "features"}:
        return tr("{doing}: {done} of {total}", doing=told, done=training.done, total=training.total)
    return told


def left(training: Training) -> str:
    """Say how long it will take, as well as anybody can know; nothing where nobody can."""
    seconds = training.left_s
    if seconds is None or training.stopping:
        return ""
    if seconds < 10:
        told = tr("a few seconds")
    elif seconds < 90:
        told = tr("{count} s", count=number(10 * math.ceil(seconds / 10)))
    else:
        told = tr("{count} min", count=number(math.ceil(seconds / 60)))
    if training.phase == "training":
        return tr("About {time} left", time=told)
    return tr("About {time} left of this", time=told)


def best(epochs: tuple[EpochFigures, ...]) -> EpochFigures | None:
    """Return the epoch that did best on what is kept apart."""
    return max(epochs, key=lambda epoch: epoch.validation_uar, default=None)


def curves(epochs: tuple[EpochFigures, ...]) -> str:
    """Say what the curves show."""
    top = best(epochs)
    if top is None:
        return tr("No epoch is done yet.")
    last = epochs[-1]
    told = tr("Epoch {number}: loss {loss}", number=last.number, loss=number(last.loss, 2))
    if last.validation_loss is not None:
        told += ", " + tr("on validation {loss}", loss=number(last.validation_loss, 2))
    right = tr("{share} of emotions right on validation", share=percent(last.validation_uar))
    topmost = tr("best {share} in epoch {number}", share=percent(top.validation_uar), number=top.number)
    return f"{told}; {right}, {topmost}."


def headline(training: Training) -> str:
    """Say how it ended."""
    if training.state is TrainingState.FAILED:
        return tr("No model came of it")
    if training.model is None:
        return tr("Cancelled: there is no new model")
    if training.state is TrainingState.STOPPED:
        return tr("Stopped: the best so far was kept")
    return tr("Your model is ready")


def worth(model: NewModel) -> str:
    """Say what a new model is worth, and to whom."""
    figures = model.figures
    right = percent(float(figures["uar"]))
    guessed = percent(1 / max(1, len(model.labels)))
    if model.strangers:
        count = int(figures.get("speakers", 0))
        told = (
            tr("{share} of emotions right on one person whom it never heard.", share=right)
            if count == 1
            else tr(
                "{share} of emotions right on {count} people whom it never heard.", share=right, count=count
            )
        )
        few = tr("So few people are a hint, no more.") if count < 5 else ""
    else:
        told = tr("{share} of emotions right on other recordings of the same voices.", share=right)
        few = tr("What it does with strangers nobody knows.")
    chance = tr("By guessing it would be {share}.", share=guessed)
    return " ".join(part for part in (told, chance, few, _clips(figures)) if part)


def _clips(figures: Mapping[str, Any]) -> str:
    clips = figures.get("clips")
    return tr("Measured on {count} recordings.", count=clips) if clips else ""


def row(training: Training) -> str:
    """Say in a few words how a training is: its line in the list."""
    parts = [percent(share(training)), left(training) or phase(training)]
    return ", ".join(part for part in parts if part)
