"""Where the time of a recording goes, part by part, as milliseconds of processor time for a second of sound.

Each part works alone on the demo clip, in the blocks that an analysis gives it; what is left of the whole is
resampling, meter, picture, smoothing and the program's own steps. No row of the table: a profile.

    OPENBLAS_NUM_THREADS=1 python -m benchmarks.speed.parts
"""

from __future__ import annotations

import statistics
from collections.abc import Callable

import numpy as np

from benchmarks.speed.measuring import processor_s_of
from ser_desktop.audio.files import read_at_rate
from ser_desktop.engine.jobs import analyze_samples
from ser_desktop.features.frontend import StreamingFeatures, clip_features
from ser_desktop.features.speech import SpeechDetector
from ser_desktop.features.windows import to_window
from ser_desktop.inference.manifest import load
from ser_desktop.inference.runner import Runner
from ser_desktop.paths import assets, home
from ser_desktop.results import Float32

_BLOCK_S = 2.0
_REPEATS, _CALLS = 5, 5


def main() -> None:
    """Print the parts."""
    model = load(home() / "models" / "general")
    spec, frames = model.manifest.spec, model.manifest.window_frames
    runner, path = Runner(model), assets() / "demo.flac"
    sound = read_at_rate(path, spec.rate_hz)
    length_s = len(sound) / spec.rate_hz
    blocks = np.split(sound, range(int(_BLOCK_S * spec.rate_hz), len(sound), int(_BLOCK_S * spec.rate_hz)))
    described = clip_features(sound, spec)[: 2 * frames]
    window = to_window(described, spec, frames)
    asked = [0]
    predict = runner.predict

    def counted(*question: object) -> object:
        asked[0] += 1
        return predict(*question)  # type: ignore[arg-type]

    runner.predict = counted  # type: ignore[method-assign,assignment]
    analyze_samples(runner, sound, spec.rate_hz, "demo")
    answers = asked[0]
    parts: dict[str, tuple[Callable[[], object], float]] = {
        "reading": (lambda: read_at_rate(path, spec.rate_hz), 1),
        "front end": (lambda: _pushed(StreamingFeatures(spec).push, blocks), 1),
        "detector of speech": (lambda: _pushed(SpeechDetector().push, blocks), 1),
        "windows": (lambda: to_window(described, spec, frames), answers),
        "network": (lambda: runner.run(window), answers),
        "the whole": (lambda: analyze_samples(runner, sound, spec.rate_hz, "demo"), 1),
    }
    print(f"{length_s:.1f} s of sound, {answers} answers")
    for name, (work, times) in parts.items():
        work()
        taken_s = statistics.median(processor_s_of(work, _CALLS) for _ in range(_REPEATS))
        print(f"{1000 * times * taken_s / length_s:8.2f} ms a second  {name}")


def _pushed(push: Callable[[Float32], object], blocks: list[Float32]) -> None:
    for block in blocks:
        push(block)


if __name__ == "__main__":
    main()
