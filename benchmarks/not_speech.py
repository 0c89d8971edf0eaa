"""What the live pipeline makes of sounds that are no speech, and how much of real speech it hears.

``python -m benchmarks.not_speech [--corpora DIR] [--model DIR] [--seconds N] [--seeds N] [--clips N]
[--kinds NAME…]``

The sounds are made from seeds (``tests/not_speech``) and heard alone, from far away, and straight after a
voice, which is when a detector errs most. Speech is a sample of each corpus, as recorded and in noise 10 dB
below it, of speakers whom the model was not tested on: this table is what thresholds are chosen by. Without
recordings it stops after the sounds.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ser_desktop import paths
from ser_desktop.audio.files import read_at_rate
from ser_desktop.engine.pipeline import Pipeline
from ser_desktop.inference.manifest import load
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Float32, State
from ser_desktop.training.corpora import NAMES, Clip, load_corpus
from tests.not_speech import KINDS, Kind, signals, sound

RATE_HZ = signals.RATE_HZ
CHUNK_SAMPLES = 1600
PAUSE_S = 1.0
LOUD_DB = 30.0
FAR_GAIN = np.float32(10 ** (-30 / 20))
SENTENCE_S = (1.3, 4.6)  # of the bundled clip
AFTERGLOW_S = 1.0  # for so long after the last word, a label shown is still an answer to it


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


def shown(runner: Runner, sound: Float32, since_s: float = 0.0) -> Shares:
    """Push a sound [n] through the live pipeline in a sound card's chunks; count what came after a time."""
    pipeline = Pipeline(runner, RATE_HZ)
    chunks = np.split(sound, np.arange(CHUNK_SAMPLES, len(sound), CHUNK_SAMPLES))
    steps = [*(step for chunk in chunks for step in pipeline.push(chunk)), *pipeline.flush()]
    lasted = dict.fromkeys(("emotion", *(state.value for state in State)), 0.0)
    before_s = since_s
    segments_s = 0.0
    for step in (step for step in steps if step.time_s > since_s):
        labelled = step.prediction is not None and step.prediction.label is not None
        lasted["emotion" if labelled else step.state.value] += step.time_s - before_s
        before_s = step.time_s
        if step.segment is not None and step.segment.prediction.label is not None:
            segments_s += max(step.segment.end_s - max(step.segment.start_s, since_s), 0.0)
    total_s = before_s - since_s
    return Shares(
        emotion=lasted["emotion"] / total_s,
        unsure=lasted[State.UNSURE.value] / total_s,
        waiting=lasted[State.LISTENING.value] / total_s,
        no_speech=lasted[State.NO_SPEECH.value] / total_s,
        segments=segments_s / total_s,
    )


def mean(shares: Sequence[Shares]) -> Shares:
    """Average stretches of equal weight."""
    table = np.array([list(vars(one).values()) for one in shares])
    return Shares(*table.mean(axis=0).tolist())


def line(name: str, near: Shares, far: Shares, after: Shares) -> str:
    """Return a row of the table."""
    values = [*vars(near).values(), far.emotion, far.segments, after.emotion]
    return f"{name:26}" + "".join(f"{100 * value:10.1f}" for value in values)


def print_sounds(runner: Runner, kinds: Sequence[Kind], seconds: float, seeds: int) -> None:
    """Print one row a kind of sound, and their mean."""
    demo = read_at_rate(paths.assets() / "demo.flac", RATE_HZ)
    sentence = demo[slice(*(round(at_s * RATE_HZ) for at_s in SENTENCE_S))]
    wake_s = len(sentence) / RATE_HZ + AFTERGLOW_S
    print(f"{'no speech, % of time':26}{'near':>10}{'':40}{'far':>10}{'':10}{'in a':>10}")
    titles = ("emotion", "unsure", "waiting", "no speech", "segments", "emotion", "segments", "wake")
    print(f"{'':26}" + "".join(f"{title:>10}" for title in titles))
    table: list[list[Shares]] = []
    for kind in kinds:
        near, far, after = [], [], []
        for made in (sound(kind, seconds, seed) for seed in range(seeds)):
            near.append(shown(runner, made))
            far.append(shown(runner, FAR_GAIN * made))
            after.append(shown(runner, np.concatenate([sentence, made]), since_s=wake_s))
        table.append([mean(near), mean(far), mean(after)])
        print(line(kind.name, *table[-1]), flush=True)
    print(line("mean", *(mean(column) for column in zip(*table, strict=True))))


def sample(corpora: Path, runner: Runner, count: int) -> Iterator[tuple[str, list[Clip]]]:
    """Choose clips of each corpus, evenly spread over all whose speakers did not test the model."""
    training = runner.manifest.training.get("corpora", {})
    for name in (name for name in NAMES if (corpora / name).is_dir()):
        tested = set(training.get(name, {}).get("test_speakers", ()))
        clips = [clip for clip in load_corpus(name, corpora / name).clips if clip.speaker not in tested]
        yield name, [clips[int(at)] for at in np.linspace(0, len(clips) - 1, count)]


def loud(clip: Float32) -> NDArray[np.bool_]:
    """Tell which frames [n] of 10 ms are within ``LOUD_DB`` of a clip's loudest."""
    frames = clip[: len(clip) // 160 * 160].reshape(-1, 160)
    power = np.square(frames).mean(axis=1)
    return np.asarray(power > power.max() * 10 ** (-LOUD_DB / 10))


def heard(runner: Runner, clip: Float32, frames: int) -> NDArray[np.bool_]:
    """Tell which frames [n] of 10 ms lie in utterances found in a clip between pauses."""
    pause = np.zeros(round(PAUSE_S * RATE_HZ), np.float32)
    pipeline = Pipeline(runner, RATE_HZ)
    steps = [*pipeline.push(np.concatenate([pause, clip, pause])), *pipeline.flush()]
    at_s = PAUSE_S + np.arange(frames) / 100
    found = np.zeros(frames, bool)
    for step in steps:
        if step.segment is not None:
            found |= (at_s >= step.segment.start_s) & (at_s < step.segment.end_s)
    return found


def with_noise(clip: Float32, snr_db: float, seed: int) -> Float32:
    """Add pink noise so many dB below the clip's mean power."""
    noise = signals.coloured(len(clip) / RATE_HZ, np.random.default_rng(seed), 0.5)
    rms = float(np.sqrt(np.square(clip).mean()))
    return (clip + noise * rms * 10 ** (-snr_db / 20)).astype(np.float32)


def print_speech(runner: Runner, corpora: Path, count: int) -> None:
    """Print one row a corpus: share of loud time in utterances, and clips in which nobody was heard."""
    print(f"\n{'speech':26}{'loud time heard, %':>28}{'clips never heard':>28}")
    print(f"{'':26}" + 2 * f"{'as recorded':>14}{'10 dB noise':>14}")
    for name, clips in sample(corpora, runner, count):
        loud_frames, heard_frames, never = 0, np.zeros(2, int), np.zeros(2, int)
        for seed, clip in enumerate(clips):
            recorded = read_at_rate(clip.path, RATE_HZ)
            spoken = loud(recorded)
            sounds = (recorded, with_noise(recorded, 10.0, seed))
            found = np.stack([heard(runner, one, len(spoken)) for one in sounds])
            loud_frames += int(spoken.sum())
            heard_frames += (found & spoken).sum(axis=1)
            never += ~found.any(axis=1)
        shares = "".join(f"{100 * value / loud_frames:14.1f}" for value in heard_frames)
        counts = "".join(f"{value:>4} of {len(clips):>4}".rjust(14) for value in never)
        print(f"{name:26}{shares}{counts}", flush=True)


def main() -> None:
    """Print both tables."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--model", type=Path, default=paths.home() / "models" / "general")
    arguments.add_argument("--corpora", type=Path, default=os.environ.get("SER_CORPORA", "../shared/corpora"))
    arguments.add_argument("--seconds", type=float, default=20.0)
    arguments.add_argument("--seeds", type=int, default=3)
    arguments.add_argument("--clips", type=int, default=40)
    arguments.add_argument("--kinds", nargs="+", choices=[kind.name for kind in KINDS], metavar="NAME")
    asked = arguments.parse_args()
    runner = Runner(load(asked.model))
    kinds = [kind for kind in KINDS if not asked.kinds or kind.name in asked.kinds]
    print_sounds(runner, kinds, asked.seconds, asked.seeds)
    if asked.clips and asked.corpora.is_dir():
        print_speech(runner, asked.corpora, asked.clips)


if __name__ == "__main__":
    main()
