"""When to stop."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.training.schedule import Epoch, Schedule


def history(uars: Sequence[float]) -> list[Epoch]:
    return [Epoch(number, 1.0, uar) for number, uar in enumerate(uars)]


@pytest.mark.parametrize(
    ("uars", "over"),
    [
        ([], False),
        ([0.5], False),
        ([0.5, 0.4, 0.3], False),
        ([0.5, 0.4, 0.3, 0.5], True),
        ([0.5, 0.4, 0.3, 0.6], False),
        ([0.1, 0.2, 0.3, 0.4, 0.5], True),
    ],
)
def test_patience_and_the_last_epoch(uars: Sequence[float], *, over: bool) -> None:
    """Three epochs no better than the best, or five in all; an equal one is no better."""
    assert Schedule(epochs=5, patience=3).over(history(uars)) is over


@given(uars=st.lists(st.sampled_from([0.1, 0.2, 0.3, 0.4]), max_size=30), patience=st.integers(1, 10))
def test_a_run_that_is_over_stays_over_until_it_gets_better(uars: Sequence[float], patience: int) -> None:
    """However a run is cut by interrupts, it stops after the same epoch."""
    schedule = Schedule(epochs=1000, patience=patience)
    stops = [n for n in range(len(uars) + 1) if schedule.over(history(uars[:n]))]
    if stops:
        first = stops[0]
        best = max(uars[:first])
        assert uars.index(best) == first - 1 - patience
        assert not schedule.over(history([*uars[:first], best + 0.1]))


@given(uars=st.lists(st.floats(0, 1), max_size=12))
def test_an_average_takes_all_epochs(uars: Sequence[float]) -> None:
    """Validation speakers then choose no epoch; whatever they hear, all are done."""
    assert Schedule(epochs=10, patience=2, averaged=0.99).over(history(uars)) is (len(uars) >= 10)
