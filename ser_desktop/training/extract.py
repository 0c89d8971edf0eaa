"""Features of all clips, computed once on all cores and kept in the user's cache."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np

from ser_desktop.audio.files import read_at_rate
from ser_desktop.errors import UserError
from ser_desktop.features.mfcc import clip_features
from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.results import Float32
from ser_desktop.training.augment import disturb
from ser_desktop.training.corpora import Clip

_CACHE_VERSION = 1  # raise it when augmentation or decoding changes meaning


def extract(
    clips: Sequence[Clip],
    spec: FeatureSpec,
    cache: Path,
    *,
    variants: int,
    on_clip: Callable[[], None] = lambda: None,
) -> list[Float32 | UserError]:
    """Raw features [1 + variants, T, F] of each clip, before the normaliser; or why there are none.

    Row 0 is the recording as it is, the others are heard through other rooms and microphones.
    ``on_clip`` is called as each one is done.
    """
    folder = cache / "features" / _key(spec, variants)
    folder.mkdir(parents=True, exist_ok=True)
    work = partial(_cached, spec=spec, folder=folder, variants=variants)
    results = []
    # "spawn": a forked child of a process that runs TensorFlow's threads may hang.
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        for result in pool.map(work, clips, chunksize=16):
            results.append(result)
            on_clip()
    return results


def _cached(clip: Clip, spec: FeatureSpec, folder: Path, variants: int) -> Float32 | UserError:
    try:
        stat = clip.path.stat()
        identity = f"{clip.path.resolve()} {stat.st_size} {stat.st_mtime_ns} {clip.channel}"
        target = folder / f"{hashlib.sha256(identity.encode()).hexdigest()[:32]}.npy"
        if target.exists():
            return np.asarray(np.load(target), np.float32)
        features = _compute(clip, spec, variants)
    except UserError as error:
        return error
    except OSError as error:
        return UserError("unreadable", f"{clip.path} cannot be read.", str(error))
    partial_file = target.with_suffix(f".{os.getpid()}.part")
    with partial_file.open("wb") as file:
        np.save(file, features)
    partial_file.replace(target)
    return features


def _compute(clip: Clip, spec: FeatureSpec, variants: int) -> Float32:
    samples = read_at_rate(clip.path, spec.rate_hz, channel=clip.channel)
    if len(samples) < spec.rate_hz // 4:
        raise UserError("too-short", f"{clip.path} is shorter than a quarter of a second.")
    # The seed is the clip's own name, so that a variant is the same on every machine and in any order.
    rng = np.random.default_rng(list(hashlib.sha256(clip.path.name.encode()).digest()))
    heard = [samples, *(disturb(samples, spec.rate_hz, rng) for _ in range(variants))]
    return np.stack([clip_features(version, spec) for version in heard])


def _key(spec: FeatureSpec, variants: int) -> str:
    raw = dataclasses.replace(spec, normaliser=Normaliser())
    text = json.dumps([raw.to_json(), variants, _CACHE_VERSION], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
