"""Recordings: sound worked through in a second on one core, and what a second process is worth.

python -m benchmarks.speed.recordings

"files": ours is what ``ser-desktop analyze`` does with each file to print how it sounds, in one process,
making the model ready included: read, resample, look for speech, describe, and answer each utterance. Theirs
is what most published programs do, one answer a file: ``librosa.load`` with its defaults (so all sound is
brought to 22 050 Hz), ``librosa.feature.mfcc`` with 40 coefficients every 10 ms, cut or filled up with zeros
to the three seconds that the network takes, and ``model.predict`` of that one window. The network is the half
of the default recipe's that hears the course of time (convolution, bidirectional LSTM, attention), as Keras
builds it; its other half, the functionals, nobody else has. It is built, and has answered once, before time
counts. Both work on one processor with one thread, in turn, on short recordings of the corpora, or on pieces
of the demo clip where there are none. The facts also tell what both would do if they gave an answer every
0.2 s of speech, as a window shows and a table keeps: for the peer ``mfcc`` of the last three seconds and
``predict`` at each hop.

"jobs": time on the clock of the command itself, start and table included, with one process and with two.
The set is two corpora whole, some fifty minutes; how much of the time is the start, the facts tell.
"""

from __future__ import annotations

import dataclasses
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import librosa
import numpy as np
import soundfile

from benchmarks.speed.measuring import ONE_THREAD, ROOT, Outcome, ratios, seconds_of, tell
from ser_desktop.audio.find import recordings_in
from ser_desktop.engine.hearing import Rules
from ser_desktop.engine.pool import analyze_each
from ser_desktop.inference.manifest import Model, load
from ser_desktop.paths import assets, home
from ser_desktop.results import Float32
from ser_desktop.training import recipes
from ser_desktop.training.architectures import AttentionBilstm

OURS, THEIRS, AS_MANY = 60, 20, 2
"""Recordings that ours, the peer, and the peer with as many answers are given."""
REPEATS = 5
_JOBS_REPEATS = 3
_COEFFICIENTS = 40
_PIECE_S = 2.8  # as long as the corpus' recordings are


def main() -> None:
    """Measure, and tell."""
    os.environ.update(TF_NUM_INTRAOP_THREADS="1", TF_NUM_INTEROP_THREADS="1", TF_CPP_MIN_LOG_LEVEL="3")
    with tempfile.TemporaryDirectory() as folder:
        corpora = _corpora(Path(folder))
        tell([jobs([path for corpus in corpora for path in corpus]), files(corpora[0])])


def files(corpus: Sequence[Path]) -> Outcome:
    """Seconds of sound a second, ours over theirs; on one processor from here on."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:1])
    model = load(home() / "models" / "general")
    peer = Peer(model)
    sets = {
        "ours": _some(corpus, OURS),
        "theirs": _some(corpus, THEIRS),
        "ours, every 0.2 s": _some(corpus, OURS),
        "theirs, every 0.2 s": _some(corpus, AS_MANY),
    }
    works: dict[str, Callable[[], object]] = {
        "ours": lambda: list(analyze_each(model, sets["ours"], jobs=1, course=False)),
        "theirs": lambda: [peer.once(path) for path in sets["theirs"]],
        "ours, every 0.2 s": lambda: list(analyze_each(model, sets["ours, every 0.2 s"], jobs=1)),
        "theirs, every 0.2 s": lambda: [peer.at_each_hop(path) for path in sets["theirs, every 0.2 s"]],
    }
    lengths_s = {name: _length_s(paths) for name, paths in sets.items()}
    speeds: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(1 + REPEATS):
        for name, work in works.items():
            speeds[name].append(lengths_s[name] / seconds_of(work))
    counted = {name: tuple(times[1:]) for name, times in speeds.items()}  # the first only warms
    median = {name: statistics.median(times) for name, times in counted.items()}
    facts: dict[str, float | str] = {
        **{f"{name}, seconds of sound a second": round(speed, 2) for name, speed in median.items()},
        "times as many, both with an answer every 0.2 s": round(
            median["ours, every 0.2 s"] / median["theirs, every 0.2 s"], 1
        ),
        "mean length of a recording, s": round(lengths_s["ours"] / len(sets["ours"]), 2),
    }
    return Outcome("files", ratios(counted["ours"], counted["theirs"]), facts)


def jobs(corpus: Sequence[Path]) -> Outcome:
    """Time of the command with one process over that with two."""
    taken: dict[int, list[float]] = {1: [], 2: []}
    _command(corpus[:2], 2)
    start_s = seconds_of(lambda: _command(corpus[:1], 1))
    for _ in range(_JOBS_REPEATS):
        for count, times in taken.items():
            times.append(seconds_of(lambda count=count: _command(corpus, count)))  # type: ignore[misc]
    facts: dict[str, float | str] = {
        "recordings": len(corpus),
        "sound, min": round(_length_s(corpus) / 60, 1),
        "one process, s": round(statistics.median(taken[1]), 2),
        "two processes, s": round(statistics.median(taken[2]), 2),
        "of these, start and end, s": round(start_s, 2),
    }
    return Outcome("jobs", ratios(taken[1], taken[2]), facts)


class Peer:
    """A program as most are: librosa's MFCC, a Keras network, ``predict``."""

    def __init__(self, model: Model) -> None:
        from ser_desktop.training.backend import choose_backend, quietly

        choose_backend()
        with quietly():
            from ser_desktop.training.fit import library
        recipe = recipes.load(model.manifest.name)
        course = {
            field.name: getattr(recipe.network, field.name) for field in dataclasses.fields(AttentionBilstm)
        }
        self._frames = model.manifest.window_frames
        self._network: Any = AttentionBilstm(**course).build(
            library(), self._frames, _COEFFICIENTS, len(recipe.labels)
        )
        self._answer(np.zeros((0, _COEFFICIENTS), np.float32))

    def once(self, path: Path) -> Float32:
        """Answer [C] to a file's first three seconds."""
        samples, rate_hz = librosa.load(path)
        return self._answer(self._mfcc(samples, rate_hz))

    def at_each_hop(self, path: Path) -> list[Float32]:
        """Answer every 0.2 s, to the three seconds before."""
        rules = Rules()
        samples, rate_hz = librosa.load(path)
        hop, first = round(rules.hop_s * rate_hz), round(rules.first_answer_s * rate_hz)
        window = self._frames * rate_hz // 100
        ends = range(first, len(samples) + 1, hop)
        return [self._answer(self._mfcc(samples[max(0, end - window) : end], rate_hz)) for end in ends]

    def _mfcc(self, samples: Float32, rate_hz: float) -> Float32:
        mfcc = librosa.feature.mfcc(
            y=samples, sr=rate_hz, n_mfcc=_COEFFICIENTS, hop_length=round(rate_hz / 100)
        )
        return np.asarray(mfcc.T)

    def _answer(self, frames: Float32) -> Float32:
        window = np.zeros((self._frames, _COEFFICIENTS), np.float32)
        window[: len(frames)] = frames[: self._frames]
        told = self._network.predict(window[None], verbose=0)
        return np.asarray(told["probabilities"][0])


def _command(paths: Sequence[Path], count: int) -> None:
    with tempfile.TemporaryDirectory() as out:
        subprocess.run(
            [sys.executable, "-m", "ser_desktop", "analyze", "--jobs", str(count), "--out", out, "-"],
            cwd=ROOT,
            env=os.environ | ONE_THREAD,
            input="\n".join(map(str, paths)),
            text=True,
            check=True,
            capture_output=True,
        )


def _corpora(folder: Path) -> list[list[Path]]:
    """Return the recordings of EMO-DB and of EMOVO, or pieces of the demo clip, written to ``folder``."""
    root = Path(os.environ.get("SER_CORPORA", ROOT.parent / "shared" / "corpora"))
    found = [sorted(recordings_in(root / name)) for name in ("emodb", "emovo") if (root / name).is_dir()]
    if found:
        return found
    samples, rate_hz = soundfile.read(assets() / "demo.flac", dtype="float32")
    length = round(_PIECE_S * rate_hz)
    paths = []
    for number, start in enumerate(np.linspace(0, len(samples) - length, 1000).astype(int).tolist()):
        paths.append(folder / f"{number:03}.flac")
        soundfile.write(paths[-1], samples[start : start + length], rate_hz)
    return [paths[::2], paths[1::2]]


def _some(corpus: Sequence[Path], count: int) -> list[Path]:
    """Return ``count`` of them, from beginning to end."""
    return [corpus[place] for place in np.linspace(0, len(corpus) - 1, count).astype(int)]


def _length_s(paths: Sequence[Path]) -> float:
    return float(sum(soundfile.info(path).duration for path in paths))


if __name__ == "__main__":
    main()
