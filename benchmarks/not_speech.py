"""What the live pipeline makes of sounds that are no speech, and how much of real speech it hears.

``python -m benchmarks.not_speech [--corpora DIR] [--model DIR] [--seconds N] [--seeds N] [--clips N]``

The sounds are made from seeds (``tests/not_speech``). Speech is a sample of each corpus, as recorded and in
noise 10 dB below it, of speakers whom the model was not tested on: this table is what thresholds are chosen
by. Without recordings it stops after the sounds.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ser_desktop import paths
from ser_desktop.audio.files import read_at_rate
from ser_desktop.engine.pipeline import Pipeline
from ser_desktop.inference.manifest import load
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32, State
from ser_desktop.training.corpora import NAMES, Clip, load_corpus
from tests.not_speech import KINDS, signals, sound

RATE_HZ = signals.RATE_HZ
CHUNK_SAMPLES = 1600
PAUSE_S = 1.0
LOUD_DB = 30.0


@dataclass(frozen=True)
class Shares:
    """How a stretch of sound was shown, in shares of its time.

    ``waiting`` is a voice heard and not yet judged; ``segments`` lies in finished utterances with a label.
    """

    emotion: float
    unsure: float
    waiting: float
    no_speech: float
    segments: float


def shown(runner: Runner, sound: Float32) -> Shares:
    """Push a sound [n] through the live pipeline in a sound card's chunks."""
    pipeline = Pipeline(runner, RATE_HZ)
    chunks = np.split(sound, np.arange(CHUNK_SAMPLES, len(sound), CHUNK_SAMPLES))
    steps = [*(step for chunk in chunks for step in pipeline.push(chunk)), *pipeline.flush()]
    lasted = dict.fromkeys(("emotion", *(state.value for state in State)), 0.0)
    before_s = segments_s = 0.0
    for step in steps:
        labelled = step.prediction is not None and step.prediction.label is not None
        lasted["emotion" if labelled else step.state.value] += step.time_s - before_s
        before_s = step.time_s
        if step.segment is not None and step.segment.prediction.label is not None:
            segments_s += step.segment.end_s - step.segment.start_s
    return Shares(
        emotion=lasted["emotion"] / before_s,
        unsure=lasted[State.UNSURE.value] / before_s,
        waiting=lasted[State.LISTENING.value] / before_s,
        no_speech=lasted[State.NO_SPEECH.value] / before_s,
        segments=segments_s / before_s,
    )


def mean(shares: Sequence[Shares]) -> Shares:
    """Average stretches of equal weight."""
    table = np.array([list(vars(one).values()) for one in shares])
    return Shares(*table.mean(axis=0).tolist())


def line(name: str, shares: Shares) -> str:
    """Return a row of the table."""
    return f"{name:26}" + "".join(f"{100 * value:10.1f}" for value in vars(shares).values())


def print_sounds(runner: Runner, seconds: float, seeds: int) -> None:
    """Print one row a kind of sound, and their mean."""
    print(f"{'no speech, % of time':26}   emotion    unsure   waiting no speech  segments")
    rows = []
    for kind in KINDS:
        rows.append(mean([shown(runner, sound(kind, seconds, seed)) for seed in range(seeds)]))
        print(line(kind.name, rows[-1]), flush=True)
    print(line("mean", mean(rows)))


def sample(corpora: Path, runner: Runner, count: int) -> Iterator[tuple[str, list[Clip]]]:
    """Choose clips of each corpus, evenly spread over all whose speakers did not test the model."""
    training = runner.manifest.training.get("corpora", {})
    for name in (name for name in NAMES if (corpora / name).is_dir()):
        tested = set(training.get(name, {}).get("test_speakers", ()))
        clips = [clip for clip in load_corpus(name, corpora / name).clips if clip.speaker not in tested]
        yield name, [clips[int(at)] for at in np.linspace(0, len(clips) - 1, count)]


def loud_s(clip: Float32) -> float:
    """Return how long a clip is within ``LOUD_DB`` of its loudest 32 ms."""
    frames = clip[: len(clip) // 512 * 512].reshape(-1, 512)
    power = np.square(frames).mean(axis=1)
    return float((power > power.max() * 10 ** (-LOUD_DB / 10)).sum()) * 512 / RATE_HZ


def heard_s(runner: Runner, clip: Float32) -> float:
    """Return how long the utterances found in a clip between pauses are."""
    pause = np.zeros(round(PAUSE_S * RATE_HZ), np.float32)
    pipeline = Pipeline(runner, RATE_HZ)
    steps = [*pipeline.push(np.concatenate([pause, clip, pause])), *pipeline.flush()]
    return sum(step.segment.end_s - step.segment.start_s for step in steps if step.segment is not None)


def with_noise(clip: Float32, snr_db: float, seed: int) -> Float32:
    """Add pink noise so many dB below the clip's mean power."""
    noise = signals.coloured(len(clip) / RATE_HZ, np.random.default_rng(seed), 0.5)
    rms = float(np.sqrt(np.square(clip).mean()))
    return (clip + noise * rms * 10 ** (-snr_db / 20)).astype(np.float32)


def print_speech(runner: Runner, corpora: Path, count: int) -> None:
    """Print one row a corpus: time in utterances over loud time, and clips in which nobody was heard."""
    print(f"\n{'speech':26}  heard, % of loud time      clips never heard")
    print(f"{'':26}  as recorded   10 dB noise   as recorded   10 dB noise")
    for name, clips in sample(corpora, runner, count):
        found = []
        for seed, clip in enumerate(clips):
            recorded = read_at_rate(clip.path, RATE_HZ)
            heard = [heard_s(runner, one) for one in (recorded, with_noise(recorded, 10.0, seed))]
            found.append((loud_s(recorded), *heard))
        table = np.array(found)
        shares = 100 * table[:, 1:].sum(axis=0) / table[:, 0].sum()
        silent = (table[:, 1:] == 0).sum(axis=0)
        print(
            f"{name:26}{shares[0]:13.1f}{shares[1]:14.1f}"
            f"{silent[0]:8} of {len(table):3}{silent[1]:7} of {len(table):3}",
            flush=True,
        )


def main() -> None:
    """Print both tables."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--model", type=Path, default=paths.home() / "models" / "general")
    arguments.add_argument("--corpora", type=Path, default=os.environ.get("SER_CORPORA", "../shared/corpora"))
    arguments.add_argument("--seconds", type=float, default=20.0)
    arguments.add_argument("--seeds", type=int, default=3)
    arguments.add_argument("--clips", type=int, default=40)
    asked = arguments.parse_args()
    runner = Runner(load(asked.model))
    print_sounds(runner, asked.seconds, asked.seeds)
    if asked.corpora.is_dir():
        print_speech(runner, asked.corpora, asked.clips)


if __name__ == "__main__":
    main()
