"""What is known of a training: frozen, the latest wins; and how a line of the trainer changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from ser_desktop.errors import UserError


class TrainingState(StrEnum):
    """How far a training is; exactly one holds at a time."""

    IDLE = "idle"
    PREPARING = "preparing"
    TRAINING = "training"
    MEASURING = "measuring"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


PHASES: Mapping[str, TrainingState] = {
    "starting": TrainingState.PREPARING,
    "looking": TrainingState.PREPARING,
    "features": TrainingState.PREPARING,
    "training": TrainingState.TRAINING,
    "measuring": TrainingState.MEASURING,
    "writing": TrainingState.MEASURING,
}
"""What the trainer calls what it does, and the state that it belongs to."""


@dataclass(frozen=True)
class EpochFigures:
    """One epoch, numbered from 1; ``validation_uar`` is a fraction from 0 to 1, the losses are in nats."""

    number: int
    loss: float
    validation_loss: float | None
    validation_uar: float


@dataclass(frozen=True)
class LeftOut:
    """Recordings that cannot be used for one reason, which is the title of ``reason``; one of them."""

    reason: UserError
    count: int
    example: Path


@dataclass(frozen=True)
class Found:
    """What recordings hold.

    Attributes
    ----------
    speakers
        Names of those who were named.
    unnamed
        Recordings whose speaker nobody named.
    labels
        Emotions with their number of recordings, in common order.
    strangers
        Whether there are enough speakers to judge the model on some whom it never heard. If not, its
        figure is for other recordings of the same voices.
    """

    clips: int
    speakers: tuple[str, ...]
    unnamed: int
    labels: tuple[tuple[str, int], ...]
    strangers: bool
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True)
class NewModel:
    """The model that was made; ``figures`` as in its manifest, on ``strangers`` or on the same voices."""

    folder: Path
    name: str
    title: str
    labels: tuple[str, ...]
    strangers: bool
    figures: Mapping[str, Any]


@dataclass(frozen=True)
class Training:
    """A training at one moment.

    Attributes
    ----------
    phase
        A key of :data:`PHASES`.
    done, total, left_s
        Steps of this phase, of how many (0: not counted), and seconds that it will still take by its pace
        (None: cannot be told).
    stopping
        Somebody asked it to end, and it has not yet.
    error
        Why there is no model: always where it FAILED; where it was STOPPED too early to keep anything.
    model
        Where it is DONE, or was STOPPED and the best so far was kept.
    """

    state: TrainingState = TrainingState.IDLE
    phase: str = ""
    done: int = 0
    total: int = 0
    left_s: float | None = None
    epochs: tuple[EpochFigures, ...] = ()
    found: Found | None = None
    stopping: bool = False
    error: UserError | None = None
    model: NewModel | None = field(default=None)

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self.state in {TrainingState.PREPARING, TrainingState.TRAINING, TrainingState.MEASURING}


@dataclass(frozen=True)
class Looked:
    """A look into a folder: how far it is, what was found, and why no model could be made of it."""

    folder: Path
    done: int = 0
    total: int = 0
    found: Found | None = None
    finished: bool = False
    error: UserError | None = None


BEGUN = Training(TrainingState.PREPARING, "starting")


def heard(training: Training, line: Mapping[str, Any]) -> Training:
    """Return what is known once the trainer said ``line``."""
    match dict(line):
        case {"progress": {"phase": str(phase), "done": done, "total": total, "left_s": left_s}}:
            state = PHASES[phase]
            return replace(training, state=state, phase=phase, done=done, total=total, left_s=left_s)
        case {"found": dict(found)}:
            return replace(training, found=found_in(found))
        case {"left_out": dict(one)} if training.found is not None:
            left_out = (*training.found.left_out, _left_out(one))
            return replace(training, found=replace(training.found, left_out=left_out))
        case {"epoch": dict(epoch)}:
            return replace(training, epochs=(*training.epochs, EpochFigures(**epoch)))
    return _last_word(training, line)


def _last_word(training: Training, line: Mapping[str, Any]) -> Training:
    if "model" in line:
        state = TrainingState.STOPPED if line["model"]["stopped"] else TrainingState.DONE
        return replace(_over(training, state), model=_model(line["model"]))
    if "error" in line:
        error = UserError.from_data(line["error"])
        early = training.stopping and error.code == "nothing-trained"
        state = TrainingState.STOPPED if early else TrainingState.FAILED
        return replace(_over(training, state), error=error)
    return training


def ended(training: Training, *, cancelled: bool, last_words: str) -> Training:
    """Return what is known once the trainer is gone."""
    if not training.running:
        return training
    if cancelled:
        return _over(training, TrainingState.STOPPED)
    return replace(_over(training, TrainingState.FAILED), error=died(last_words))


def looked_on(looked: Looked, line: Mapping[str, Any]) -> Looked:
    """Return what is known of a folder once the trainer said ``line``."""
    match dict(line):
        case {"progress": {"done": int(done), "total": int(total)}}:
            return replace(looked, done=done, total=total)
        case {"found": dict(found)}:
            return replace(looked, found=found_in(found))
        case {"error": dict(error)}:
            return replace(looked, error=UserError.from_data(error))
    return looked


def looked_through(looked: Looked, last_words: str) -> Looked:
    """Return what is known of a folder once the trainer is gone."""
    silent = looked.found is None and looked.error is None
    return replace(looked, finished=True, error=died(last_words) if silent else looked.error)


def died(last_words: str) -> UserError:
    """Return the words for a trainer that ended without a word of its own."""
    return UserError(
        "training-crashed",
        "The training ended unexpectedly.",
        "Its last words: {words}",
        "Perhaps memory ran out: close other programs and start it again.",
        words=last_words or "-",
    )


def found_in(data: Mapping[str, Any]) -> Found:
    """Read what the trainer says of the recordings."""
    return Found(
        clips=data["clips"],
        speakers=tuple(name.partition("/")[2] for name in data["speakers"]),
        unnamed=data["unnamed"],
        labels=tuple(data["labels"].items()),
        strangers=data["strangers"],
        left_out=tuple(_left_out(one) for one in data["left_out"]),
    )


def _over(training: Training, state: TrainingState) -> Training:
    return replace(training, state=state, phase="", done=0, total=0, left_s=None, stopping=False)


def _left_out(data: Mapping[str, Any]) -> LeftOut:
    return LeftOut(UserError.from_data(data["reason"]), data["count"], Path(data["example"]))


def _model(data: Mapping[str, Any]) -> NewModel:
    return NewModel(
        folder=Path(data["folder"]),
        name=data["name"],
        title=data["title"],
        labels=tuple(data["labels"]),
        strangers=data["strangers"],
        figures=data["figures"],
    )
