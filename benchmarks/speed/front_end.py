"""The front end: streaming MFCC against librosa over the whole window again at each hop.

python -m benchmarks.speed.front_end
"""

from __future__ import annotations

import librosa
import numpy as np

from benchmarks.speed.measuring import Outcome, median_ms, ratios, side_by_side, tell
from ser_desktop.features.frontend import StreamingFeatures
from ser_desktop.features.spec import FeatureSpec
from ser_desktop.inference.manifest import load
from ser_desktop.paths import home

STEP_S, WINDOW_S = 0.1, 3.0
REPEATS = 9


def main() -> None:
    """Measure, and tell."""
    tell([mfcc()])


def mfcc() -> Outcome:
    """Coefficients of 100 ms that are new, and of the three seconds that they complete; all columns, too."""
    spec = FeatureSpec(delta_order=0)  # as the peer has none
    voice = speech(spec.rate_hz)
    stream = StreamingFeatures(spec)
    everything = StreamingFeatures(load(home() / "models" / "general").manifest.spec)
    step = voice[: round(STEP_S * spec.rate_hz)]
    window = voice[: round(WINDOW_S * spec.rate_hz)]
    taken = side_by_side(
        {
            "ours": lambda: stream.push(step),
            "theirs": lambda: librosa.feature.mfcc(
                y=window,
                sr=spec.rate_hz,
                n_mfcc=spec.coefficients,
                n_fft=spec.frame_samples,
                hop_length=spec.hop_samples,
                n_mels=spec.mels,
                fmin=spec.low_hz,
                fmax=spec.high_hz,
            ),
            "everything": lambda: everything.push(step),
        },
        repeats=REPEATS,
    )
    facts = {
        "streaming MFCC, ms": median_ms(taken["ours"]),
        "librosa, ms": median_ms(taken["theirs"]),
        "all columns of the default model, ms": median_ms(taken["everything"]),
    }
    return Outcome("mfcc", ratios(taken["theirs"], taken["ours"]), facts)


def speech(rate_hz: int) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Return the demo clip [n] at a rate."""
    import soundfile

    from ser_desktop.audio.resample import Resampler
    from ser_desktop.paths import assets

    samples, at_hz = soundfile.read(assets() / "demo.flac", dtype="float32")
    resampler = Resampler(at_hz, rate_hz)
    return np.concatenate([resampler.push(samples), resampler.flush()])


if __name__ == "__main__":
    main()
