"""Clips to train on: a fixed share of the corpora, or of the demo clip where there are none."""

from __future__ import annotations

import os
from pathlib import Path

import soundfile

from benchmarks.speed.measuring import ROOT
from ser_desktop.paths import assets
from ser_desktop.training.corpora import Clip, find_corpora, load_corpus
from ser_desktop.training.recipes import Recipe

_PIECE_S, _STEP_S = 2.5, 0.25


def of_corpora(recipe: Recipe) -> tuple[Clip, ...]:
    """All clips that a recipe learns from, in their order; empty where the corpora are not at hand."""
    root = Path(os.environ.get("SER_CORPORA", ROOT.parent / "shared" / "corpora"))
    if not root.is_dir():
        return ()
    found = [
        clip
        for name, folder in find_corpora(recipe.corpora, root)
        for clip in load_corpus(name, folder).clips
    ]
    return tuple(found)


def of_demo(recipe: Recipe, folder: Path) -> tuple[Clip, ...]:
    """Pieces of the demo clip, written to ``folder``, as if eight people had spoken them."""
    samples, rate_hz = soundfile.read(assets() / "demo.flac", dtype="float32")
    piece, step = round(_PIECE_S * rate_hz), round(_STEP_S * rate_hz)
    clips = []
    for number, start in enumerate(range(0, len(samples) - piece, step)):
        path = folder / f"{number:03}.flac"
        soundfile.write(path, samples[start : start + piece], rate_hz)
        speaker, label = f"demo/{number % 8}", recipe.labels[number % len(recipe.labels)]
        clips.append(Clip(path, "demo", speaker, "f" if number % 2 else "m", label))
    return tuple(clips)
