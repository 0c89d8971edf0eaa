"""A model from elsewhere is run before it is let in: in a process of its own, which may die of it."""

from __future__ import annotations

import contextlib
import sys
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection

import numpy as np

from ser_desktop.errors import Phrase, UserError
from ser_desktop.inference.manifest import Manifest, Model
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32

_PATIENCE_S = 60.0  # to start Python anew takes a second, on a bad day ten
_SLOWEST_S = 2.0  # of processor time for an answer; live there are five a second
_MOST_MEMORY_BYTES = 2 << 30  # of addresses; Python, its libraries and a model take a tenth
_LOUD = 30.0  # deviations from the mean of a window: more than speech has


def try_out(model: Model) -> None:
    """Ask a model some questions, and wait for the answers, about a second.

    Raises
    ------
    UserError
        It cannot be run, gives no answer, takes too long for one, or gives none that is one.
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


def question(manifest: Manifest, kind: int = 0) -> Float32:
    """Return a window of noise, [T, F]; other kinds are nothing but zeros, and louder noise."""
    shape = (manifest.window_frames, manifest.spec.features)
    noise = np.random.default_rng(kind).standard_normal(shape)
    return (noise * (1.0, 0.0, _LOUD)[kind]).astype(np.float32)


def _main(asker: Connection, model: Model) -> None:
    _limit_memory()
    try:
        asker.send(_fault(model))
    except UserError as error:
        asker.send(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, this model is not let in
        asker.send(_failed(f"{type(error).__name__}: {error}"))


def _limit_memory() -> None:
    """Let a network that asks for all memory die of it, and not whatever else runs on this computer."""
    if sys.platform == "linux":  # others do not count addresses, or have no limits
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY_BYTES, _MOST_MEMORY_BYTES))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _fault(model: Model) -> UserError | None:
    """Return what is wrong with the answers or their pace; None where nothing is."""
    runner = Runner(model)
    for kind in range(3):
        before_s = time.process_time()
        runner.predict(question(model.manifest, kind))
        if time.process_time() - before_s > _SLOWEST_S:
            return _failed(Phrase("an answer takes it too long"))
    return None


def _failed(why: str) -> UserError:
    return UserError(
        "bad-model",
        "This model cannot be run.",
        "It was tried out, and {why}.",
        "Ask for it again where it came from.",
        why=why,
    )
