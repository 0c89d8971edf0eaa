"""Makes ``demo.flac``: a synthetic voice that speaks in several moods, with pauses. Needs espeak-ng.

Run ``python assets/make_demo.py`` after a change; the result is the same on every run.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import numpy as np
import soundfile
import soxr

RATE_HZ = 16_000
PAUSE_S = 1.4
# (text, voice, words a minute, pitch 0-99, pitch range 0-99)
LINES = [
    ("I have put the letters on the table, next to the lamp.", "en-us", 150, 40, 30),
    ("You cannot be serious! I told you to leave it alone!", "en-us+m3", 215, 70, 95),
    ("Nobody came to see him, and it rained the whole day.", "en-us+f3", 105, 25, 10),
    ("Look, they are here! What a wonderful surprise!", "en-us+f2", 190, 90, 99),
]


def spoken(text: str, voice: str, words_per_minute: int, pitch: int, pitch_range: int) -> np.ndarray:
    """One line as samples [n] at ``RATE_HZ``, its loudest sample at -6 dBFS."""
    ssml = f'<speak><prosody range="{pitch_range}%">{text}</prosody></speak>'
    with tempfile.TemporaryDirectory() as folder:
        wav = Path(folder) / "line.wav"
        options = ["-v", voice, "-s", str(words_per_minute), "-p", str(pitch), "-m", "-w", str(wav)]
        subprocess.run(["espeak-ng", *options, ssml], check=True)
        samples, rate_hz = soundfile.read(wav, dtype="float32")
    samples = soxr.resample(samples, rate_hz, RATE_HZ)
    return 0.5 * samples / np.abs(samples).max()


def main() -> None:
    """Speak all lines, add the faint noise of a quiet room, and write the clip."""
    rng = np.random.default_rng(1)
    pause = np.zeros(round(PAUSE_S * RATE_HZ), np.float32)
    clip = np.concatenate([part for line in LINES for part in (pause, spoken(*line))] + [pause])
    clip = clip + 0.0005 * rng.standard_normal(len(clip))
    soundfile.write(Path(__file__).with_name("demo.flac"), clip, RATE_HZ, subtype="PCM_16")


if __name__ == "__main__":
    main()
