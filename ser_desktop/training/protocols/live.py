"""P8: what a person in front of the window sees, and when; through the program's own live pipeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from ser_desktop.engine.pipeline import Pipeline, Step
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.runner import Runner
from ser_desktop.training.corpora import Clip
from ser_desktop.training.protocols.stream import PAUSES, Spoken, stream

AFTERGLOW_S = 1.0
"""For so long after the last word, a label shown is still an answer to it."""

_LONGEST_CHUNK_S = 0.15


@dataclass(frozen=True)
class Latency:
    """Seconds from speech onset until something was shown, over the clips where it was ever shown.

    Attributes
    ----------
    shown, never
        Clips where it was, and where it never was; the latter have no part in ``median_s`` and ``p90_s``.
    median_of_all_s
        The median where "never" counts as endless; None if that is the half or more.
    """

    shown: int
    never: int
    median_s: float | None
    p90_s: float | None
    median_of_all_s: float | None


@dataclass(frozen=True)
class Live:
    """One stream as the window showed it; shares are fractions.

    Attributes
    ----------
    between
        What lay between the clips.
    speech_s, no_speech_s
        Time in which somebody speaks, by the clips' own energy, and all other time.
    first_label, right_label
        From a clip's onset to the first emotion named in answer to it ("unsure" names none), and to the
        first that is the right one.
    asked, decided
        Share of the clips on which the model was asked at all, and for which an emotion was ever named;
        between them lie those on which it was unsure throughout.
    right_at_end
        Share of the clips for which the last emotion named was right.
    no_speech_labelled
        Share, with an emotion shown, of the time in which nobody has spoken for :data:`AFTERGLOW_S`.
    no_speech_labelled_strict
        The same of all of ``no_speech_s``: a label that outlasts the last word by a moment counts too.
    flips_per_minute
        How often one emotion took another's place while somebody spoke, for each minute of speech.
    """

    between: str
    clips: int
    speech_s: float
    no_speech_s: float
    first_label: Latency
    right_label: Latency
    asked: float
    decided: float
    right_at_end: float
    no_speech_labelled: float
    no_speech_labelled_strict: float
    flips_per_minute: float

    def to_json(self) -> dict[str, Any]:
        """Plain data for a report."""
        return asdict(self)


def live(
    model: Model,
    clips: Sequence[Clip],
    *,
    seed: int,
    between: str = PAUSES,
    on_clip: Callable[[], None] = lambda: None,
) -> Live:
    """Push clips of held-out speakers through the live pipeline, in chunks of random size, and judge it.

    Parameters
    ----------
    clips
        Each with one of the model's labels.
    seed
        Decides on order, pauses and chunks.
    between
        What lies between the clips, one of :data:`ser_desktop.training.protocols.stream.BETWEEN`.
    on_clip
        Called after each clip.
    """
    rate_hz = model.manifest.spec.rate_hz
    pipeline = Pipeline(Runner(model), rate_hz)
    rng = np.random.default_rng([seed, 1])
    longest = round(_LONGEST_CHUNK_S * rate_hz)
    steps: list[Step] = []
    said: list[Spoken] = []
    for piece in stream(clips, rate_hz, seed=seed, between=between):
        cuts = np.cumsum(rng.integers(1, longest, 2 * len(piece.samples) // longest + 20))
        for chunk in np.split(piece.samples, cuts[cuts < len(piece.samples)]):
            steps += pipeline.push(chunk)
        if piece.spoken:
            said.append(piece.spoken)
            on_clip()
    steps += pipeline.flush()
    return judge(said, steps, pipeline.time_s, between)


def judge(said: Sequence[Spoken], steps: Sequence[Step], end_s: float, between: str = PAUSES) -> Live:
    """Compare what was shown at each step with what was said; what a step shows stays until the next."""
    given = _given(said, steps)
    first_s = [
        min((answer.after_s for answer in answers if answer.label), default=np.inf) for answers in given
    ]
    right_s = [
        min((answer.after_s for answer in answers if answer.label == spoken.label), default=np.inf)
        for spoken, answers in zip(said, given, strict=True)
    ]
    last = [[answer.label for answer in answers if answer.label][-1:] for answers in given]
    speech_s = sum(spoken.end_s - spoken.onset_s for spoken in said)
    return Live(
        between=between,
        clips=len(said),
        speech_s=speech_s,
        no_speech_s=end_s - speech_s,
        first_label=_latency(first_s),
        right_label=_latency(right_s),
        asked=float(np.mean([bool(answers) for answers in given])),
        decided=float(np.mean(np.isfinite(first_s))),
        right_at_end=float(
            np.mean([[spoken.label] == label for spoken, label in zip(said, last, strict=True)])
        ),
        no_speech_labelled=_no_speech_labelled(said, steps, end_s, AFTERGLOW_S),
        no_speech_labelled_strict=_no_speech_labelled(said, steps, end_s, 0.0),
        flips_per_minute=60 * sum(_flips(spoken, steps) for spoken in said) / speech_s,
    )


@dataclass(frozen=True)
class _Answer:
    """What the model said of a clip, so long after its onset; None where it was unsure."""

    after_s: float
    label: str | None


def _given(said: Sequence[Spoken], steps: Sequence[Step]) -> list[list[_Answer]]:
    """Answers to each clip, in order: those between its onset and the next one's.

    An answer is fresh from the model, or the word on a whole utterance; what merely stays shown is none.
    """
    onsets_s = [spoken.onset_s for spoken in said]
    answers: list[list[_Answer]] = [[] for _ in said]
    for step in steps:
        clip = int(np.searchsorted(onsets_s, step.time_s)) - 1
        if clip < 0:
            continue
        after_s = step.time_s - onsets_s[clip]
        if step.probabilities is not None:
            answers[clip].append(_Answer(after_s, _shown(step)))
        if step.segment and step.segment.end_s > onsets_s[clip]:
            answers[clip].append(_Answer(after_s, step.segment.prediction.label))
    return answers


def _shown(step: Step) -> str | None:
    return step.prediction.label if step.prediction else None


def _latency(seconds: Sequence[float]) -> Latency:
    """Sum up; infinite where it was never shown."""
    shown = [value for value in seconds if np.isfinite(value)]
    of_all_s = float(np.median(seconds))
    return Latency(
        shown=len(shown),
        never=len(seconds) - len(shown),
        median_s=float(np.median(shown)) if shown else None,
        p90_s=float(np.quantile(shown, 0.9)) if shown else None,
        median_of_all_s=of_all_s if np.isfinite(of_all_s) else None,
    )


def _no_speech_labelled(
    said: Sequence[Spoken], steps: Sequence[Step], end_s: float, allowed_s: float
) -> float:
    """Share, with an emotion shown, of the time that begins ``allowed_s`` after each last word."""
    untils_s = [*(step.time_s for step in steps[1:]), end_s]
    shown_s = np.array(
        [(step.time_s, until_s) for step, until_s in zip(steps, untils_s, strict=True) if _shown(step)]
    ).reshape(-1, 2)
    starts_s = [0.0, *(spoken.end_s + allowed_s for spoken in said)]
    stops_s = [*(spoken.onset_s for spoken in said), end_s]
    labelled_s = total_s = 0.0
    for start_s, stop_s in zip(starts_s, stops_s, strict=True):
        overlap_s = np.minimum(shown_s[:, 1], stop_s) - np.maximum(shown_s[:, 0], start_s)
        labelled_s += float(np.maximum(overlap_s, 0).sum())
        total_s += max(stop_s - start_s, 0)
    return labelled_s / total_s if total_s else 0.0


def _flips(spoken: Spoken, steps: Sequence[Step]) -> int:
    """Count changes from one emotion to another during a clip's speech; "unsure" in between is no emotion."""
    labels = [_shown(step) for step in steps if spoken.onset_s < step.time_s <= spoken.end_s]
    named = [label for label in labels if label]
    return sum(before != after for before, after in pairwise(named))
