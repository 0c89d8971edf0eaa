"""The contract between trainer and app: how samples become the numbers that a network sees."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, fields
from types import MappingProxyType
from typing import Any, Literal, get_args

from ser_desktop.errors import UserError

NormaliserKind = Literal["none", "training", "level", "speech", "utterance"]
FITTED = frozenset({"training", "level", "speech"})
"""Kinds of normaliser that have statistics of the training clips."""
Front = Literal["mfcc", "log_mel"]

DESCRIPTORS: Mapping[str, int] = MappingProxyType(
    {
        "centroid": 1,
        "contrast": 1,
        "bandwidth": 1,
        "rolloff": 1,
        "zero_crossings": 1,
        "rms": 1,
        "shape": 12,
        "pitch": 5,
        "pitchgram": 36,
        "chroma": 12,
    }
)
"""What may stand beside the front end, and how many columns each takes; see ``descriptors`` and ``pitch``."""

PITCHED = frozenset({"pitch", "pitchgram", "chroma"})
"""Descriptors that hear a stretch of twice the frame's length, around the same centre."""

LOWEST_PITCH_HZ = 62.5


def _check(holds: object, why: str) -> None:
    if not holds:
        raise UserError(
            "bad-feature-spec",
            "The model's feature description cannot be used.",
            "{why}.",
            "Install the model again, or update the program.",
            why=f"{why[0].upper()}{why[1:]}",
        )


@dataclass(frozen=True)
class Normaliser:
    """How a window of features is centred and scaled before the network.

    Attributes
    ----------
    kind
        "none": as they are. "training": ``(x - mean) / scale`` with the training set's statistics.
        "level": the same, after the level (coefficient 0; each mel band; "rms") was made relative to the
        window's own speech, so that a quiet and a loud recording look alike. "speech": the same, and what
        noise would cover is left out: levels end 22 dB below the mean of the speech, and what describes a
        frame beside its levels fades to its mean in the 8 dB below what counts as speech. "utterance":
        the window's own mean and deviation over its speech.
    mean, scale
        Training statistics, one value a feature; empty for "none" and "utterance".
    active_db
        Frames within this many dB of the window's loudest frame count as its speech.
    """

    kind: NormaliserKind = "none"
    mean: tuple[float, ...] = ()
    scale: tuple[float, ...] = ()
    active_db: float = 25.0

    def __post_init__(self) -> None:
        _check(self.kind in get_args(NormaliserKind), f"normaliser kind {self.kind!r} is not known")
        _check(len(self.mean) == len(self.scale), "normaliser mean and scale differ in length")
        _check(all(-1e9 < value < 1e9 for value in self.mean), "normaliser mean is out of range")
        _check(all(1e-6 < value < 1e9 for value in self.scale), "normaliser scale must be positive")
        _check(0 < self.active_db < 1e3, "normaliser active_db must be positive")


@dataclass(frozen=True)
class FeatureSpec:
    """A versioned feature set: a front end, its deltas, and descriptors beside them, frame by frame.

    Front "mfcc": mel-frequency cepstral coefficients (Davis and Mermelstein, 1980), equal to
    ``librosa.feature.mfcc`` with ``center=False`` and ``top_db=None``: a periodic Hann window, power
    spectrum, Slaney mel bands, ``10 log10(max(power, floor))``, orthonormal DCT-II. Front "log_mel":
    those mel levels themselves, in dB; ``coefficients`` is then without meaning. Deltas of the front
    equal ``librosa.feature.delta(mode="nearest")``.

    A new meaning takes a new ``version``; a stored one is never edited. Version 1 knows neither ``front``
    nor ``descriptors``: it is "mfcc" alone.
    """

    version: int = 2
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
    front: Front = "mfcc"
    descriptors: tuple[str, ...] = ()
    normaliser: Normaliser = Normaliser()

    def __post_init__(self) -> None:
        _check(self.version in {1, 2}, f"feature set version {self.version} is not known to this program")
        _check(8_000 <= self.rate_hz <= 192_000, "rate_hz must be 8000 to 192000")
        _check(0 < self.frame_samples <= self.rate_hz, "frame_samples must be at most a second")
        _check(0 < self.hop_samples <= self.frame_samples, "hop_samples must be 1 to frame_samples")
        _check(self.hop_samples <= self.rate_hz // 10, "hop_samples must be at most a tenth of a second")
        _check(1 <= self.coefficients <= self.mels <= 512, "coefficients must be 1 to mels, mels at most 512")
        _check(0 <= self.low_hz < self.high_hz <= self.rate_hz / 2, "low_hz to high_hz must fit the rate")
        _check(1e-30 <= self.floor <= 1, "floor must be 1e-30 to 1")
        _check(self.delta_order in {0, 1, 2}, "delta_order must be 0, 1 or 2")
        _check(3 <= self.delta_width <= 99 and self.delta_width % 2, "delta_width must be odd, 3 to 99")
        self._check_second_version()
        hears_levels = self.front == "log_mel" or self.normaliser.kind != "speech"
        _check(hears_levels, "normaliser kind 'speech' needs levels of bands: front 'log_mel'")
        _check(len(self.normaliser.mean) in {0, self.features}, "normaliser does not fit the features")

    def _check_second_version(self) -> None:
        plain = self.front == "mfcc" and not self.descriptors
        _check(plain or self.version > 1, "version 1 knows neither front nor descriptors")
        _check(self.front in get_args(Front), f"front {self.front!r} is not known")
        for name in self.descriptors:
            _check(name in DESCRIPTORS, f"descriptor {name!r} is none of {', '.join(DESCRIPTORS)}")
        _check(len(set(self.descriptors)) == len(self.descriptors), "a descriptor is named twice")
        shortest_s = 2 / LOWEST_PITCH_HZ if self.margin_samples else 0.02 if self.descriptors else 0.0
        _check(
            self.frame_samples >= shortest_s * self.rate_hz,
            f"frame_samples must be at least {shortest_s * 1000:.0f} ms for these descriptors",
        )

    @property
    def front_features(self) -> int:
        """Number of values of the front end in a frame, without deltas."""
        return self.mels if self.front == "log_mel" else self.coefficients

    @property
    def static_features(self) -> int:
        """Number of values in a frame without deltas: the front end's, then the descriptors'."""
        return self.front_features + sum(DESCRIPTORS[name] for name in self.descriptors)

    @property
    def features(self) -> int:
        """Number of values F in a frame: the front end's, their deltas, then the descriptors'."""
        return self.static_features + self.delta_order * self.front_features

    def columns(self, name: str) -> slice:
        """Where a descriptor of this spec stands among the features."""
        behind = self.descriptors[self.descriptors.index(name) :]
        start = self.features - sum(DESCRIPTORS[other] for other in behind)
        return slice(start, start + DESCRIPTORS[name])

    @property
    def level_columns(self) -> tuple[slice, ...]:
        """Columns that shift with the level of the sound, all of a slice by the same amount."""
        front = slice(0, self.mels if self.front == "log_mel" else 1)
        return (front, self.columns("rms")) if "rms" in self.descriptors else (front,)

    @property
    def margin_samples(self) -> int:
        """Samples before and after a frame that its descriptors of pitch hear too; 0 without such."""
        return self.frame_samples // 2 if PITCHED & set(self.descriptors) else 0

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
        """Plain data for the manifest: the fields that this version knows."""
        data = asdict(self)
        return {name: data[name] for name in _names(self.version)}

    @classmethod
    def from_json(cls, data: Any) -> FeatureSpec:
        """Read what :meth:`to_json` wrote; anything unknown, missing or of another type is refused."""
        version = data.get("version") if isinstance(data, dict) else None
        values = _typed(cls, data, _names(version))
        normaliser = _typed(Normaliser, values["normaliser"])
        for name in ("mean", "scale"):
            normaliser[name] = tuple(normaliser[name])
            numbers = {type(value) for value in normaliser[name]} <= {int, float}
            _check(numbers, f"normaliser {name} holds what is no number")
        values["normaliser"] = Normaliser(**normaliser)
        if "descriptors" in values:
            values["descriptors"] = tuple(values["descriptors"])
            _check(
                all(type(name) is str for name in values["descriptors"]), "descriptors hold what is no name"
            )
        return cls(**values)


def _names(version: object) -> list[str]:
    """Fields that a version of the feature set knows."""
    later = {"front", "descriptors"} if version == 1 else set[str]()
    return [field.name for field in fields(FeatureSpec) if field.name not in later]


def _typed(cls: type[Any], data: Any, names: Collection[str] = ()) -> dict[str, Any]:
    """Fields of a frozen dataclass (all, or those named) out of parsed JSON, each of its own type."""
    _check(isinstance(data, dict), f"{cls.__name__} is not an object")
    kinds = {field.name: str(field.type) for field in fields(cls) if not names or field.name in names}
    _check(set(data) == set(kinds), f"{cls.__name__} must hold exactly {', '.join(kinds)}")
    wanted: dict[str, tuple[type, ...]] = {
        "int": (int,),
        "float": (int, float),
        "Front": (str,),
        "NormaliserKind": (str,),
        "Normaliser": (dict,),
    }
    for name, kind in kinds.items():
        accepted = wanted.get(kind, (list, tuple))
        _check(isinstance(data[name], accepted) and not isinstance(data[name], bool), f"{name} is not {kind}")
    return dict(data)
