"""Starting is quick because nothing is loaded before it is needed; modules are counted, not milliseconds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hygiene.program import watch

HEAVY = (
    "librosa",
    "numba",
    "llvmlite",
    "scipy",
    "tensorflow",
    "keras",
    "tf_keras",
    "sklearn",
    "matplotlib",
    "pyqtgraph",
    "torch",
    "dask",
    "distributed",
)


@pytest.mark.parametrize("module", ["ser_desktop.app", "ser_desktop.cli", "ser_desktop.__main__"])
def test_importing_a_front_door_loads_nothing_of_training(tmp_path: Path, module: str) -> None:
    """The window and the terminal start without the libraries that only the trainer needs."""
    child = watch(tmp_path, module=module)
    assert child.status == 0, child.output
    assert child.loaded(*HEAVY) == set()


def test_help_loads_neither_numbers_nor_windows(tmp_path: Path) -> None:
    """``--help`` answers at once: NumPy and Qt alone would take longer than a person's patience."""
    child = watch(tmp_path, "--help")
    assert child.status == 0, child.output
    assert "analyze" in child.output
    assert child.loaded("numpy", "PySide6", "sounddevice", "ai_edge_litert", *HEAVY) == set()


def test_the_running_window_loads_nothing_of_training(tmp_path: Path) -> None:
    """Not only the import: a window that opened, listened to the demo and was painted stays as light."""
    picture = tmp_path / "demo.png"
    child = watch(tmp_path, "--demo", "--screenshot", str(picture), "--seconds", "2")
    assert child.status == 0, child.output
    assert picture.stat().st_size > 0
    assert child.loaded("PySide6", "numpy") == {"PySide6", "numpy"}
    assert child.loaded(*HEAVY) == set()
