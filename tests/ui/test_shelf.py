"""The shelf of clips: bounded, and nothing unsaved is dropped."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.results import Gap, Missing
from ser_desktop.ui import words
from ser_desktop.ui.clips.shelf import Shelf
from tests.fakes import clips
from tests.ui.test_clip_journeys import ANGRY, plain

RECORDING = clips.recording(ANGRY, 1.0)


@given(st.lists(st.sampled_from(["add", "save", "discard", "restore", "forget"]), max_size=40))
def test_an_unsaved_clip_leaves_only_when_it_is_discarded(deeds: list[str]) -> None:
    """Whatever is done, in whatever order; the order of the clips is that of their recording."""
    shelf = Shelf(most=3)
    unsaved: list[int] = []
    for deed in deeds:
        newest = shelf.takes[-1].number if shelf.takes else 0
        if deed == "add" and not shelf.full:
            unsaved.append(shelf.add(RECORDING).number)
        elif deed == "save" and newest:
            shelf.saved(newest, Path("clip.wav"))
            unsaved = [number for number in unsaved if number != newest]
        elif deed == "discard" and newest:
            shelf.discard(newest)
            unsaved = [number for number in unsaved if number != newest]
        elif deed == "restore":
            take = shelf.restore()
            unsaved += [take.number] if take is not None and take.path is None else []
        elif deed == "forget":
            shelf.forget()
        numbers = [take.number for take in shelf.takes]
        assert numbers == sorted(set(numbers))
        assert sorted(unsaved) == [take.number for take in shelf.takes if take.path is None]
        assert shelf.unsaved == len(unsaved)
        assert len(numbers) <= 4, "at most one more than its size, put back"


def test_memory_is_told() -> None:
    """What the samples take."""
    shelf = Shelf()
    for _ in range(2):
        shelf.add(RECORDING)
    assert shelf.size_bytes == 2 * 16_000 * 4
    assert plain(words.kept_line(2, shelf.size_bytes)) == "2 clips, 0.1 MB in memory"


def test_a_take_is_named_by_its_time_or_its_file() -> None:
    """And its analysis with it, in which it is told where sound is missing."""
    shelf = Shelf()
    take = shelf.add(clips.recording(ANGRY, 1.0, gaps=(Gap(8_000, None),)))
    assert take.analysis is not None
    assert (take.file_name, take.analysis.name) == ("clip-2026-11-25-154702", "clip-2026-11-25-154702.wav")
    assert take.analysis.missing == (Missing(0.5, 0.5, None),)
    shelf.saved(take.number, Path("folder/mine.wav"))
    saved = shelf.get(take.number)
    assert saved is not None
    assert saved.analysis is not None
    assert (saved.file_name, saved.analysis.name) == ("mine", "mine.wav")
    assert saved.analysis.path == Path("folder/mine.wav")


def test_many_gaps_are_counted() -> None:
    """Three are named."""
    taken = clips.clip(3.0, tuple(Gap(1_600 * number, 16) for number in range(1, 6)))
    line = plain(words.missing_line(taken.missing))
    assert line == "Sound is missing at 0.10 s (1 ms), 0.20 s (1 ms), 0.30 s (1 ms) and 2 more."
