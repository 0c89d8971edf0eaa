"""How a person wants to be heard: the model, whose voice, and the rules; and what these come to together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ser_desktop import __version__
from ser_desktop.features.speech import SpeechRules
from ser_desktop.inference.manifest import Manifest, Model
from ser_desktop.inference.profile import Profile
from ser_desktop.inference.runner import Runner
from ser_desktop.inference.smoothing import Smoother, decide
from ser_desktop.results import Float32, Origin, Prediction, Segment

HOP_S = (0.1, 1.0)
WINDOW_S = (1.0, 10.0)
SMOOTHING_S = (0.0, 5.0)
UNSURE_BELOW = (0.0, 1.0)
"""Between which numbers a person may choose; the speech gate's are in :mod:`ser_desktop.features.speech`."""


@dataclass(frozen=True)
class Rules:
    """How often, how soon and over what the pipeline decides; seconds.

    Attributes
    ----------
    hop_s
        How often the model is asked, 0.1 to 1.
    window_s
        How much of an utterance it hears at most, 1 to 10; None, or more than the model's own: as much as it
        was made for.
    smoothing_s
        Time constant of what is shown, 0 (each answer as it is) to 5.
    unsure_below
        Probability below which no emotion is named, 0 to 1; None for the model's own.
    adapts
        Whether it learns, from each utterance that ended, what the person who speaks sounds like. It takes
        for granted that all emotions are heard in turn, and who is calm for an hour is not.

    Raises
    ------
    ValueError
        A number is out of its range.
    """

    hop_s: float = 0.2
    window_s: float | None = None
    smoothing_s: float = 0.8
    unsure_below: float | None = None
    first_answer_s: float = 0.7
    shortest_s: float = 0.25
    longest_segment_s: float = 10.0
    adapts: bool = False
    speech: SpeechRules = field(default_factory=SpeechRules)

    def __post_init__(self) -> None:
        _check("hop_s", self.hop_s, HOP_S)
        _check("window_s", self.window_s, WINDOW_S)
        _check("smoothing_s", self.smoothing_s, SMOOTHING_S)
        _check("unsure_below", self.unsure_below, UNSURE_BELOW)


@dataclass(frozen=True)
class Setup:
    """What somebody chose to be heard with; can be handed to another process."""

    model: Model
    profile: Profile | None = None
    rules: Rules = field(default_factory=Rules)

    def hearing(self) -> Hearing:
        """Make it ready to hear, in milliseconds.

        Raises
        ------
        UserError
            The model cannot be run, or the profile belongs to another one.
        """
        return Hearing(Runner(self.model, self.profile), self.rules)


@dataclass(frozen=True)
class Hearing:
    """A model at work under rules: the one place that tells which of the two counts."""

    runner: Runner
    rules: Rules = field(default_factory=Rules)

    @property
    def labels(self) -> tuple[str, ...]:
        """Emotions that it can name."""
        return self.runner.manifest.labels

    @property
    def title(self) -> str:
        """Name of the model."""
        return self.runner.manifest.title

    @property
    def choice(self) -> tuple[Manifest, Profile | None, Rules]:
        """What it was made of: two of the same choice give the same answers."""
        return self.runner.manifest, self.runner.profile, self.rules

    @property
    def hop_s(self) -> float:
        """How often the model is asked: whole frames."""
        spec = self.runner.manifest.spec
        return spec.frames(self.rules.hop_s) / spec.frame_rate_hz

    @property
    def window_frames(self) -> int:
        """How many frames of an utterance are heard at most, never more than the network takes."""
        manifest = self.runner.manifest
        wanted_s = manifest.window_s if self.rules.window_s is None else self.rules.window_s
        return min(manifest.window_frames, manifest.spec.frames(wanted_s))

    @property
    def window_s(self) -> float:
        """How much of an utterance is heard at most."""
        return self.window_frames / self.runner.manifest.spec.frame_rate_hz

    @property
    def unsure_below(self) -> float:
        """Probability below which no emotion is named."""
        own = self.rules.unsure_below
        return self.runner.manifest.unsure_below if own is None else own

    @property
    def origin(self) -> Origin:
        """What will have made its results."""
        manifest = self.runner.manifest
        return Origin(
            version=__version__,
            model=manifest.name,
            title=manifest.title,
            sha256=manifest.sha256,
            labels=manifest.labels,
            window_s=self.window_s,
            hop_s=self.hop_s,
            unsure_below=self.unsure_below,
            temperature=manifest.temperature,
            personal=self.runner.personal or self.rules.adapts,
        )

    def smoother(self) -> Smoother:
        """Make what brings its answers to a pace that one can read."""
        return Smoother(self.labels, self.unsure_below, self.rules.smoothing_s)

    def decide(self, probabilities: Float32) -> Prediction:
        """Decide on a finished stretch, from its probabilities [C]."""
        return decide(self.labels, probabilities, self.unsure_below)

    def overall(self, segments: Sequence[Segment]) -> Prediction | None:
        """Return the mean over segments, each weighing as long as it lasted; None where nobody spoke."""
        if not segments:
            return None
        weights = [segment.end_s - segment.start_s for segment in segments]
        probabilities = [segment.prediction.probabilities for segment in segments]
        return self.decide(np.average(probabilities, axis=0, weights=weights).astype(np.float32))


def _check(name: str, value: float | None, limits: tuple[float, float]) -> None:
    lowest, highest = limits
    if value is not None and not lowest <= value <= highest:
        raise ValueError(f"{name} is {value}, not between {lowest} and {highest}")
