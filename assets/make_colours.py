"""Searches the nine emotions' colours for eyes of every kind, and prints them with their figures.

Run ``python -m assets.make_colours`` in the checkout after a change of a palette's grounds or accent; the
result is the same on every run, after five minutes. What it prints belongs in ``ser_desktop/ui/theme``, as
the colours "apart".

The search goes twice over the colours that are allowed: first over a coarse grid, taking nine and
exchanging one after the other for whatever is furthest from the rest; then over all colours near those.
Furthest means: the smallest CIEDE2000 difference, of any two of the nine, to any of the four kinds of eyes,
is as large as it gets. At last each colour goes to the emotion of which it is most expected, and as near to
what is expected as the others let it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from ser_desktop.results import EMOTIONS
from ser_desktop.ui import theme
from ser_desktop.ui.theme import Palette
from tests.ui.colour_science import EYES, ciede2000, lab, linear, luminance, seen, shares

Float64 = NDArray[np.float64]

STEPS = 18  # levels of red, green and blue in the coarse grid
STARTS = 80  # times that the coarse search begins
FINE = 16  # times that the fine one does, where the coarse one ended best
ROUNDS = 1500  # of the fine search, each with TRIES colours near one of the nine
TRIES = 128
WIDEST = 24.0  # how near, of 255; less and less
GIVEN_UP = 0.4  # CIEDE2000, for colours that are nearer to what is expected
LEAST_CONTRAST = 3.02  # 3 : 1, and something for rounding
FROM_ACCENT = 15.0  # CIEDE2000, so that no emotion is taken for what can be pressed


def allowed(rgb: Float64, palettes: tuple[Palette, ...]) -> NDArray[np.bool_]:
    """Which colours [n, 3] stand out from all that they lie on, and differ from the accent."""
    fine = np.ones(len(rgb), bool)
    for palette in palettes:
        tint = palette.tint_share
        for ground in (palette.background, palette.raised):
            fine &= _contrasts(rgb, np.broadcast_to(shares(ground), rgb.shape)) >= LEAST_CONTRAST
        tinted = (1 - tint) * shares(palette.background) + tint * rgb
        fine &= _contrasts(rgb, tinted) >= LEAST_CONTRAST
        fine &= ciede2000(lab(linear(rgb)), lab(linear(palette.accent))) >= FROM_ACCENT
    return fine


def search(palettes: tuple[Palette, ...], rng: np.random.Generator) -> dict[str, str]:
    """Return a colour for each emotion, as ``#rrggbb``, that suits all of ``palettes``."""
    levels = np.linspace(0, 1, STEPS)
    grid = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(-1, 3)
    grid = grid[allowed(grid, palettes)]
    apart = _differences(seen(linear(grid)))
    starts = [_exchanged(apart, rng) for _ in range(STARTS)]
    starts.sort(key=lambda nine: _smallest(apart[np.ix_(nine, nine)]), reverse=True)
    ends = [_refined(grid[nine], palettes, rng) for nine in starts[:FINE]]
    reached = [_smallest(_differences(seen(linear(nine)))) for nine in ends]
    floor = max(reached) - GIVEN_UP
    expected = palettes[0].with_colours("expected").emotions
    wanted = np.stack([lab(linear(colour)) for colour in expected.values()])
    led = [
        _towards(nine, wanted, floor, palettes, rng)
        for nine, apart in zip(ends, reached, strict=True)
        if apart >= floor
    ]
    nine = min(led, key=lambda nine: float((ciede2000(lab(linear(nine)), wanted) ** 2).sum()))
    return {
        emotion: "#" + "".join(f"{round(255 * part):02x}" for part in colour)
        for emotion, colour in zip(EMOTIONS, nine, strict=True)
    }


def _contrasts(first: Float64, second: Float64) -> Float64:
    one, other = luminance(linear(first)), luminance(linear(second))
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def _differences(colours: Float64) -> Float64:
    """Return the differences [n, n] of colours [EYES, n, 3] to the eyes that see them least."""
    rows = [ciede2000(colours[:, index, None], colours).min(0) for index in range(colours.shape[1])]
    return np.stack(rows)


def _smallest(apart: Float64) -> float:
    return float(apart[~np.eye(len(apart), dtype=bool)].min())


def _exchanged(apart: Float64, rng: np.random.Generator) -> list[int]:
    """Begin with any nine of the grid; exchange one after the other while that helps."""
    nine = [int(index) for index in rng.choice(len(apart), len(EMOTIONS), replace=False)]
    best = -1.0
    while (now := _smallest(apart[np.ix_(nine, nine)])) > best:
        best = now
        for place in rng.permutation(len(nine)):
            others = [index for at, index in enumerate(nine) if at != place]
            nine[place] = int(apart[others].min(0).argmax())
    return nine


def _refined(nine: Float64, palettes: tuple[Palette, ...], rng: np.random.Generator) -> Float64:
    """Move one colour of the closest pair at a time to the best place near it."""
    nine = np.round(255 * nine) / 255
    for turn in range(ROUNDS):
        apart = _differences(seen(linear(nine)))
        np.fill_diagonal(apart, np.inf)
        pair = np.unravel_index(apart.argmin(), apart.shape)
        place = int(pair[turn % 2]) if turn % 5 else int(rng.integers(len(nine)))
        tries = _near(nine[place], 1 - turn / ROUNDS, palettes, rng)
        nine[place] = tries[_gaps(tries, np.delete(nine, place, axis=0)).argmax()]
    return nine


def _towards(
    nine: Float64, wanted: Float64, floor: float, palettes: tuple[Palette, ...], rng: np.random.Generator
) -> Float64:
    """Order colours [9, 3] by the emotions, and lead each towards the ``wanted`` one (CIELAB [9, 3]).

    None comes nearer to another than ``floor``.
    """
    for turn in range(ROUNDS):
        if turn % 50 == 0:
            costs = ciede2000(wanted[:, None], lab(linear(nine))[None])
            nine = nine[linear_sum_assignment(costs**2)[1]]
        place = turn % len(nine)
        tries = _near(nine[place], 1 - turn / ROUNDS, palettes, rng)
        tries = tries[_gaps(tries, np.delete(nine, place, axis=0)) >= floor]
        nine[place] = tries[ciede2000(lab(linear(tries)), wanted[place]).argmin()]
    return nine


def _near(colour: Float64, share: float, palettes: tuple[Palette, ...], rng: np.random.Generator) -> Float64:
    """Return this colour [3] and allowed ones around it [n, 3]; ``share`` of the widest reach, 0 to 1."""
    tries = np.clip(np.round(255 * colour + rng.normal(0, WIDEST * share + 1.5, (TRIES, 3))), 0, 255) / 255
    return np.concatenate([colour[None], tries[allowed(tries, palettes)]])


def _gaps(tries: Float64, others: Float64) -> Float64:
    """Return the difference of each of ``tries`` [n, 3] to the nearest of ``others`` [m, 3] to any eyes."""
    return np.asarray(
        ciede2000(seen(linear(tries))[:, :, None], seen(linear(others))[:, None]).min(axis=(0, 2))
    )


def report(colours: Mapping[str, str]) -> str:
    """Tell the smallest difference of any two emotions to each kind of eyes, and which two they are."""
    told = []
    for eye, found in zip(EYES, seen(np.stack([linear(code) for code in colours.values()])), strict=True):
        gaps = {
            (EMOTIONS[i], EMOTIONS[j]): float(ciede2000(found[i], found[j]))
            for i, j in combinations(range(len(EMOTIONS)), 2)
        }
        pair = min(gaps, key=gaps.__getitem__)
        told.append(f"{eye} {gaps[pair]:.1f} ({pair[0]}, {pair[1]})")
    return "; ".join(told)


def main() -> None:
    """Search for colours on dark grounds and on light ones; print them, and the figures of both choices."""
    rng = np.random.default_rng(1)
    for name, palettes in (
        ("dark", (theme.DARK, theme.CONTRAST_DARK)),
        ("light", (theme.LIGHT, theme.CONTRAST_LIGHT)),
    ):
        print(f"expected, {name}: {report(palettes[0].with_colours('expected').emotions)}")
        found = search(palettes, rng)
        print(f"apart, {name}: {report(found)}")
        for emotion, colour in found.items():
            print(f'    "{emotion}": "{colour}",')


if __name__ == "__main__":
    main()
