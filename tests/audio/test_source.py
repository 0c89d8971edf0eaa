"""A clip held in memory plays at its pace: every sample once, in order, and again where it loops."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.audio.source import ClipSource
from ser_desktop.results import Float32

if TYPE_CHECKING:
    from ser_desktop.audio.source import AudioSource

RATE_HZ = 1000
BEGAN_S = 12_345.0
CLIP: Float32 = np.arange(700, dtype=np.float32)


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now_s = BEGAN_S

    def __call__(self) -> float:
        """Return the time."""
        return self.now_s


def playing(clock: Clock, *, loop: bool) -> ClipSource:
    """Open the clip."""
    source = ClipSource("Clip", CLIP, RATE_HZ, loop=loop, clock=clock)
    source.open()
    return source


@given(waits_s=st.lists(st.floats(0, 1.5), max_size=20), loop=st.booleans())
def test_every_sample_comes_once_in_order(waits_s: list[float], *, loop: bool) -> None:
    """However often one asks; never a sample before its time, and a clip that does not loop ends."""
    clock = Clock()
    source = playing(clock, loop=loop)
    heard: list[Float32] = []
    for wait_s in waits_s:
        clock.now_s += wait_s
        heard.append(source.read())
        due = (clock.now_s - BEGAN_S) * RATE_HZ
        count = sum(len(block) for block in heard)
        assert due - 1 - 1e-6 <= count <= due + 1e-6 or (not loop and count == len(CLIP) <= due)
        assert source.finished == (not loop and count == len(CLIP))
        assert source.alive
    samples = np.concatenate([*heard, CLIP[:0]])
    np.testing.assert_array_equal(samples, np.tile(CLIP, 60)[: len(samples)])
    assert source.lost_samples == 0


def test_opened_again_it_begins_again() -> None:
    """Stop and start play the clip from its first sample, without what passed in between."""
    clock = Clock()
    source = playing(clock, loop=True)
    clock.now_s += 0.375
    source.read()
    source.close()
    source.close()
    clock.now_s += 100.0
    source.open()
    assert len(source.read()) == 0
    clock.now_s += 0.125
    np.testing.assert_array_equal(source.read(), CLIP[:125])


def test_a_clock_that_steps_back_repeats_nothing() -> None:
    """No sample comes twice even then."""
    clock = Clock()
    source = playing(clock, loop=True)
    clock.now_s += 0.25
    source.read()
    clock.now_s -= 0.125
    assert len(source.read()) == 0
    clock.now_s += 0.25
    np.testing.assert_array_equal(source.read(), CLIP[250:375])


@pytest.mark.parametrize("loop", [False, True])
def test_it_plays_by_the_real_clock(*, loop: bool) -> None:
    """By default time passes by itself; the clip fulfils the engine's protocol."""
    source: AudioSource = ClipSource("Clip", CLIP, 100_000, loop=loop)
    source.open()
    heard = 0
    while heard < 700:
        heard += len(source.read())
        time.sleep(0.001)
    assert source.finished != loop
