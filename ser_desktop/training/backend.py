"""Which library Keras computes with, and how to import it without its monologue."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ser_desktop.errors import UserError

BACKENDS = ("tensorflow", "jax", "torch")


def choose_backend() -> str:
    """Let Keras run where it runs best: KERAS_BACKEND if set, else a GPU's library, else TensorFlow.

    To be called before Keras is imported.
    """
    if not os.environ.get("KERAS_BACKEND"):
        os.environ["KERAS_BACKEND"] = next(
            (name for name, has_gpu in (("jax", _jax_gpu), ("torch", _torch_gpu)) if has_gpu()), "tensorflow"
        )
    chosen = os.environ["KERAS_BACKEND"]
    if chosen not in BACKENDS or importlib.util.find_spec(chosen) is None:
        raise UserError(
            "no-backend",
            "Keras cannot run on “{chosen}”, as KERAS_BACKEND says.",
            "It runs on {backends}; each but the first has to be installed.",
            "Unset KERAS_BACKEND, or install the package that it names.",
            chosen=chosen,
            backends=", ".join(BACKENDS),
        )
    return chosen


@contextmanager
def quietly() -> Iterator[None]:
    """Import TensorFlow in here: it greets on stderr from C++, before any setting of its own is read."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    stderr = os.dup(2)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(stderr, 2)
        os.close(stderr)


def _jax_gpu() -> bool:
    try:
        import jax  # type: ignore[import-not-found,unused-ignore]  # optional
    except ImportError:
        return False
    return bool(jax.default_backend() == "gpu")


def _torch_gpu() -> bool:
    try:
        import torch  # type: ignore[import-not-found,unused-ignore]  # optional
    except ImportError:
        return False
    return bool(torch.cuda.is_available())
