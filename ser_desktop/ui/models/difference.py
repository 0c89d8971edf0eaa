"""In what two answers to the same sound differ, in words."""

from __future__ import annotations

from ser_desktop.results import EMOTIONS, Analysis, Prediction
from ser_desktop.ui.language import tr
from ser_desktop.ui.models.words import emotions
from ser_desktop.ui.words import noun, percent

_WORTH_TELLING = 0.05


def difference(first: Analysis, second: Analysis) -> str:
    """Say whether both models name the same, and where they are furthest apart."""
    if first.prediction is None or second.prediction is None:
        return _speechless(first, second)
    told = [_verdicts(first, second), _furthest(first.prediction, second.prediction)]
    told += [_alone(first, second), _alone(second, first)]
    return " ".join(part for part in told if part)


def _speechless(first: Analysis, second: Analysis) -> str:
    if first.prediction is None and second.prediction is None:
        return tr("Nobody speaks in it.")
    title = (second if first.prediction is None else first).origin.title
    return tr("Only {model} found speech in it.", model=title)


def _verdicts(first: Analysis, second: Analysis) -> str:
    one, other = _label(first), _label(second)
    if one is None and other is None:
        return tr("Both are unsure.")
    if one == other and one is not None:
        return tr("Both name the same: {emotion}.", emotion=noun(one))
    return tr(
        "They differ. {first}: {one}, {second}: {other}.",
        first=first.origin.title,
        one=noun(one) if one else tr("Unsure"),
        second=second.origin.title,
        other=noun(other) if other else tr("Unsure"),
    )


def _label(analysis: Analysis) -> str | None:
    return analysis.prediction.label if analysis.prediction is not None else None


def _furthest(first: Prediction, second: Prediction) -> str:
    """Name the emotion that both know and about which they think most differently."""
    one, other = dict(first.ranked), dict(second.ranked)
    both = [label for label in EMOTIONS if label in one and label in other]
    label = max(both, key=lambda name: abs(one[name] - other[name]), default=None)
    if label is None or abs(one[label] - other[label]) < _WORTH_TELLING:
        return ""
    first_share, second_share = percent(one[label]), percent(other[label])
    return tr(
        "Furthest apart: {emotion}, {first} and {second}.",
        emotion=noun(label),
        first=first_share,
        second=second_share,
    )


def _alone(knowing: Analysis, other: Analysis) -> str:
    own = tuple(label for label in knowing.origin.labels if label not in other.origin.labels)
    if not own:
        return ""
    return tr("Only {model} knows: {emotions}.", model=knowing.origin.title, emotions=emotions(own))
