"""What a person chose, kept from one start to the next in a file that people can read."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ser_desktop import wholefile
from ser_desktop.errors import UserError
from ser_desktop.results import DeviceId

VERSION = 1
_LIMIT_BYTES = 1_000_000
_log = logging.getLogger(__name__)

BUNDLED = "general"
"""The model that came with the program: it hears where the chosen one cannot."""

THEMES = ("system", "light", "dark", "contrast")
"""Of these "system" and "contrast" follow the system's scheme."""

COLOURS = ("expected", "apart")
"""The emotions' colours: as people expect them, or as far apart as they get to all eyes."""

LANGUAGES = ("system", "en", "de", "it")
PANELS = ("level", "voice", "answer", "timeline", "plane")
"""Parts of the live page that can be hidden, from the top."""


@dataclass(frozen=True)
class Place:
    """Where a window lies on the screen, in its pixels."""

    x: int
    y: int
    width: int
    height: int
    maximised: bool = False


def _one_of(*choices: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in choices:
            raise ValueError
        return str(value)

    return read


def _some_of(*choices: str) -> Callable[[Any], tuple[str, ...]]:
    def read(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list | tuple) or not all(one in choices for one in value):
            raise ValueError
        return tuple(one for one in choices if one in value)

    return read


def _between(least: float, most: float) -> Callable[[Any], float]:
    def read(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError  # noqa: TRY004 -- one kind of refusal, whatever does not fit
        if not least <= value <= most:  # nor is NaN; compared first, for no float holds every integer
            raise ValueError
        return float(value)

    return read


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError  # noqa: TRY004 -- see above
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > 4096 or "\0" in value:
        raise ValueError
    return value


def _device(value: Any) -> DeviceId:
    return DeviceId(_text(value["name"]), _text(value["host_api"]))


def _place(value: Any) -> Place:
    far = _between(-100_000, 100_000)
    x, y, width, height = (int(far(value[name])) for name in ("x", "y", "width", "height"))
    return Place(x, y, width, height, maximised=_yes_or_no(value["maximised"]))


@dataclass(frozen=True)
class Settings:
    """All choices; what was never chosen is as the program comes.

    Attributes
    ----------
    welcomed
        Whether the first page was seen to its end.
    language, theme, colours
        Of :data:`LANGUAGES`, :data:`THEMES` and :data:`COLOURS`; "apart" are the emotions' colours for
        colour-blind eyes.
    device
        The microphone; None for the system's default.
    model, voice
        Names of the model and of the profile of a voice; no profile where that is empty.
    adapts
        Whether the program learns from what is said what the person who speaks sounds like.
    hop_s, window_s, smoothing_s
        How often a decision falls, over how much sound at most (None for as much as the model hears), and
        the time constant by which it is smoothed.
    unsure_below, speech_gate
        Probability below which no emotion is named (None for the model's own), and of speech, from which
        on somebody speaks.
    clip_s
        Length of a clip.
    clips_folder, recordings_folder
        Where clips are saved and recordings are looked for, unless another place is chosen; empty for
        the person's documents.
    hidden
        Which of :data:`PANELS` are not shown.
    window, mini
        Where the window and the small one lie.
    """

    welcomed: bool = False
    language: str = "system"
    theme: str = "system"
    colours: str = "expected"
    device: DeviceId | None = None
    model: str = BUNDLED
    voice: str = ""
    adapts: bool = False
    hop_s: float = 0.2
    window_s: float | None = None
    smoothing_s: float = 0.8
    unsure_below: float | None = None
    speech_gate: float = 0.5
    clip_s: float = 3.0
    clips_folder: str = ""
    recordings_folder: str = ""
    hidden: tuple[str, ...] = ("plane",)
    window: Place | None = None
    mini: Place | None = None


_READ: dict[str, Callable[[Any], Any]] = {
    "welcomed": _yes_or_no,
    "language": _one_of(*LANGUAGES),
    "theme": _one_of(*THEMES),
    "colours": _one_of(*COLOURS),
    "device": _or_none(_device),
    "model": _text,
    "voice": _text,
    "adapts": _yes_or_no,
    "hop_s": _between(0.1, 1.0),
    "window_s": _or_none(_between(1.0, 10.0)),
    "smoothing_s": _between(0.0, 5.0),
    "unsure_below": _or_none(_between(0.0, 1.0)),
    "speech_gate": _between(0.1, 0.9),
    "clip_s": _between(1.0, 30.0),
    "clips_folder": _text,
    "recordings_folder": _text,
    "hidden": _some_of(*PANELS),
    "window": _or_none(_place),
    "mini": _or_none(_place),
}


class SettingsFile:
    """The file of the choices. What does not fit is never lost: the file is set aside as it was.

    Parameters
    ----------
    path
        The file; it and its folder need not exist.
    now
        The time of day, for the name of what is set aside.
    """

    def __init__(self, path: Path, now: Callable[[], datetime] = datetime.now) -> None:
        self.path = path
        self._now = now

    def load(self) -> tuple[Settings, UserError | None]:
        """Read what was chosen, and a note where not all of it could be; never fails."""
        try:
            with self.path.open("rb") as file:
                text = file.read(_LIMIT_BYTES + 1)
        except FileNotFoundError:
            return Settings(), None
        except OSError:
            return Settings(), self._set_aside()
        settings, understood = _parsed(text)
        return settings, None if understood else self._set_aside()

    def save(self, settings: Settings) -> None:
        """Write all choices, whole or not at all.

        Raises
        ------
        UserError
            "settings-not-saved" where they could not be written; those of before are still there.
        """
        text = json.dumps({"version": VERSION, **asdict(settings)}, indent=1, ensure_ascii=False)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            wholefile.write(self.path, f"{text}\n".encode())
        except OSError as error:
            raise UserError(
                "settings-not-saved",
                "What you chose holds now, but could not be kept.",
                "{reason}.",
                "See that there is room, and that you may write there.",
                reason=str(error),
            ) from error

    def _set_aside(self) -> UserError:
        aside = self.path.with_name(f"{self.path.stem}-{self._now():%Y%m%d-%H%M%S-%f}{self.path.suffix}")
        try:
            self.path.replace(aside)
        except OSError as error:
            return _unreadable(self.path, error)
        return UserError(
            "settings-damaged",
            "Not all of your settings could be read.",
            "What did not fit is as the program comes. The old file is kept as {path}.",
            "Have a look at the preferences.",
            path=str(aside),
        )


def _parsed(text: bytes) -> tuple[Settings, bool]:
    """Read what fits; tell whether all did."""
    try:
        data = json.loads(text.decode("utf-8"))
    except (ValueError, RecursionError):
        return Settings(), False
    if not isinstance(data, dict):
        return Settings(), False
    good: dict[str, Any] = {}
    for name in _READ.keys() & data.keys():
        try:
            good[name] = _READ[name](data[name])
        except (ValueError, TypeError, KeyError):
            _log.warning("The setting %s does not fit.", name)
    understood = data.pop("version", None) == VERSION and good.keys() == data.keys()
    return Settings(**good), understood


def _unreadable(path: Path, error: OSError) -> UserError:
    return UserError(
        "settings-unreadable",
        "Your settings could not be read.",
        "{path}: {reason}.",
        "See that you may read this file; until then all is as the program comes.",
        path=str(path),
        reason=str(error),
    )
