"""Products of matrices in which a row is rounded the same, whatever rows come with it.

A product is rounded as suits its shape, so what is heard at once would change what is heard. Rows are
therefore taken by the bench, each at its own seat by its number in the stream.
"""

from __future__ import annotations

import numpy as np

from ser_desktop.results import Float32


def seated(rows: Float32, first: int, seats: int) -> tuple[Float32, slice]:
    """Seat rows [n, k], n >= 1, whose first is number ``first`` of its stream, on benches of so many seats.

    Returns
    -------
    tuple
        All seats [benches * seats, k], zeros where nobody sits, and the place of the rows among them.
    """
    before = first % seats
    place = slice(before, before + len(rows))
    taken = -(-place.stop // seats) * seats
    if taken == len(rows):
        return rows, place
    everybody = np.zeros((taken, rows.shape[1]), np.float32)
    everybody[place] = rows
    return everybody, place


def product(rows: Float32, basis: Float32, benches: int) -> Float32:
    """Product [n, m] of rows [n, k], so many benches full, and a basis [k, m], bench by bench."""
    return np.asarray(np.matmul(rows.reshape(benches, -1, rows.shape[1]), basis).reshape(len(rows), -1))
