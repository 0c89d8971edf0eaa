"""What a person asks of the trainer, checked before any work is done."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ser_desktop.errors import UserError
from ser_desktop.features.spec import FeatureSpec, Normaliser, NormaliserKind
from ser_desktop.results import EMOTIONS
from ser_desktop.training.architectures import AttentionBilstm
from ser_desktop.training.schedule import Schedule


def static_features(normaliser: NormaliserKind = "level") -> FeatureSpec:
    """Take static MFCCs: the network's first convolution learns its own deltas."""
    return FeatureSpec(delta_order=0, normaliser=Normaliser(normaliser))


@dataclass(frozen=True)
class TrainingRequest:
    """Corpora by name and folder, the new model's folder, and how to train.

    Attributes
    ----------
    cache
        Where features are kept between trainings.
    labels
        Emotions to tell apart; empty for all that the corpora hold, after ``merge`` (pairs: from, to).
    epochs, steps
        At most so many epochs, each of so many batches.
    variants
        How many acoustic variants of each training clip there are beside the clip itself.
    window_s
        Length of the network's window; rounded to whole steps of the network.
    resume
        Go on with the unfinished training of this model.
    replace
        Give up the model that ``out`` holds.
    """

    corpora: tuple[tuple[str, Path], ...]
    out: Path
    cache: Path
    labels: tuple[str, ...] = ()
    merge: tuple[tuple[str, str], ...] = ()
    title: str = ""
    seed: int = 1
    epochs: int = 60
    steps: int = 120
    variants: int = 3
    window_s: float = 3.0
    resume: bool = False
    replace: bool = False
    spec: FeatureSpec = field(default_factory=static_features)
    network: AttentionBilstm = field(default_factory=AttentionBilstm)

    def __post_init__(self) -> None:
        _check(self.corpora, "at least one corpus is needed")
        _check(0 <= self.seed < 2**32, "the seed must be 0 to 4294967295")
        _check(1 <= self.epochs <= 10_000, "epochs must be 1 to 10000")
        _check(1 <= self.steps <= 100_000, "steps must be 1 to 100000")
        _check(0 <= self.variants <= 100, "variants must be 0 to 100")
        _check(0.5 <= self.window_s <= 30, "the window must be 0.5 to 30 s long")
        for name in (*self.labels, *(name for pair in self.merge for name in pair)):
            _check(name in EMOTIONS, f"“{name}” is none of {', '.join(EMOTIONS)}")
        for old, _ in self.merge:
            _check(old not in self.labels, f"{old} is merged away and cannot be a label too")

    @property
    def state_folder(self) -> Path:
        """Where the state of the run lies until the model is finished: beside it, in OUT.training."""
        return self.out.with_name(f"{self.out.name}.training")

    @property
    def window_frames(self) -> int:
        """The network's T: the window in frames, in whole steps of the network."""
        return self.network.whole_steps(self.spec.frames(self.window_s))

    @property
    def schedule(self) -> Schedule:
        """How long and how fast to learn."""
        return Schedule(seed=self.seed, epochs=self.epochs, steps=self.steps)

    def settings(self) -> dict[str, Any]:
        """Plain data of what decides the outcome, beside recordings, features and the library."""
        return {
            **dataclasses.asdict(self.schedule),
            "variants": self.variants,
            "window_frames": self.window_frames,
            "merge": dict(self.merge),
            "network": dataclasses.asdict(self.network),
        }


def _check(holds: object, why: str) -> None:
    if not holds:
        raise UserError("bad-request", "The training cannot begin.", f"{why[0].upper()}{why[1:]}.")
