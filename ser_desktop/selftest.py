"""Whether this installation works, found out by using it: ``ser-desktop --selftest``.

Made for the packed program, on whatever machine it comes to. It asks nothing of anybody: the bundled clip is
heard, the window is drawn where nobody sees it, and what a person chose is neither read nor changed.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ser_desktop import __version__, paths
from ser_desktop.errors import UserError
from ser_desktop.inference import manifest
from ser_desktop.results import State
from ser_desktop.settings import BUNDLED, Settings, SettingsFile

EXPECTED = ("neutral", "neutral", "neutral", "fear")
"""How the utterances of the bundled clip sound to the bundled model."""

_PICTURE_AFTER_S = 2.5  # sound has been heard and drawn by then


@dataclass(frozen=True)
class Check:
    """One thing that was tried: what was seen, or the fault that was met."""

    name: str
    ok: bool
    seconds: float
    seen: dict[str, Any] = field(default_factory=dict)
    fault: str = ""


@dataclass(frozen=True)
class Report:
    """What became of all checks, and of what they were made."""

    checks: tuple[Check, ...]
    version: str = __version__
    python: str = platform.python_version()
    system: str = platform.platform()
    packaged: bool = bool(getattr(sys, "frozen", False))

    @property
    def ok(self) -> bool:
        """Whether nothing was found wrong."""
        return all(check.ok for check in self.checks)

    def to_data(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return {"ok": self.ok, **asdict(self)}


def run() -> Report:
    """Try everything, about ten seconds; a fault ends its own check alone."""
    parts = (
        ("models", _models),
        ("clip", _clip),
        ("processes", _processes),
        ("window", _window),
        ("devices", _devices),
    )
    return Report(tuple(_tried(name, part) for name, part in parts))


def _tried(name: str, part: Callable[[], dict[str, Any]]) -> Check:
    began_s = time.monotonic()
    seen, fault = {}, ""
    try:
        seen = part()
    except UserError as error:
        fault = f"{error.code}: {error}"
    except Exception as error:  # noqa: BLE001 - whatever is broken here is to be told, not to end the telling
        fault = f"{type(error).__name__}: {error}"
    return Check(name, not fault, round(time.monotonic() - began_s, 3), seen, fault)


def _bundled() -> Path:
    return paths.home() / "models"


def _models() -> dict[str, Any]:
    """Verify each bundled model: its manifest, and the digest of its weights."""
    found = {folder.name: manifest.load(folder) for folder in manifest.installed([_bundled()])}
    if BUNDLED not in found:
        raise ValueError(f"the model “{BUNDLED}” is not there, only: {', '.join(found) or 'none'}")
    return {name: {"sha256": model.manifest.sha256} for name, model in found.items()}


def _clip() -> dict[str, Any]:
    """Hear the bundled clip, and compare with how it is known to sound."""
    from ser_desktop.engine.jobs import analyze_file
    from ser_desktop.inference.runner import Runner

    analysis = analyze_file(Runner(manifest.load(_bundled() / BUNDLED)), paths.assets() / "demo.flac")
    heard = [segment.prediction.label or State.UNSURE.value for segment in analysis.segments]
    if tuple(heard) != EXPECTED:
        raise ValueError(f"the clip sounds {', '.join(heard)} instead of {', '.join(EXPECTED)}")
    return {"labels": heard}


def _processes() -> dict[str, Any]:
    """Start this program once more and have it run a model there, as for recordings and new models."""
    from ser_desktop.engine.trial import try_out

    try_out(manifest.load(_bundled() / BUNDLED))
    return {}


def _window() -> dict[str, Any]:
    """Draw the window while it hears the bundled clip, its vector graphics and its languages."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from argparse import Namespace

    from ser_desktop.app import run_window
    from ser_desktop.commands import live_engine
    from ser_desktop.engine.models import Models
    from ser_desktop.engine.voices import Voices
    from ser_desktop.fitting import Fitting
    from ser_desktop.ui import proof

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        picture = folder / "window.png"
        file = SettingsFile(folder / "settings.json")
        file.save(Settings(welcomed=True, language="en"))
        engine = live_engine(Namespace(demo=True, device=None), None, None, lambda _step: None)
        fitting = Fitting(Models([_bundled()]), Voices(folder))
        try:
            status = run_window(
                engine, file, {}, screenshot=picture, seconds=_PICTURE_AFTER_S, fitting=fitting
            )
        finally:
            engine.close()
        if status:
            raise ValueError("the window met a fault")
        facts: dict[str, Any] = dict(proof.drawn(picture))
    return {
        **facts,
        "vectors": proof.vectors(sorted(_vectors())),
        "languages": proof.languages(paths.assets() / "translations"),
    }


def _vectors() -> Iterator[Path]:
    yield paths.assets() / "icon.svg"
    yield from (paths.home() / "ser_desktop" / "ui" / "theme" / "marks").glob("*.svg")


def _devices() -> dict[str, Any]:
    """List the microphones. That there is none is an answer; that sound cannot be had at all is a fault."""
    from ser_desktop.audio import devices

    devices.portaudio()
    try:
        return {"microphones": [device.id.name for device in devices.list_devices()]}
    except UserError as error:
        return {"microphones": [], "fault": error.code}
