"""Keras runs where it runs best, and where the person said."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import types

import pytest

from ser_desktop.errors import UserError
from ser_desktop.training.backend import choose_backend, quietly


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Return a machine without KERAS_BACKEND, jax and torch; whatever is set is undone afterwards."""
    monkeypatch.setenv("KERAS_BACKEND", "")
    monkeypatch.setitem(sys.modules, "jax", None)
    monkeypatch.setitem(sys.modules, "torch", None)
    return monkeypatch


def install(machine: pytest.MonkeyPatch, name: str, *, gpu: bool) -> None:
    """Let ``name`` be importable and say whether it sees a GPU, in the words of the real library."""
    module = types.ModuleType(name)
    module.default_backend = lambda: "gpu" if gpu else "cpu"  # type: ignore[attr-defined]  # jax
    module.cuda = types.SimpleNamespace(is_available=lambda: gpu)  # type: ignore[attr-defined]  # torch
    machine.setitem(sys.modules, name, module)
    machine.setattr(importlib.util, "find_spec", lambda _name: object())


@pytest.mark.parametrize(
    ("installed", "chosen"),
    [
        ({}, "tensorflow"),
        ({"jax": False, "torch": False}, "tensorflow"),
        ({"jax": True}, "jax"),
        ({"torch": True}, "torch"),
        ({"jax": True, "torch": True}, "jax"),
        ({"jax": False, "torch": True}, "torch"),
    ],
)
def test_a_library_with_a_gpu_comes_first(
    machine: pytest.MonkeyPatch, installed: dict[str, bool], chosen: str
) -> None:
    """A GPU is used where there is one; without any, TensorFlow, which is always installed."""
    for name, gpu in installed.items():
        install(machine, name, gpu=gpu)
    assert choose_backend() == chosen
    assert os.environ["KERAS_BACKEND"] == chosen


def test_the_person_decides(machine: pytest.MonkeyPatch) -> None:
    """KERAS_BACKEND stands, even with a GPU elsewhere."""
    install(machine, "torch", gpu=True)
    machine.setenv("KERAS_BACKEND", "jax")
    assert choose_backend() == "jax"


@pytest.mark.parametrize("name", ["theano", "jax"])
def test_what_is_not_there_is_told(machine: pytest.MonkeyPatch, name: str) -> None:
    """A misspelt or missing library, before Keras complains in its own way."""
    machine.setattr(importlib.util, "find_spec", lambda _name: None)
    machine.setenv("KERAS_BACKEND", name)
    with pytest.raises(UserError) as caught:
        choose_backend()
    assert caught.value.code == "no-backend"
    assert name in caught.value.title


def test_imports_are_quiet_and_errors_are_not() -> None:
    """What C++ writes to stderr while importing is gone; what comes after is seen again."""
    program = (
        "import os\nfrom ser_desktop.training.backend import quietly\n"
        "with quietly():\n    os.write(2, b'monologue')\nos.write(2, b'heard')\n"
        "with quietly():\n    raise ImportError('told')\n"
    )
    child = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert child.stderr.startswith("heard")
    assert "ImportError: told" in child.stderr
    assert "monologue" not in child.stderr


def test_quietly_gives_stderr_back(capfd: pytest.CaptureFixture[str]) -> None:
    """Also after an error, and any number of times."""
    for _ in range(3):
        with pytest.raises(KeyError), quietly():
            raise KeyError
    os.write(2, b"still here")
    assert capfd.readouterr().err == "still here"
