"""A model is asked before it is let in; what the process that asks it finds out is told in words."""

from __future__ import annotations

from multiprocessing import Pipe

import numpy as np
import pytest

from ser_desktop.engine import trial
from ser_desktop.engine.trial import question
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Model
from tests.engine.test_numbers import spoiled_model


@pytest.fixture(autouse=True)
def _unlimited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave this process the memory that the other one limits for itself."""
    monkeypatch.setattr(trial, "_limit_memory", lambda: None)


def told(model: Model) -> UserError | None:
    """Return what the process would say of a model; asked in this one."""
    here, there = Pipe(duplex=False)
    with here, there:
        trial._main(there, model)
        error: UserError | None = here.recv()
    return error


def test_the_shipped_model_passes(model: Model) -> None:
    """Noise, silence and loud noise: it has an answer to each."""
    assert told(model) is None


@pytest.mark.parametrize("kind", range(3))
def test_the_questions_are_windows(model: Model, kind: int) -> None:
    """Of the model's own size, all numbers, and always the same."""
    asked = question(model.manifest, kind)
    assert asked.shape == (model.manifest.window_frames, model.manifest.spec.features)
    assert asked.dtype == np.float32
    assert np.isfinite(asked).all()
    np.testing.assert_array_equal(asked, question(model.manifest, kind))


def test_nonsense_is_told(model: Model) -> None:
    """Weights that are no numbers."""
    error = told(spoiled_model(model, np.nan))
    assert error is not None
    assert error.code == "bad-answer"


def test_slowness_is_told(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that takes longer than the sound it is about is no live answer."""
    monkeypatch.setattr(trial, "_SLOWEST_S", -1.0)
    error = told(model)
    assert error is not None
    assert (error.code, "too long" in error.detail) == ("bad-model", True)


def test_whatever_goes_wrong_is_told(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault that nobody foresaw keeps the model out, with its kind."""

    def fail(_model: Model) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(trial, "_fault", fail)
    error = told(model)
    assert error is not None
    assert error.code == "bad-model"
    assert "ZeroDivisionError" in error.detail
