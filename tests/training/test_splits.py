"""Nobody is both trained on and tested: the figure of a model stands on this."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ser_desktop.errors import UserError
from ser_desktop.results import FEWEST_SPEAKERS
from ser_desktop.training.corpora.clip import UNKNOWN, Clip, Sex
from ser_desktop.training.splits import (
    FEWEST_CLIPS,
    Split,
    fair_split,
    has_strangers,
    recording_split,
    speaker_split,
)

PARTS = ("train", "validation", "test")
SEXES: tuple[Sex, ...] = ("f", "m", "unknown")


def speaking(corpus: str, sexes: Sequence[Sex], clips_each: int = 2) -> list[Clip]:
    """Make clips of as many speakers as there are sexes."""
    return [
        Clip(Path(f"{corpus}/{n}/{take}.wav"), corpus, f"{corpus}/{n:02}", sex, "anger")
        for n, sex in enumerate(sexes)
        for take in range(clips_each)
    ]


def women_and_men(corpus: str, women: int, men: int) -> list[Clip]:
    sexes: list[Sex] = ["f"] * women
    sexes += ["m"] * men
    return speaking(corpus, sexes)


def part(split: Split, name: str) -> tuple[Clip, ...]:
    clips: tuple[Clip, ...] = getattr(split, name)
    return clips


def speakers(split: Split, name: str) -> dict[str, Sex]:
    return {clip.speaker: clip.sex for clip in part(split, name)}


company = st.lists(st.lists(st.sampled_from(SEXES), min_size=1, max_size=30), min_size=1, max_size=4).map(
    lambda corpora: [clip for n, sexes in enumerate(corpora) for clip in speaking(f"c{n}", sexes)]
)
big_company = company.map(lambda clips: clips + women_and_men("big", 3, 3))
shares = st.floats(0.0, 1.0)


@given(clips=big_company, seed=st.integers(0, 2**31), test=shares, validation=shares)
def test_parts_share_nobody_and_lose_nothing(
    clips: list[Clip], seed: int, test: float, validation: float
) -> None:
    """Whatever the shares: every clip is in exactly one part, and each part has its own speakers."""
    split = speaker_split(clips, seed=seed, test=test, validation=validation)
    assert Counter(clip for name in PARTS for clip in part(split, name)) == Counter(clips)
    everyone = [speaker for name in PARTS for speaker in speakers(split, name)]
    assert len(everyone) == len(set(everyone))
    for corpus in {clip.corpus for clip in clips} - set(split.training_only):
        present = [{c.speaker for c in part(split, name) if c.corpus == corpus} for name in PARTS]
        assert [len(there) >= least for there, least in zip(present, (1, 1, 2), strict=True)] == [True] * 3


@given(clips=big_company, seed=st.integers(0, 2**31), random=st.randoms())
def test_the_draw_knows_only_seed_and_speakers(clips: list[Clip], seed: int, random: object) -> None:
    """The order of clips, their number, and other corpora must not move a speaker to another part."""
    shuffled = sorted(clips, key=lambda _: random.random())  # type: ignore[attr-defined]  # hypothesis's Random
    alone = [clip for clip in clips if clip.corpus == "big"][::2]
    first = speaker_split(clips, seed=seed)
    for name in PARTS:
        assert speakers(speaker_split(shuffled, seed=seed), name) == speakers(first, name)
        others = {speaker for speaker in speakers(first, name) if speaker.startswith("big/")}
        assert set(speakers(speaker_split(alone, seed=seed), name)) == others


@given(women=st.integers(1, 40), men=st.integers(1, 40), seed=st.integers(0, 1000))
def test_both_sexes_are_tested_in_their_proportion(women: int, men: int, seed: int) -> None:
    """A test of men alone would say nothing of women; neither sex gives more than its share, rounded up."""
    assume(women + men >= FEWEST_SPEAKERS)
    clips = women_and_men("c", women, men)
    tested = Counter(speakers(speaker_split(clips, seed=seed), "test").values())
    n_test = sum(tested.values())
    assert tested["f"] >= 1
    assert tested["m"] >= 1
    assert abs(tested["f"] - n_test * women / (women + men)) <= 1


@pytest.mark.parametrize(
    ("women", "men", "expected"),
    [(5, 5, (6, 2, 2)), (12, 12, (15, 4, 5)), (3, 3, (3, 1, 2)), (25, 40, (42, 10, 13)), (0, 4, (1, 1, 2))],
)
def test_sizes_for_the_sizes_of_known_corpora(women: int, men: int, expected: tuple[int, int, int]) -> None:
    """About a fifth is tested and a seventh validates, in whole people."""
    split = speaker_split(women_and_men("c", women, men), seed=1)
    assert tuple(len(speakers(split, name)) for name in PARTS) == expected


def test_the_draw_never_changes() -> None:
    """A figure published for a seed must be measured on the same people years later, on any machine."""
    split = speaker_split(women_and_men("c", 4, 4), seed=7)
    assert [sorted(speakers(split, name)) for name in ("validation", "test")] == [
        ["c/01"],
        ["c/02", "c/07"],
    ]


def test_seeds_differ() -> None:
    """Several seeds must mean several draws."""
    clips = women_and_men("c", 12, 12)
    drawn = {tuple(sorted(speakers(speaker_split(clips, seed=seed), "test"))) for seed in range(5)}
    assert len(drawn) == 5


def test_a_corpus_of_few_speakers_is_trained_on_and_named() -> None:
    """Two speakers cannot be held out honestly; the report has to say that they never were."""
    few, many = women_and_men("few", 2, 1), women_and_men("many", 4, 4)
    split = speaker_split(few + many, seed=0)
    assert split.training_only == ("few",)
    assert set(few) <= set(split.train)


def test_unnamed_speakers_are_never_held_out() -> None:
    """They might be anybody, so they count neither as a speaker nor for the test."""
    unnamed = [Clip(Path(f"{n}.wav"), "c", f"c/{UNKNOWN}", "unknown", "fear") for n in range(50)]
    for seed in range(10):
        split = speaker_split([*women_and_men("c", 2, 2), *unnamed], seed=seed)
        assert set(unnamed) <= set(split.train)
        assert split.unnamed == 50
    with pytest.raises(UserError):
        speaker_split([*women_and_men("c", 2, 1), *unnamed], seed=0)


@pytest.mark.parametrize("clips", [[], women_and_men("c", 2, 1)])
def test_where_nobody_can_be_held_out_it_says_what_to_do(clips: list[Clip]) -> None:
    """A random split instead would flatter the model in silence."""
    with pytest.raises(UserError) as caught:
        speaker_split(clips, seed=0)
    assert caught.value.code == "nobody-to-hold-out"
    assert "Name the speakers" in caught.value.remedy


def of_one_voice(counts: dict[str, int]) -> list[Clip]:
    return [
        Clip(Path(f"/home/{label}/{n}.wav"), "folder", "folder/anna", "f", label)
        for label, count in counts.items()
        for n in range(count)
    ]


@given(
    counts=st.dictionaries(
        st.sampled_from(["anger", "fear", "calm"]), st.integers(FEWEST_CLIPS, 60), min_size=1
    ),
    seed=st.integers(0, 1000),
)
def test_of_few_voices_recordings_are_held_out(counts: dict[str, int], seed: int) -> None:
    """Each clip in one part, every emotion in every part, most of it to learn from; and it is said."""
    clips = of_one_voice(counts)
    split = fair_split(clips, seed=seed)
    assert not split.strangers
    assert split.training_only == ("folder",)
    assert Counter(clip for name in PARTS for clip in part(split, name)) == Counter(clips)
    for name in PARTS:
        assert {clip.label for clip in part(split, name)} == set(counts)
    assert len(split.train) > len(clips) / 2
    elsewhere = [dataclasses.replace(clip, path=Path("/else/where") / clip.path) for clip in clips]
    again = recording_split(elsewhere, seed=seed)
    assert [c.path.parts[-2:] for c in again.test] == [c.path.parts[-2:] for c in split.test]


def test_where_strangers_are_they_judge() -> None:
    """Recordings of known voices stand in only where no corpus has enough named speakers."""
    many = women_and_men("c", 2, 2)
    assert has_strangers(many)
    assert fair_split(many, seed=1) == speaker_split(many, seed=1)
    assert not has_strangers(women_and_men("c", 2, 1) + women_and_men("d", 2, 1))


def test_too_few_recordings_are_counted() -> None:
    """A refusal says of which emotion there are how many, and how many it takes."""
    with pytest.raises(UserError) as caught:
        fair_split(of_one_voice({"anger": 20, "fear": FEWEST_CLIPS - 1}), seed=1)
    assert caught.value.code == "too-few-recordings"
    assert f"fear: {FEWEST_CLIPS - 1}" in caught.value.detail
