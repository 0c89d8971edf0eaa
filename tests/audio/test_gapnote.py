"""Where sound is missing travels with a saved clip, in words that a person can read too."""

from __future__ import annotations

from pathlib import Path

import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.audio.files import AudioFile
from ser_desktop.audio.gapnote import read, written
from ser_desktop.audio.saving import save_clip
from ser_desktop.engine.jobs import analyze_file
from ser_desktop.inference.runner import Runner
from ser_desktop.results import Gap, Missing
from tests.fakes import clips

gaps = st.lists(st.builds(Gap, st.integers(0, 10**9), st.none() | st.integers(0, 10**9)), max_size=30).map(
    tuple
)


@given(gaps)
def test_what_was_written_is_read(told: tuple[Gap, ...]) -> None:
    """To the sample; nothing for no gaps."""
    assert read(written(told)) == told


@given(st.text(max_size=80) | gaps.map(written).map(lambda text: text[1:]))
def test_other_comments_say_nothing(comment: str) -> None:
    """A file from elsewhere may say anything; no number of any length is a fault."""
    assert read(comment) == ()
    assert read(f"Sound is missing: {'9' * 5000} samples before sample 7.") == ()


@pytest.mark.parametrize("count", [0, 1, 5, 1000])
def test_a_file_keeps_them(tmp_path: Path, count: int) -> None:
    """Of very many the first, and how many more; the sound is the same, to the last bit."""
    clip = clips.clip(2.0, tuple(Gap(10 * (at + 1), at or None) for at in range(count)))
    save_clip(clip, tmp_path / "clip.wav")
    with AudioFile(tmp_path / "clip.wav") as file:
        assert file.gaps == clip.gaps[:30]
        assert file.n_samples == len(clip.samples)
    comment = soundfile.SoundFile(tmp_path / "clip.wav").comment
    assert comment.endswith("and 970 more.") == (count == 1000)
    assert (soundfile.read(tmp_path / "clip.wav", dtype="float32")[0] == clip.samples).all()


def test_an_analysis_tells_them(tmp_path: Path, runner: Runner) -> None:
    """Of the whole file, and of a stretch of it those within, counted from its beginning."""
    save_clip(clips.clip(3.0, (Gap(8_000, 160), Gap(32_000, None))), tmp_path / "clip.wav")
    whole = analyze_file(runner, tmp_path / "clip.wav")
    assert whole.missing == (Missing(0.5, 0.5, 0.01), Missing(2.0, 2.0, None))
    part = analyze_file(runner, tmp_path / "clip.wav", span=(16_000, 48_000))
    assert part.missing == (Missing(1.0, 1.0, None),)
