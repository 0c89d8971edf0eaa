"""One epoch of the default recipe, against Keras' own LSTM in a naive fit.

python -m benchmarks.speed.epoch

Ours is what the trainer does: windows drawn at random from the clips and their variants, balanced, each
normalised by its own speech, and a step on each batch. Theirs is the usual script: all windows padded and
normalised beforehand, in one array, and one ``model.fit`` over as many of them in batches of the same size;
the same network, loss and optimizer, with ``keras.layers.Bidirectional(keras.layers.LSTM(...))``. Drawing
costs them nothing. Both begin from the same weights and take turns, so many steps at a time: fewer than an
epoch has, since each costs the same.
"""

from __future__ import annotations

import dataclasses
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from benchmarks.speed import clips as material
from benchmarks.speed.measuring import Outcome, median_ms, ratios, seconds_of, tell
from ser_desktop.features.windows import to_window
from ser_desktop.results import Float32
from ser_desktop.training import recipes
from ser_desktop.training.backend import quietly
from ser_desktop.training.extract import extract
from ser_desktop.training.prepare import examples_of, fit_normaliser
from ser_desktop.training.recipes import Recipe
from ser_desktop.training.windows import Example

_CLIPS = 96
_STEPS = 40
_REPEATS = 5


def main() -> None:
    """Measure, and tell."""
    os.environ.setdefault("KERAS_BACKEND", "tensorflow")
    with tempfile.TemporaryDirectory() as folder:
        recipe = recipes.load("general")
        examples = learned_from(recipe, Path(folder))
    tell([epoch(recipe, examples)])


def epoch(recipe: Recipe, examples: Sequence[Example]) -> Outcome:
    """Time as many steps take, ours and theirs in turn."""
    with quietly():
        import keras

        from ser_desktop.training.fit import BalancedWindows, compiled, learn, library

    spec = dataclasses.replace(recipe.spec, normaliser=fit_normaliser(examples, recipe.spec))
    schedule = dataclasses.replace(recipe.schedule, steps=_STEPS)
    sizes = (recipe.window_frames, spec.features, len(recipe.labels))
    keras.utils.set_random_seed(schedule.seed)
    ours = compiled(recipe.network.build(library(), *sizes), schedule)
    naive = SimpleNamespace(
        layers=keras.layers, ops=keras.ops, applications=keras.applications, Model=keras.Model
    )
    theirs = compiled(recipe.network.build(naive, *sizes), schedule)
    theirs.set_weights(ours.get_weights())
    drawn = BalancedWindows(examples, len(recipe.labels), spec, recipe.window_frames, schedule)
    windows, targets = padded(examples, recipe, schedule.batch * _STEPS)
    works = {
        "theirs": lambda: theirs.fit(
            windows, {"probabilities": targets}, batch_size=schedule.batch, epochs=1, verbose=0
        ),
        "ours": lambda: learn(ours, drawn, schedule, 0),
    }
    taken: dict[str, list[float]] = {name: [] for name in works}
    for repetition in range(1 + _REPEATS):  # the first traces the graphs, and does not count
        for name, work in works.items():
            seconds = seconds_of(work)
            if repetition:
                taken[name].append(seconds / _STEPS)
    draw_s = [seconds_of(lambda: drawn.draw(1, 0), 8) for _ in range(_REPEATS)]
    facts: dict[str, float | str] = {
        "ours, ms a step of 64 windows": median_ms(taken["ours"]),
        "theirs, ms a step": median_ms(taken["theirs"]),
        "drawing a batch, ms": median_ms(draw_s),
        "ours, s an epoch of 120 steps": round(0.12 * median_ms(taken["ours"]), 1),
    }
    return Outcome("epoch", ratios(taken["theirs"], taken["ours"]), facts)


def learned_from(recipe: Recipe, folder: Path) -> list[Example]:
    """Clips with their features and variants, cut to the speech."""
    everything: Sequence[Any] = material.of_corpora(recipe) or material.of_demo(recipe, folder)
    wanted = [clip for clip in everything if clip.label in recipe.labels]
    chosen = wanted[:: max(1, len(wanted) // _CLIPS)]
    heard = extract(chosen, recipe.spec, folder / "cache", variants=recipe.variants)
    return examples_of(chosen, heard, recipe.labels, recipe.spec)


def padded(examples: Sequence[Example], recipe: Recipe, count: int) -> tuple[Float32, Float32]:
    """Windows [count, T, F] of whole sounds, zeros before short ones, and their classes, one-hot."""
    spec = dataclasses.replace(recipe.spec, normaliser=fit_normaliser(examples, recipe.spec))
    sounds = [(sound, example.target) for example in examples for sound in example.features]
    order = np.random.default_rng(0).permutation(count) % len(sounds)
    windows = [
        to_window(np.asarray(sounds[n][0], np.float32), spec, recipe.window_frames)
        for n in range(len(sounds))
    ]
    targets = np.eye(len(recipe.labels), dtype=np.float32)[[sounds[n][1] for n in order]]
    return np.stack([windows[n] for n in order]), targets


if __name__ == "__main__":
    main()
