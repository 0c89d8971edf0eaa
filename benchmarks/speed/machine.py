"""On what something was measured: figures of two machines are not compared, ratios may be."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib import metadata
from pathlib import Path

from benchmarks.speed.measuring import ROOT

_PACKAGES = (
    "numpy",
    "ai-edge-litert",
    "PySide6-Essentials",
    "librosa",
    "tensorflow",
    "keras",
    "onnxruntime",
)


def machine() -> dict[str, str]:
    """Name processor, cores, memory and system."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": platform.platform(),
        "load before": f"{os.getloadavg()[0]:.2f}",
    }


def versions() -> dict[str, str]:
    """Name what took part: this program's state, Python, the libraries."""
    told = {"ser-desktop": _state(), "Python": platform.python_version()}
    for name in _PACKAGES:
        try:
            told[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            told[name] = "not installed"
    return told


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "?")


def _state() -> str:
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--exclude", "*"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or "?"
