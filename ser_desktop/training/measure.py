"""What an exported model is worth: heard by the program's own runtime, judged on held-out speakers."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from ser_desktop.inference.manifest import MODEL_FILE, Manifest, Model
from ser_desktop.inference.runner import Runner
from ser_desktop.training.evaluate import Answers, Float64, breakdown, fit_temperature
from ser_desktop.training.windows import Example, evaluation_windows

_UNSURE_SHARE = 0.1  # of validation decisions, the least certain, called "unsure"


def measure(
    manifest: Manifest,
    content: bytes,
    validation: Sequence[Example],
    test: Sequence[Example],
    seed: int,
    on_clip: Callable[[], None] = lambda: None,
) -> Manifest:
    """Choose temperature and threshold on validation speakers, then measure on test speakers.

    ``manifest`` has temperature 1; ``on_clip`` is called twice for each clip of validation, once of test.
    """
    manifest, chosen_on = calibrate(manifest, content, validation, on_clip)
    return dataclasses.replace(
        manifest,
        metrics={
            "validation": breakdown(chosen_on, manifest.labels, seed),
            "test": breakdown(answers(manifest, content, test, on_clip), manifest.labels, seed),
        },
    )


def calibrate(
    manifest: Manifest,
    content: bytes,
    validation: Sequence[Example],
    on_clip: Callable[[], None] = lambda: None,
) -> tuple[Manifest, Answers]:
    """Choose temperature and threshold on validation speakers; return them, and how it then answers there.

    ``manifest`` has temperature 1; ``on_clip`` is called twice for each clip.
    """
    targets = np.array([example.target for example in validation])
    temperature = fit_temperature(hear(manifest, content, validation, on_clip), targets)
    manifest = dataclasses.replace(manifest, temperature=round(temperature, 4))
    chosen_on = answers(manifest, content, validation, on_clip)
    threshold = float(np.quantile(chosen_on.probabilities.max(1), _UNSURE_SHARE))
    return dataclasses.replace(manifest, unsure_below=round(threshold, 4)), chosen_on


def hear(
    manifest: Manifest,
    content: bytes,
    examples: Sequence[Example],
    on_clip: Callable[[], None] = lambda: None,
) -> list[Float64]:
    """Probabilities [K, C] of each clip's windows, one after another through one interpreter."""
    runner = Runner(Model(manifest, content, Path(MODEL_FILE)))
    heard = []
    for example in examples:
        windows = evaluation_windows(example.features[0], manifest.spec, manifest.window_frames)
        heard.append(np.array([runner.run(window).probabilities for window in windows], np.float64))
        on_clip()
    return heard


def answers(
    manifest: Manifest,
    content: bytes,
    examples: Sequence[Example],
    on_clip: Callable[[], None] = lambda: None,
) -> Answers:
    """Decisions on clips: the mean over each one's windows."""
    heard = hear(manifest, content, examples, on_clip)
    return Answers(
        np.array([probabilities.mean(0) for probabilities in heard]),
        np.array([example.target for example in examples]),
        tuple(example.speaker for example in examples),
        tuple(example.corpus for example in examples),
        tuple(example.sex for example in examples),
    )
