"""P7: whether a model's confidence can be trusted, and what is gained by withholding what it doubts."""

from __future__ import annotations

import io
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from ser_desktop.training.evaluate import Answers, calibration_error, uar

_BINS = 15
_SHARES = tuple(round(1 - 0.05 * step, 2) for step in range(11))


@dataclass(frozen=True)
class Bin:
    """Clips whose confidence lies in one fifteenth of 0 to 1: how sure the model was, how often right."""

    confidence: float
    accuracy: float
    clips: int


@dataclass(frozen=True)
class Point:
    """What the most certain ``coverage`` of the decisions are worth; all fractions.

    ``least_confidence`` is that of the least certain one kept.
    """

    coverage: float
    least_confidence: float
    accuracy: float
    uar: float


@dataclass(frozen=True)
class Coverage:
    """Calibration, and accuracy against coverage from all decisions down to the most certain half."""

    clips: int
    expected_calibration_error: float
    mean_confidence: float
    bins: tuple[Bin, ...]
    curve: tuple[Point, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain data for a report."""
        return asdict(self)


def coverage(answers: Answers) -> Coverage:
    """Measure calibration (ECE, 15 bins) and the risk-coverage curve (El-Yaniv and Wiener, 2010).

    Of equally certain decisions the earlier one is kept. The UAR counts the classes that are left.
    """
    confidence = answers.probabilities.max(1)
    decisions = answers.probabilities.argmax(1)
    surest = np.argsort(-confidence, kind="stable")
    points = []
    for share in _SHARES:
        kept = surest[: max(1, round(share * len(surest)))]
        targets, decided = answers.targets[kept], decisions[kept]
        accuracy = float(np.mean(targets == decided))
        points.append(Point(share, float(confidence[kept[-1]]), accuracy, uar(targets, decided)))
    return Coverage(
        clips=len(confidence),
        expected_calibration_error=calibration_error(answers, _BINS),
        mean_confidence=float(confidence.mean()),
        bins=_bins(answers),
        curve=tuple(points),
    )


def coverage_picture(measured: Coverage) -> bytes:
    """Draw accuracy against confidence beside accuracy against coverage; return a PNG."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 4.5), dpi=100, layout="constrained")
    left, right = figure.subplots(1, 2)
    _draw_calibration(left, measured)
    _draw_curve(right, measured)
    image = io.BytesIO()
    figure.savefig(image, format="png", metadata={"Software": None})
    return image.getvalue()


def _bins(answers: Answers) -> tuple[Bin, ...]:
    """Bins that hold clips, by confidence, as :func:`calibration_error` draws them."""
    confidence = answers.probabilities.max(1)
    right = answers.probabilities.argmax(1) == answers.targets
    bin_of = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    members = (bin_of == number for number in np.unique(bin_of))
    return tuple(
        Bin(float(confidence[inside].mean()), float(right[inside].mean()), int(inside.sum()))
        for inside in members
    )


def _draw_calibration(axes: Any, measured: Coverage) -> None:
    """How often right, for each degree of confidence; the area of a dot is its number of clips."""
    share = 100 * np.array([(bin_.confidence, bin_.accuracy) for bin_ in measured.bins])
    area = [2000 * bin_.clips / measured.clips for bin_ in measured.bins]
    axes.plot([0, 100], [0, 100], color="tab:gray", linestyle=":", label="as sure as right")
    axes.scatter(share[:, 0], share[:, 1], s=area, color="tab:blue", alpha=0.6)
    axes.plot(share[:, 0], share[:, 1], color="tab:blue", label="measured")
    axes.set(xlabel="confidence, %", ylabel="right, %", xlim=(0, 100), ylim=(0, 100))
    axes.set_title(f"Calibration: error {100 * measured.expected_calibration_error:.1f} points")
    axes.legend(loc="upper left")


def _draw_curve(axes: Any, measured: Coverage) -> None:
    """Accuracy and UAR of the decisions that are left."""
    kept = [100 * point.coverage for point in measured.curve]
    axes.plot(
        kept, [100 * p.accuracy for p in measured.curve], color="tab:blue", marker="o", label="accuracy"
    )
    axes.plot(kept, [100 * p.uar for p in measured.curve], color="tab:orange", marker="o", label="UAR")
    axes.set(xlabel="decisions kept, the surest first, %", ylabel="%", ylim=(0, 100))
    axes.invert_xaxis()
    axes.set_title("Withholding what is doubted")
    axes.legend(loc="lower right")
