"""The picture of a recording of any length: no peak lost at any zoom, and never more than it needs."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.audio.envelope import Envelope, bounds
from ser_desktop.results import Float32
from tests.sounds import pieces

SAMPLES = np.random.default_rng(2).standard_normal(41_003).astype(np.float32)
COLUMN = 2


def built(samples: Float32, sizes: list[int], column_samples: int = COLUMN) -> Envelope:
    """Push samples in chunks of these sizes."""
    envelope = Envelope(column_samples)
    for chunk in pieces(samples, sizes):
        envelope.push(chunk)
    return envelope


def expected(samples: Float32, start: int, end: int, width: int) -> Float32:
    """Do it the slow way: columns of ``width`` that cover [start, end)."""
    first, last = start // width, -(-end // width)
    columns = [samples[at * width : (at + 1) * width] for at in range(first, last)]
    return np.array([[column.min(), column.max()] for column in columns], np.float32)


@given(
    sizes=st.lists(st.integers(0, 9_000), max_size=12),
    start=st.integers(0, 41_003),
    length=st.integers(1, 41_003),
    most=st.integers(1, 30_000),
)
def test_every_column_holds_exactly_its_own_samples(
    sizes: list[int], start: int, length: int, most: int
) -> None:
    """At every zoom, for any chunks; the finest level that fits is taken."""
    end = min(start + length, len(SAMPLES))
    envelope = built(SAMPLES, sizes)
    assert envelope.n_samples == len(SAMPLES)
    first_sample, width, columns = envelope.columns(start, end, most)
    if start >= end:
        assert columns.shape == (0, 2)
        return
    assert first_sample == start // width * width
    np.testing.assert_array_equal(columns, expected(SAMPLES, start, end, width))
    levels = [COLUMN * 4**level for level in range(len(envelope._levels))]
    fitting = [one for one in levels if -(-end // one) - start // one <= most]
    assert width == (fitting[0] if fitting else levels[-1])
    assert len(columns) <= max(most, 300)


@given(length=st.integers(0, 3_000), sizes=st.lists(st.integers(0, 300), max_size=9))
def test_while_it_grows_it_is_right(length: int, sizes: list[int]) -> None:
    """A long file is drawn while it is read, with its last column of what there is."""
    envelope = built(SAMPLES[:length], sizes, 16)
    _, width, columns = envelope.columns(0, 10**9, 10**9)
    assert width == 16
    np.testing.assert_array_equal(columns, expected(SAMPLES[:length], 0, length, 16).reshape(-1, 2))


def test_two_hours_are_small_and_quick() -> None:
    """Two hours at 8 kHz: all of it in a window's width, from a few thousand columns; no sample is kept."""
    envelope = Envelope()
    minute = np.random.default_rng(1).standard_normal(60 * 8_000).astype(np.float32)
    for _ in range(120):
        envelope.push(minute)
    envelope.push(np.array([99.0, -99.0], np.float32))
    _, width, columns = envelope.columns(0, envelope.n_samples, 2_000)
    assert 500 < len(columns) <= 2_000
    assert (columns.max(), columns.min()) == (99.0, -99.0)
    assert width == 256 * 4**4
    held = sum(level._room.nbytes for level in envelope._levels) + envelope._pending.nbytes
    assert held < 120 * 60 * 8_000 * 4 / 20


def test_what_was_drawn_stays_as_it_is() -> None:
    """The window holds the columns while the file is read on."""
    envelope = built(SAMPLES[:20_000], [])
    _, _, columns = envelope.columns(0, 20_000, 100_000)
    copy = columns.copy()
    for _ in range(20):
        envelope.push(SAMPLES)
    np.testing.assert_array_equal(columns, copy)


def test_one_thread_reads_while_another_draws() -> None:
    """No column is ever of samples that are not yet, or not wholly, there."""
    envelope, faults = Envelope(4), list[str]()
    ramp = np.arange(200_000, dtype=np.float32)

    def read() -> None:
        for chunk in np.array_split(ramp, 1_000):
            envelope.push(chunk)

    thread = threading.Thread(target=read)
    thread.start()
    while thread.is_alive():
        _, width, columns = envelope.columns(0, len(ramp), 3_000)
        starts = np.arange(len(columns)) * width
        if (columns[:, 0] != starts).any() or (columns[:-1, 1] != starts[:-1] + width - 1).any():
            faults.append(f"{len(columns)} columns of {width}")
    thread.join()
    assert faults == []


@pytest.mark.parametrize(("length", "width"), [(0, 3), (1, 3), (3, 3), (10, 3), (10, 1), (10, 99)])
def test_bounds_of_samples_in_memory(length: int, width: int) -> None:
    """The last column may be shorter."""
    found = bounds(SAMPLES[:length], width)
    np.testing.assert_array_equal(found, expected(SAMPLES[:length], 0, length, width).reshape(-1, 2))
