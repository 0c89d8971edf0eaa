"""The quality of a recording is told as it is: for made signals at any pace, and for real voices."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ser_desktop.audio.files import read_at_rate
from ser_desktop.audio.meter import Meter
from ser_desktop.engine.quality import LEAST_RATIO_DB, QUIET_DBFS, RECENT_S, Quality, QualityMeter, Verdict
from ser_desktop.features.speech import SpeechDetector, SpeechRules, UtteranceTracker
from ser_desktop.results import Float32, Level, Snapshot, State
from tests.sounds import CORPORA, RATE_HZ, noise, silence

PACE_S = 0.033


@dataclass
class Speaker:
    """Makes levels of somebody who speaks for 0.8 s out of every second, as the engine would tell them."""

    peak_dbfs: float = -12.0
    pauses_dbfs: float = -60.0
    clips: bool = False

    def speak(
        self, meter: QualityMeter, seconds: float, from_s: float = 0.0, pace_s: float = PACE_S
    ) -> Verdict:
        """Speak, and return what is said of it in the end."""
        verdict = Verdict()
        for time_s in np.arange(from_s, from_s + seconds, pace_s):
            voiced = bool(time_s % 1.0 < 0.8)
            rms_dbfs = self.peak_dbfs - 12 if voiced else self.pauses_dbfs
            peak_dbfs = self.peak_dbfs if voiced else self.pauses_dbfs + 10
            level = Level(peak_dbfs, rms_dbfs, clipped=self.clips and voiced)
            verdict = meter.push(float(time_s), level, speaking=True)
        return verdict


@pytest.mark.parametrize(
    ("speaker", "quality"),
    [
        (Speaker(), Quality.GOOD),
        (Speaker(peak_dbfs=QUIET_DBFS + 1, pauses_dbfs=-90), Quality.GOOD),
        (Speaker(peak_dbfs=QUIET_DBFS - 1, pauses_dbfs=-90), Quality.TOO_QUIET),
        (Speaker(pauses_dbfs=-24 - LEAST_RATIO_DB - 1), Quality.GOOD),
        (Speaker(pauses_dbfs=-24 - LEAST_RATIO_DB + 1), Quality.TOO_NOISY),
        (Speaker(pauses_dbfs=-24), Quality.TOO_NOISY),
        (Speaker(peak_dbfs=0.0, clips=True), Quality.CLIPPED),
        (Speaker(peak_dbfs=0.0, clips=True, pauses_dbfs=-20), Quality.CLIPPED),
    ],
)
def test_the_worst_is_named(speaker: Speaker, quality: Quality) -> None:
    """What the person should mend first."""
    assert speaker.speak(QualityMeter(), 8.0).quality is quality


@settings(max_examples=20)  # each is thousands of looks
@given(pace_s=st.floats(0.01, 0.07))
def test_the_pace_does_not_matter(pace_s: float) -> None:
    """As often as the window looks: the same seconds of speech, the same word."""
    verdict = Speaker().speak(QualityMeter(), 20.0, pace_s=pace_s)
    assert verdict.quality is Quality.GOOD
    at_edges_s = 20 * pace_s  # a look or less at the edge of each of twenty phrases, and a moment to begin
    assert verdict.speech_s == pytest.approx(16.0, abs=at_edges_s + 1.0)


def test_a_moment_that_is_seen_twice_counts_once() -> None:
    """The window looks more often than something new comes."""
    meter = QualityMeter()
    for _ in range(100):
        verdict = meter.push(1.0, Level(-10, -20), speaking=True)
    assert verdict == Verdict()


def test_nothing_is_said_before_a_second_was_heard() -> None:
    """Nor of silence, nor of noise in which nobody speaks."""
    assert Speaker().speak(QualityMeter(), 0.9).quality is Quality.WAITING
    meter = QualityMeter()
    for time_s in np.arange(0, 10, PACE_S):
        verdict = meter.push(float(time_s), Level(-20, -30), speaking=False)
    assert verdict == Verdict()


def test_who_mends_it_is_told_so() -> None:
    """Within some seconds the old ones are forgotten; the speech so far is not, and only grows."""
    meter = QualityMeter()
    quiet = Speaker(peak_dbfs=-50, pauses_dbfs=-90).speak(meter, 8.0)
    assert quiet.quality is Quality.TOO_QUIET
    near = Speaker().speak(meter, RECENT_S + 1, from_s=8.0)
    assert near.quality is Quality.GOOD
    assert near.speech_s > quiet.speech_s > 5


def test_one_loud_syllable_is_no_harm() -> None:
    """Nor is a file that was brought to full scale, and touches it once."""
    meter = QualityMeter()
    Speaker().speak(meter, 4.0)
    meter.push(4.0, Level(0.0, -10, clipped=True), speaking=True)
    assert Speaker().speak(meter, 1.0, from_s=4.03).quality is Quality.GOOD


@pytest.mark.parametrize("state", State)
def test_snapshots_tell_who_speaks(state: State) -> None:
    """Only while somebody is listened to who speaks is there speech."""
    meter = QualityMeter()
    for time_s in np.arange(0, 5, PACE_S):
        loud = time_s % 1 < 0.8
        level = Level(-12, -24) if loud else Level(-60, -70)
        verdict = meter.see(Snapshot(state, time_s=float(time_s), level=level))
    assert (verdict.speech_s > 3) == (state in {State.LISTENING, State.UNSURE})


def follow(samples: Float32) -> Verdict:
    """Tell of a sound as it would be told while it is recorded: levels by the meter, speech by the gate."""
    meter, detector, tracker, quality = (
        Meter(RATE_HZ),
        SpeechDetector(),
        UtteranceTracker(SpeechRules()),
        QualityMeter(),
    )
    verdict = Verdict()
    for at in range(0, len(samples), 533):
        block = samples[at : at + 533]
        meter.push(block)
        for probability in detector.push(block):
            tracker.push(probability)
        verdict = quality.push((at + len(block)) / RATE_HZ, meter.level, speaking=tracker.speaking)
    return verdict


@pytest.mark.corpora
@pytest.mark.parametrize("corpus", CORPORA)
def test_real_voices_are_told_as_they_are(corpora: Path, corpus: str) -> None:
    """As recorded good, 40 dB down too quiet, 20 dB up clipped, in as much noise as voice never good."""
    clips = sorted(path for path in (corpora / corpus).rglob("*") if path.suffix in {".flac", ".ogg"})
    sounds = [read_at_rate(clip, RATE_HZ) for clip in clips[:: len(clips) // 4][:4]]
    voice = np.concatenate([part for sound in sounds for part in (silence(0.4), sound)])
    voice *= np.float32(0.5) / np.abs(voice).max()
    rms = float(np.sqrt(np.mean(voice[voice != 0] ** 2)))
    room = noise(len(voice) / RATE_HZ + 1, rms)[: len(voice)]
    assert follow(voice).quality is Quality.GOOD
    assert follow(voice + np.float32(0.1) * room).quality is not Quality.CLIPPED
    assert follow(np.float32(0.01) * voice).quality is Quality.TOO_QUIET
    assert follow(np.clip(voice + room, -1, 1)).quality in {Quality.TOO_NOISY, Quality.WAITING}
    loud = np.clip(np.float32(20) * voice, -1, 1)
    assert follow(loud).quality is Quality.CLIPPED
    assert follow(voice).speech_s > 0.4 * sum(map(len, sounds)) / RATE_HZ
