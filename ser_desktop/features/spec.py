"""The contract between trainer and app: how samples become the numbers that a network sees."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

from ser_desktop.errors import UserError

NormaliserKind = Literal["none", "training", "level", "utterance"]


def _check(holds: object, why: str) -> None:
    if not holds:
        raise UserError(
            "bad-feature-spec",
            "The model's feature description cannot be used.",
            f"{why[0].upper()}{why[1:]}.",
            "Install the model again, or update the program.",
        )


@dataclass(frozen=True)
class Normaliser:
    """How a window of features is centred and scaled before the network.

    Attributes
    ----------
    kind
        "none": as they are. "training": ``(x - mean) / scale`` with the training set's statistics.
        "level": the same, after the level (coefficient 0) was made relative to the window's own speech,
        so that a quiet and a loud recording look alike. "utterance": the window's own mean and
        deviation over its speech.
    mean, scale
        Training statistics, one value a feature; empty for "none" and "utterance".
    active_db
        Frames within this many dB of the window's loudest frame count as its speech.
    """

    kind: NormaliserKind = "none"
    mean: tuple[float, ...] = ()
    scale: tuple[float, ...] = ()
    active_db: float = 30.0

    def __post_init__(self) -> None:
        _check(self.kind in get_args(NormaliserKind), f"normaliser kind {self.kind!r} is not known")
        _check(len(self.mean) == len(self.scale), "normaliser mean and scale differ in length")
        _check(all(-1e9 < value < 1e9 for value in self.mean), "normaliser mean is out of range")
        _check(all(1e-6 < value < 1e9 for value in self.scale), "normaliser scale must be positive")
        _check(0 < self.active_db < 1e3, "normaliser active_db must be positive")


@dataclass(frozen=True)
class FeatureSpec:
    """A versioned feature set: mel-frequency cepstral coefficients (Davis and Mermelstein, 1980).

    Static coefficients equal ``librosa.feature.mfcc`` with ``center=False`` and ``top_db=None``: a
    periodic Hann window, power spectrum, Slaney mel bands, ``10 log10(max(power, floor))``,
    orthonormal DCT-II. Deltas equal ``librosa.feature.delta(mode="nearest")``. A new meaning takes a
    new ``version``; a stored one is never edited.
    """

    version: int = 1
    rate_hz: int = 16_000
    frame_samples: int = 512
    hop_samples: int = 160
    mels: int = 64
    coefficients: int = 30
    low_hz: float = 50.0
    high_hz: float = 8_000.0
    floor: float = 1e-10
    delta_order: int = 2
    delta_width: int = 9
    normaliser: Normaliser = Normaliser()

    def __post_init__(self) -> None:
        _check(self.version == 1, f"feature set version {self.version} is newer than this program")
        _check(8_000 <= self.rate_hz <= 192_000, "rate_hz must be 8000 to 192000")
        _check(0 < self.frame_samples <= self.rate_hz, "frame_samples must be at most a second")
        _check(0 < self.hop_samples <= self.frame_samples, "hop_samples must be 1 to frame_samples")
        _check(self.hop_samples <= self.rate_hz // 10, "hop_samples must be at most a tenth of a second")
        _check(1 <= self.coefficients <= self.mels <= 512, "coefficients must be 1 to mels, mels at most 512")
        _check(0 <= self.low_hz < self.high_hz <= self.rate_hz / 2, "low_hz to high_hz must fit the rate")
        _check(1e-30 <= self.floor <= 1, "floor must be 1e-30 to 1")
        _check(self.delta_order in {0, 1, 2}, "delta_order must be 0, 1 or 2")
        _check(3 <= self.delta_width <= 99 and self.delta_width % 2, "delta_width must be odd, 3 to 99")
        _check(len(self.normaliser.mean) in {0, self.features}, "normaliser does not fit the features")

    @property
    def features(self) -> int:
        """Number of values F in a frame: static coefficients, then their deltas."""
        return self.coefficients * (1 + self.delta_order)

    @property
    def frame_rate_hz(self) -> float:
        """Frames a second."""
        return self.rate_hz / self.hop_samples

    @property
    def delay_frames(self) -> int:
        """Frames of the future that a finished frame had to wait for (the deltas look ahead)."""
        return self.delta_width // 2 if self.delta_order else 0

    def frames(self, seconds: float) -> int:
        """Count of hops in a stretch of time, rounded."""
        return round(seconds * self.frame_rate_hz)

    def to_json(self) -> dict[str, Any]:
        """Plain data for the manifest."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Any) -> FeatureSpec:
        """Read what :meth:`to_json` wrote; anything unknown, missing or of another type is refused."""
        values = dict(_typed(cls, data))
        normaliser = dict(_typed(Normaliser, values["normaliser"]))
        for name in ("mean", "scale"):
            normaliser[name] = tuple(normaliser[name])
            numbers = {type(value) for value in normaliser[name]} <= {int, float}
            _check(numbers, f"normaliser {name} holds what is no number")
        values["normaliser"] = Normaliser(**normaliser)
        return cls(**values)


def _typed(cls: type[Any], data: Any) -> dict[str, Any]:
    """Fields of a frozen dataclass out of parsed JSON, each of its own type."""
    _check(isinstance(data, dict), f"{cls.__name__} is not an object")
    names = {field.name: str(field.type) for field in fields(cls)}
    _check(set(data) == set(names), f"{cls.__name__} must hold exactly {', '.join(names)}")
    wanted: dict[str, tuple[type, ...]] = {"int": (int,), "float": (int, float), "NormaliserKind": (str,)}
    for name, kind in names.items():
        accepted = wanted.get(kind, (dict,) if kind == "Normaliser" else (list, tuple))
        _check(isinstance(data[name], accepted) and not isinstance(data[name], bool), f"{name} is not {kind}")
    return dict(data)
