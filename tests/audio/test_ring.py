"""The ring hands over every sample once, in order, or says how many it lost: no gap goes unnoticed."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.audio.ring import Ring
from ser_desktop.results import Float32


def ramp(start: int, count: int) -> Float32:
    """Return samples that equal their own index (float32 is exact below 2**24)."""
    return np.arange(start, start + count, dtype=np.float32)


@given(
    capacity=st.integers(1, 50),
    steps=st.lists(st.one_of(st.integers(0, 120), st.just("read")), max_size=60),
)
def test_ring_equals_a_list_that_forgets_its_oldest(capacity: int, steps: list[int | str]) -> None:
    """Whatever the order of writes and reads, the ring does what an unbounded list cut to length would."""
    ring = Ring(capacity)
    written = read = lost = 0
    for step in [*steps, "read"]:
        if isinstance(step, int):
            ring.write(ramp(written, step))
            written += step
            continue
        oldest = max(read, written - capacity)
        lost += oldest - read
        np.testing.assert_array_equal(ring.read(), ramp(oldest, written - oldest))
        read = written
        assert (ring.written_samples, ring.read_samples, ring.lost_samples) == (written, read, lost)


def test_what_was_read_stays_as_it_was() -> None:
    """A block handed out is the reader's own: later writes do not shine through."""
    ring = Ring(4)
    ring.write(ramp(0, 4))
    block = ring.read()
    ring.write(ramp(4, 4))
    np.testing.assert_array_equal(block, ramp(0, 4))


def test_write_accepts_a_column_of_interleaved_frames() -> None:
    """The callback passes one channel of several: a strided view, not a contiguous array."""
    frames = np.stack([ramp(0, 6), -ramp(0, 6)], axis=1)
    ring = Ring(8)
    ring.write(frames[:, 0])
    np.testing.assert_array_equal(ring.read(), ramp(0, 6))


def test_samples_are_kept_as_they_came() -> None:
    """In single precision, which is what all that follow compute in; half the memory of double."""
    ring = Ring(8)
    ring.write(np.full(3, 0.1, np.float32))
    block = ring.read()
    assert block.dtype == np.float32
    np.testing.assert_array_equal(block, np.float32(0.1))


def test_an_empty_ring_is_refused() -> None:
    """A ring without room would lose everything in silence."""
    with pytest.raises(ValueError, match="at least one"):
        Ring(0)


class Interrupted:
    """A buffer in which the writer strikes between the first part of the reader's copy and the second."""

    def __init__(self, buffer: Float32, strike: Callable[[], None]) -> None:
        self._buffer = buffer
        self._strikes = [strike]

    def __len__(self) -> int:
        return len(self._buffer)

    def __setitem__(self, key: slice, value: Float32) -> None:
        self._buffer[key] = value

    def __getitem__(self, key: slice) -> Float32:
        taken = self._buffer[key].copy()
        while self._strikes:
            self._strikes.pop()()
        return taken


@given(capacity=st.integers(2, 40), before=st.integers(1, 100), during=st.integers(0, 100))
def test_a_write_during_a_read_cannot_tear_it(capacity: int, before: int, during: int) -> None:
    """Samples overwritten while the reader copies are counted as lost, never handed over as old ones."""
    ring = Ring(capacity)
    ring.write(ramp(0, before))
    interrupted = Interrupted(ring._buffer, lambda: ring.write(ramp(before, during)))
    ring._buffer = interrupted  # type: ignore[assignment]  # a stand-in with the three operations in use
    block = ring.read()
    np.testing.assert_array_equal(block, ramp(before - len(block), len(block)))
    assert len(block) + ring.lost_samples == before
    rest = ring.read()
    np.testing.assert_array_equal(rest, ramp(before + during - len(rest), len(rest)))


@pytest.mark.parametrize("patient", [False, True])
def test_two_threads_never_tear_a_block(*, patient: bool) -> None:
    """With a real writer thread every block is a gapless run, and read plus lost is all that was written.

    An impatient writer laps the reader again and again; a patient one stays within the ring, and then
    nothing at all may be lost.
    """
    total, capacity = 400_000, 1500
    ring = Ring(capacity)
    sizes = random.Random(7)  # noqa: S311 - a reproducible order of block sizes, not a secret
    blocks: list[int] = []

    def write() -> None:
        written = 0
        while written < total:
            count = min(sizes.randint(1, 600), total - written)
            while patient and written + count - ring.read_samples > capacity:
                time.sleep(0.0001)
            ring.write(ramp(written, count))
            written += count

    def take() -> None:
        block = ring.read()
        np.testing.assert_array_equal(block, ramp(ring.read_samples - len(block), len(block)))
        blocks.append(len(block))

    writer = threading.Thread(target=write)
    writer.start()
    while writer.is_alive():
        take()
    writer.join()
    take()
    assert sum(blocks) + ring.lost_samples == ring.written_samples == total
    assert (ring.lost_samples == 0) == patient
