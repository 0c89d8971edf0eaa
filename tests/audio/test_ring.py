"""The ring hands over every sample once, in order, or says how many it lost: no gap goes unnoticed."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from ser_desktop.audio.ring import Ring
from ser_desktop.results import Float32


def ramp(start: int, count: int) -> Float32:
    """Return samples that equal their own index (float32 is exact below 2**24)."""
    return np.arange(start, start + count, dtype=np.float32)


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


class RingMachine(RuleBasedStateMachine):
    """A ring beside a plain list of all that was ever written, which forgets nothing.

    Blocks shorter and longer than the ring, readers that are lapped once or many times, and writes in the
    middle of a reader's copy, in any order.
    """

    @initialize(capacity=st.integers(1, 40))
    def begin(self, capacity: int) -> None:
        self.capacity = capacity
        self.ring = Ring(capacity)
        self.written = self.taken = self.lost = 0
        self.kept: list[tuple[Float32, Float32]] = []

    @rule(count=st.integers(0, 120))
    def write(self, count: int) -> None:
        self.ring.write(ramp(self.written, count))
        self.written += count

    @rule(count=st.integers(0, 50))
    def write_a_column(self, count: int) -> None:
        """Of interleaved frames, as the callback does: a strided view, not a contiguous array."""
        frames = np.stack([ramp(self.written, count), -ramp(self.written, count)], axis=1)
        self.ring.write(frames[:, 0])
        self.written += count

    @rule()
    def read(self) -> None:
        self._take(overwritten_before=self.written - self.capacity)

    @rule(during=st.integers(0, 120))
    def read_while_the_writer_strikes(self, during: int) -> None:
        """Between the two parts of the copy: what was overwritten meanwhile is lost, never handed over."""
        whole = self.ring._buffer
        begun = self.written

        def strike() -> None:
            self.ring.write(ramp(begun, during))

        self.ring._buffer = Interrupted(whole, strike)  # type: ignore[assignment]  # has what is in use
        self._take(overwritten_before=begun + during - self.capacity)
        self.ring._buffer = whole
        self.written += during

    def _take(self, overwritten_before: int) -> None:
        """Read, and compare with the list: what is left of it is whole, in order, and the reader's own."""
        oldest = min(max(self.taken, overwritten_before), self.written)
        self.lost += oldest - self.taken
        self.taken = self.written
        block = self.ring.read()
        np.testing.assert_array_equal(block, ramp(oldest, self.written - oldest))
        self.kept = [*self.kept[-2:], (block, block.copy())]

    @invariant()
    def all_is_accounted_for(self) -> None:
        ring = self.ring
        assert (ring.written_samples, ring.read_samples) == (self.written, self.taken)
        assert ring.lost_samples == self.lost

    @invariant()
    def what_was_read_stays_as_it_was(self) -> None:
        for block, before in self.kept:
            np.testing.assert_array_equal(block, before)


def test_the_ring_equals_a_list_that_forgets_nothing() -> None:
    """Whatever the order of writes and reads, also one inside the other: no sample goes unnoticed."""
    run_state_machine_as_test(RingMachine, settings=settings(max_examples=40, stateful_step_count=30))


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
