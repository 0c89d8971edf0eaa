"""A model from elsewhere is run once before it is let in: in a process of its own, which may die of it."""

from __future__ import annotations

from multiprocessing import get_context
from multiprocessing.connection import Connection

import numpy as np

from ser_desktop.errors import Phrase, UserError
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.runner import Runner

_PATIENCE_S = 60.0  # to start Python anew takes a second, on a bad day ten


def try_out(model: Model) -> None:
    """Ask a model one question, and wait for the answer, about a second.

    Raises
    ------
    UserError
        It cannot be run, gives no answer, or none that is one.
    """
    context = get_context("spawn")  # a fork would share threads' locks, and is not to be had everywhere
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_main, args=(there, model), name="trial", daemon=True)
    process.start()
    there.close()
    try:
        error = (
            here.recv() if here.poll(_PATIENCE_S) else _failed(Phrase("it gave no answer within a minute"))
        )
    except (EOFError, OSError):
        error = _failed(Phrase("the process that ran it died"))
    finally:
        process.kill()
        process.join()
        here.close()
    if error is not None:
        raise error


def _main(asker: Connection, model: Model) -> None:
    try:
        asker.send(_fault(model))
    except UserError as error:
        asker.send(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, this model is not let in
        asker.send(_failed(f"{type(error).__name__}: {error}"))


def _fault(model: Model) -> UserError | None:
    """Return what is wrong with the answer to noise; None where nothing is."""
    manifest = model.manifest
    noise = np.random.default_rng(0).standard_normal((manifest.window_frames, manifest.spec.features))
    probabilities, attention, opinion = Runner(model).predict(noise.astype(np.float32))
    whole = abs(float(probabilities.sum()) - 1) < 1e-3 and all(
        np.isfinite(told).all() for told in (probabilities, attention, opinion)
    )
    return None if whole else _failed(Phrase("its answer is no probabilities"))


def _failed(why: str) -> UserError:
    return UserError(
        "bad-model",
        "This model cannot be run.",
        "It was tried out, and {why}.",
        "Ask for it again where it came from.",
        why=why,
    )
