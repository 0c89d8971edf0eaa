"""Features of all clips, computed once on all cores and kept in the user's cache."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from ser_desktop import wholefile
from ser_desktop.audio.files import read_at_rate
from ser_desktop.errors import Phrase, UserError
from ser_desktop.features.frontend import clip_features
from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.results import Float32
from ser_desktop.training.corpora.clip import Clip, Skipped, left_out

_CACHE_VERSION = 4  # raise it when augmentation or decoding changes meaning
_SHORTEST_S = 0.25

Heard = tuple[NDArray[np.floating[Any]], ...]
"""Raw features [T, F] of a clip as it is, then of its variants, which may be longer or shorter.

The variants are half as precise: they only train, and most of the memory is theirs.
"""


def extract(
    clips: Sequence[Clip],
    spec: FeatureSpec,
    cache: Path,
    *,
    variants: int,
    on_clip: Callable[[], None] = lambda: None,
    pool: ProcessPoolExecutor | None = None,
) -> list[Heard | Skipped]:
    """Raw features of each clip and of its variants, before the normaliser; or why there are none.

    The variants are other voices in other rooms. ``on_clip`` is called as each clip is done; ``pool`` is of
    :func:`workers`, for who has more than one such task.
    """
    store = _Store(cache / "features" / _key(spec, variants), spec, variants)
    store.folder.mkdir(parents=True, exist_ok=True)
    results: dict[int, Heard | Skipped] = {}
    for index, clip in enumerate(clips):
        if (kept := store.kept(clip)) is not None:
            results[index] = kept
            on_clip()
    missing = [index for index in range(len(clips)) if index not in results]
    with workers() if pool is None else nullcontext(pool) as processes:
        with ctrl_c_ignored():  # inherited by the workers, which start here
            computed = processes.map(store.compute, [clips[index] for index in missing], chunksize=2)
        for index, result in zip(missing, computed, strict=True):
            results[index] = result
            on_clip()
    return [results[index] for index in range(len(clips))]


@dataclass(frozen=True)
class _Store:
    """The cache of one feature set; sent to the worker processes."""

    folder: Path
    spec: FeatureSpec
    variants: int

    def kept(self, clip: Clip) -> Heard | None:
        """Return what was kept of the clip as it is now; None where there is nothing, or nothing whole."""
        try:
            with self._target(clip).open("rb") as file, np.load(file) as parts:  # closed, also when damaged
                plain, variants, lengths = (parts[name] for name in ("plain", "variants", "lengths"))
        except (OSError, ValueError, EOFError, KeyError, BadZipFile):
            return None
        whole = len(lengths) == self.variants and len(variants) == lengths.sum()
        if not whole or {plain.shape[1:], variants.shape[1:]} != {(self.spec.features,)}:
            return None
        return (plain, *np.split(variants, np.cumsum(lengths)[:-1])) if self.variants else (plain,)

    def compute(self, clip: Clip) -> Heard | Skipped:
        """Compute and keep a clip's features, or say why it has none."""
        try:
            target = self._target(clip)
            features = _compute(clip, self.spec, self.variants)
        except UserError as error:
            return Skipped(clip.path, error)
        except OSError as error:
            return left_out(
                clip.path, Phrase("it cannot be read ({reason})"), reason=error.strerror or str(error)
            )
        wholefile.write(target, _packed(features), lasting=False)
        return features

    def _target(self, clip: Clip) -> Path:
        stat = clip.path.stat()
        identity = f"{clip.path.resolve()} {stat.st_size} {stat.st_mtime_ns} {clip.channel} {clip.speaker}"
        return self.folder / f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}.npz"


def cores() -> int:
    """How many processes can work at once: the cores that this one may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def workers() -> Iterator[ProcessPoolExecutor]:
    """One process for each core; started by the first work, stopped at once where it is cut short."""
    # "spawn": a forked child of a process that runs TensorFlow's threads may hang. Ctrl-C reaches all
    # processes of a terminal; the workers leave it to their parent, also where they cannot inherit that.
    pool = ProcessPoolExecutor(
        cores(),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
    )
    try:
        yield pool
    except BrokenProcessPool as error:
        raise UserError(
            "worker-died",
            "Computing the features was cut short: one of the processes at work died.",
            "Perhaps the computer ran out of memory.",
            "Close other programs and run the command again; what was done is kept.",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Make a new process ready: it leaves Ctrl-C to its parent, and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def ctrl_c_ignored() -> Iterator[None]:
    """Let Ctrl-C pass unheard; processes started in here never hear it, not even while they begin."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _packed(heard: Heard) -> memoryview:
    plain, *others = heard
    variants = np.concatenate(others) if others else np.zeros((0, plain.shape[1]), np.float16)
    file = io.BytesIO()
    np.savez(file, plain=plain, variants=variants, lengths=np.array([len(part) for part in others], int))
    return file.getbuffer()


def _compute(clip: Clip, spec: FeatureSpec, variants: int) -> Heard:
    samples = read_at_rate(clip.path, spec.rate_hz, channel=clip.channel)
    if len(samples) < spec.rate_hz * _SHORTEST_S:
        raise UserError(
            "too-short",
            "{name} is shorter than {least_s} s.",
            name=clip.path.name,
            least_s=_SHORTEST_S,
        )
    return (clip_features(samples, spec), *(_variants(clip, samples, spec, variants) if variants else ()))


def _variants(
    clip: Clip, samples: Float32, spec: FeatureSpec, variants: int
) -> Iterator[NDArray[np.float16]]:
    """Yield the features of a clip's variants."""
    from ser_desktop.training.augment import elsewhere  # SciPy: who needs no variants need not wait for it

    # Variant 3 of a speaker is one other voice in one other room, whichever clip it is heard in, so that it
    # can stand for one more speaker. Chance is seeded by names and recordings: the same on every machine.
    noise = np.random.default_rng(list(hashlib.sha256(clip.path.read_bytes()).digest()))
    for number in range(variants):
        place = np.random.default_rng(_digits(f"{clip.speaker} {number}"))
        yield clip_features(elsewhere(samples, spec.rate_hz, place, noise), spec).astype(np.float16)


def _digits(name: str) -> list[int]:
    return list(hashlib.sha256(name.encode()).digest())


def _key(spec: FeatureSpec, variants: int) -> str:
    raw = dataclasses.replace(spec, normaliser=Normaliser())
    text = json.dumps([raw.to_json(), variants, _CACHE_VERSION], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
