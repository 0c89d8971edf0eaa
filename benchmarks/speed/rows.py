"""What is measured, against what, and how good it has to be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A row of the table.

    Attributes
    ----------
    name
        By which a benchmark tells what it measured.
    what, against
        In words.
    unit
        Of the figure, and how it is written: "×", "% of a core", "ms", "s", "MB", "%".
    must, aim
        Bounds of the figure.
    more
        Whether more is better: the bounds are then the least, otherwise the most.
    command
        That measures it, after ``python -m``.
    """

    name: str
    what: str
    against: str
    unit: str
    must: float
    aim: float
    more: bool
    command: tuple[str, ...]

    def holds(self, value: float, bound: float) -> bool:
        """Whether a figure is within a bound."""
        return value >= bound if self.more else value <= bound


_FRONT = ("benchmarks.speed.front_end",)
_INFERENCE = ("benchmarks.speed.inference",)
_LISTENING = ("benchmarks.speed.listening",)
_DELAY = ("benchmarks.speed.delay",)
_HOUR = ("benchmarks.speed.hour",)
_START = ("benchmarks.speed.starting",)
_FILES = ("benchmarks.speed.recordings",)
_GROWTH = ("benchmarks.speed.growth",)
_MEMORY = ("benchmarks.speed.memory",)
_FEATURES = ("benchmarks.speed.first_use",)
_EPOCH = ("benchmarks.speed.epoch",)

_WHOLE_WINDOW = "`librosa.feature.mfcc` over the 3 s window at each hop"
_PEER = "librosa and Keras' `predict` for each file"

ROWS = (
    Row("mfcc", "streaming MFCC, 100 ms of sound", _WHOLE_WINDOW, "×", 25, 60, True, _FRONT),
    Row(
        "while",
        "one window through the default model",
        "converted by default: WHILE loops",
        "×",
        2.5,
        6,
        True,
        _INFERENCE,
    ),
    Row(
        "onnx",
        "the same: its time",
        "the same weights in ONNX Runtime, one thread",
        "×",
        2,
        1,
        False,
        _INFERENCE,
    ),
    Row(
        "floor",
        "the same: its time",
        "its multiply-adds at the rate of NumPy's product",
        "×",
        6,
        2,
        False,
        _INFERENCE,
    ),
    Row("engine", "the engine alone, listening", "one core", "% of a core", 5, 2, False, _LISTENING),
    Row("window", "the window, listening, all drawn", "one core", "% of a core", 25, 15, False, _LISTENING),
    Row(
        "delay",
        "sound at the stream to its answer on screen, 95 %",
        "beyond hop and blocks",
        "ms",
        80,
        40,
        False,
        _DELAY,
    ),
    Row(
        "hour",
        "cost of the tenth part of an hour of session that is dearest",
        "the first",
        "×",
        1.1,
        1.03,
        False,
        _HOUR,
    ),
    Row(
        "start", "start to the window on screen", "beyond an empty window of Qt", "s", 0.6, 0.3, False, _START
    ),
    Row(
        "ready",
        "start to the first answer possible",
        "beyond an empty window of Qt",
        "s",
        1.2,
        0.6,
        False,
        _START,
    ),
    Row("files", "recordings on one core, seconds of sound a second", _PEER, "×", 8, 30, True, _FILES),
    Row("jobs", "`analyze --jobs 2`", "`--jobs 1`", "×", 1.7, 1.9, True, _FILES),
    Row(
        "growth",
        "cost of a minute, recordings of 1 min to 2 h",
        "between lengths",
        "%",
        10,
        3,
        False,
        _GROWTH,
    ),
    Row(
        "memory",
        "memory of the window after 10 minutes",
        "beyond an empty window of PySide6 and pyqtgraph",
        "MB",
        120,
        60,
        False,
        _MEMORY,
    ),
    Row(
        "features",
        "features of all recordings at the first training",
        "librosa's load and mfcc for each file, one core",
        "×",
        3,
        6,
        True,
        _FEATURES,
    ),
    Row(
        "epoch",
        "one epoch of the default recipe",
        "Keras' own LSTM, naive `fit` on padded arrays",
        "×",
        1,
        1.5,
        True,
        _EPOCH,
    ),
)
