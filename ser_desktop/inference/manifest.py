"""A model folder: ``model.tflite``, the manifest that says what it is, and its card."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from ser_desktop.errors import Phrase, UserError
from ser_desktop.features.spec import FITTED, FeatureSpec
from ser_desktop.inference.reference import Reference
from ser_desktop.results import EMOTIONS

FORMAT = 1
MODEL_FILE = "model.tflite"
MANIFEST_FILE = "manifest.json"
CARD_FILE = "MODEL_CARD.md"
PICTURE_FILE = "training.png"
MOST_BYTES = {
    MODEL_FILE: 200_000_000,
    MANIFEST_FILE: 4_000_000,
    CARD_FILE: 1_000_000,
    PICTURE_FILE: 20_000_000,
}
"""The files that a model folder has, and how large each may be; no other file is looked at."""

_LONGEST_NAME = 1_000
_DEEPEST = 20  # what stands in another, of JSON: copied and sent to other processes one in the other
_RATE_HZ = 16_000  # of everything that hears speech here; the detector knows no other


@dataclass(frozen=True)
class Tensors:
    """Names of the signature's tensors.

    Features [1, T, F]; probabilities [1, C], attention [1, S] and, where the network has an opinion of its
    own on people whom it knows, personal [1, C].
    """

    features: str = "features"
    probabilities: str = "probabilities"
    attention: str = "attention"
    personal: str = ""


@dataclass(frozen=True)
class Manifest:
    """What a model is, what it needs and what it can do; stored as JSON beside its weights.

    Attributes
    ----------
    window_frames, attention_steps
        The network's T, and S: how many attention weights cover those T frames, each as many.
    temperature
        Probabilities are softened to ``p ** (1 / temperature)``, renormalised (Guo et al., 2017).
    unsure_below
        A decision whose best probability is lower than this is "unsure".
    training
        Data and settings that made it: corpora, speakers, clips, seed, versions.
    metrics
        Figures on speakers held out, measured on the ``.tflite``.
    calibration
        What a person's voice is compared with; None where the model cannot be fitted to one. Manifests
        from before there was any lack it, as they lack the tensor "personal".
    """

    name: str
    title: str
    labels: tuple[str, ...]
    spec: FeatureSpec
    window_frames: int
    attention_steps: int
    sha256: str
    temperature: float
    unsure_below: float
    licence: str
    tensors: Tensors = field(default_factory=Tensors)
    training: dict[str, Any] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)
    calibration: Reference | None = None
    format: int = FORMAT

    def __post_init__(self) -> None:
        _check(self.format == FORMAT, f"its format is not {FORMAT}")
        _check(shown(self.name) and shown(self.title), "its name or title cannot be shown in a line")
        _check(1 <= len(self.labels) <= len(EMOTIONS), "it names no labels")
        _check(len(set(self.labels)) == len(self.labels), "it names a label twice")
        _check(set(self.labels) <= set(EMOTIONS), f"its labels must be among {', '.join(EMOTIONS)}")
        _check(1 <= self.window_frames <= 10_000, "window_frames is out of range")
        _check(0 <= self.attention_steps <= self.window_frames, "attention_steps is out of range")
        _check(
            self.window_frames % max(self.attention_steps, 1) == 0, "attention_steps must divide the window"
        )
        _check(self.spec.rate_hz == _RATE_HZ, f"its rate is not {_RATE_HZ} Hz")
        fitted = self.spec.normaliser.kind in FITTED
        _check(bool(self.spec.normaliser.mean) == fitted, "its normaliser and the statistics do not match")
        _check(0.05 <= self.temperature <= 20, "temperature is out of range")
        _check(0 <= self.unsure_below <= 1, "unsure_below is out of range")
        if self.calibration:
            _check(len(self.calibration.speech) == len(self.labels), "its calibration does not fit")

    @property
    def window_s(self) -> float:
        """Length of the window in seconds."""
        return self.window_frames / self.spec.frame_rate_hz

    @property
    def uar(self) -> float | None:
        """Mean recall over the emotions on speakers held out, 0 to 1; None where nobody measured it."""
        try:
            uar = float(self.metrics["test"]["all"]["uar"])
        except (KeyError, TypeError, ValueError, OverflowError):
            return None
        return uar if 0 <= uar <= 1 else None

    def to_json(self) -> str:
        """Text for ``manifest.json``."""
        return json.dumps(asdict(self) | {"spec": self.spec.to_json()}, indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """Read what :meth:`to_json` wrote; refuse what does not fit."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise _refused(Phrase("It is not JSON ({reason})."), reason=str(error)) from error
        _check(_flat(data), "what it says is nested too deeply")
        names = {entry.name for entry in fields(cls)}
        if isinstance(data, dict):
            data.setdefault("calibration", None)
        _check(
            isinstance(data, dict) and set(data) == names, f"it must hold exactly {', '.join(sorted(names))}"
        )
        kinds: dict[str, Any] = {
            **dict.fromkeys(("name", "title", "sha256", "licence"), str),
            **dict.fromkeys(("window_frames", "attention_steps", "format"), int),
            **dict.fromkeys(("temperature", "unsure_below"), (int, float)),
            **dict.fromkeys(("tensors", "training", "metrics", "spec"), dict),
            "labels": list,
        }
        for name, kind in kinds.items():
            value = data[name]
            _check(isinstance(value, kind) and not isinstance(value, bool), f"{name} has the wrong type")
        tensors = data["tensors"]
        tensors.setdefault("personal", "")
        _check(set(tensors) == {entry.name for entry in fields(Tensors)}, "tensors is incomplete")
        _check(all(isinstance(value, str) for value in tensors.values()), "tensor names must be texts")
        _check(all(isinstance(label, str) for label in data["labels"]), "labels must be texts")
        data["spec"] = FeatureSpec.from_json(data["spec"])
        data["labels"] = tuple(data["labels"])
        data["tensors"] = Tensors(**tensors)
        data["calibration"] = Reference.from_json(data["calibration"])
        return cls(**data)


@dataclass(frozen=True)
class Model:
    """A verified model: its manifest, and the bytes that the manifest vouches for."""

    manifest: Manifest
    content: bytes = field(repr=False)
    folder: Path


def load(folder: Path) -> Model:
    """Read a model folder and verify it; raise :class:`UserError` with the reason if it cannot be used."""
    try:
        manifest = Manifest.from_json(read_file(folder / MANIFEST_FILE).decode("utf-8"))
        content = read_file(folder / MODEL_FILE)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _refused("{folder}: {reason}.", folder=folder, reason=reason) from error
    except UserError as error:
        raise _refused("{path}: {reason}.", path=folder / MANIFEST_FILE, reason=error) from error
    if hashlib.sha256(content).hexdigest() != manifest.sha256:
        raise _refused(
            Phrase("{path} is not the file that its manifest describes (sha256 differs)."),
            path=folder / MODEL_FILE,
        )
    return Model(manifest, content, folder)


def read_file(path: Path) -> bytes:
    """Read one of the files of a model folder.

    Raises
    ------
    OSError
        It cannot be read, is no file but a device or a pipe, or has more than :data:`MOST_BYTES`.
    """
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
        raise OSError(errno.EINVAL, "it is not a file")
    most = MOST_BYTES[path.name]
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > most:
            raise OSError(errno.EFBIG, f"it has more than {most // 1_000_000} MB")
        return file.read(size)


def installed(folders: Iterable[Path]) -> list[Path]:
    """Model folders found, in the order of ``folders``, then by name; an earlier name hides a later one."""
    found: dict[str, Path] = {}
    for folder in folders:
        for manifest in sorted(folder.glob(f"*/{MANIFEST_FILE}")):
            found.setdefault(manifest.parent.name, manifest.parent)
    return list(found.values())


def find(name: str, folders: Iterable[Path]) -> Path:
    """Folder of the model called ``name``, or ``name`` itself where it is a path to a model folder."""
    known = {path.name: path for path in installed(folders)}
    if name in known:
        return known[name]
    path = Path(name)
    if (path / MANIFEST_FILE).is_file():
        return path
    raise UserError(
        "no-model",
        "There is no model called “{name}”.",
        "Installed: {known}.",
        "Train one with “ser-desktop train”, or name the folder of one.",
        name=name,
        known=", ".join(known) or Phrase("none"),
    )


def shown(text: str) -> bool:
    """Whether a text can stand in a line: no control characters, no halves of characters."""
    unseen = {"Cc", "Cs", "Zl", "Zp"}
    return len(text) <= _LONGEST_NAME and not any(unicodedata.category(one) in unseen for one in text)


def _flat(data: Any) -> bool:
    """Whether what JSON gave is nested no deeper than a manifest may be."""
    level = [data]
    for _ in range(_DEEPEST):
        level = [inner for outer in level for inner in _held(outer)]
        if not level:
            return True
    return False


def _held(data: Any) -> Iterable[Any]:
    if isinstance(data, dict):
        return data.values()
    return data if isinstance(data, list) else ()


def _refused(detail: str, **values: object) -> UserError:
    return UserError("bad-model", "This model cannot be used.", detail, "Install the model again.", **values)


def _check(holds: object, why: str) -> None:
    if not holds:
        raise _refused("{why}.", why=f"{why[0].upper()}{why[1:]}")
