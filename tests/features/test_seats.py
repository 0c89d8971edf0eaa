"""A row's product does not depend on the rows that come with it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.features.seats import product, seated
from ser_desktop.results import Float32

SEATS = 8


def hear(rows: Float32, basis: Float32, first: int) -> Float32:
    """Multiply as those do who seat their rows."""
    everybody, place = seated(rows, first, SEATS)
    return product(everybody, basis, len(everybody) // SEATS)[place]


@given(st.integers(2, 40), st.integers(0, 40), st.integers(1, 39))
def test_company_changes_nothing(count: int, first: int, split: int) -> None:
    """Cut anywhere, from any number on, each row comes out to the last bit as with all others."""
    rng = np.random.default_rng(count)
    rows = rng.normal(size=(count, 37)).astype(np.float32)
    basis = rng.normal(size=(37, 21)).astype(np.float32)
    together = hear(rows, basis, first)
    split = min(split, count - 1)
    apart = [hear(rows[:split], basis, first), hear(rows[split:], basis, first + split)]
    np.testing.assert_array_equal(np.concatenate(apart), together)
    np.testing.assert_allclose(together, rows @ basis, rtol=1e-5, atol=1e-5)


def test_full_benches_are_not_copied() -> None:
    """Rows that fill all seats from the first on stay where they are."""
    rows = np.ones((2 * SEATS, 3), np.float32)
    everybody, place = seated(rows, 3 * SEATS, SEATS)
    assert everybody is rows
    assert place == slice(0, 2 * SEATS)
