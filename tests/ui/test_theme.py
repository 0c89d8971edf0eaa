"""Colours: text that can be read, emotions that every eye can tell apart."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from ser_desktop.results import EMOTIONS
from ser_desktop.ui.theme import DARK, LIGHT, Palette
from tests.ui.colour_science import EYES, ciede2000, contrast, lab, linear

PALETTES = pytest.mark.parametrize("palette", [DARK, LIGHT], ids=lambda palette: palette.name)


def test_the_difference_is_the_published_one() -> None:
    """The measure itself agrees with Sharma's first, tenth and last test pairs."""
    pairs = (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    )
    for first, second, expected in pairs:
        assert ciede2000(np.array(first), np.array(second)) == pytest.approx(expected, abs=1e-4)
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)


@PALETTES
def test_text_is_readable(palette: Palette) -> None:
    """WCAG 2 AA: 4.5:1 for every text on what lies behind it."""
    for text in (palette.text, palette.muted):
        assert contrast(text, palette.background) >= 4.5
        assert contrast(text, palette.raised) >= 4.5
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.background, palette.warning) >= 4.5


@PALETTES
def test_drawings_stand_out(palette: Palette) -> None:
    """WCAG 2 AA: 3:1 for what must be seen though it is no text."""
    marks = (palette.accent, palette.warning, palette.wave, *palette.emotions.values())
    for mark in marks:
        assert contrast(mark, palette.background) >= 3.0


@PALETTES
@pytest.mark.parametrize("eyes", EYES)
def test_emotions_stay_apart(palette: Palette, eyes: str) -> None:
    """No two emotions look alike, whatever the eyes: at least 12 in CIEDE2000, where 1 is just seen."""
    assert tuple(palette.emotions) == EMOTIONS
    seen = {name: lab(EYES[eyes] @ linear(colour)) for name, colour in palette.emotions.items()}
    differences = {pair: ciede2000(seen[pair[0]], seen[pair[1]]) for pair in combinations(seen, 2)}
    closest = min(differences, key=differences.__getitem__)
    assert differences[closest] >= 12.0, closest


@PALETTES
def test_the_accent_is_no_emotion(palette: Palette) -> None:
    """What can be pressed and what is attended to is never taken for an emotion."""
    accent = lab(linear(palette.accent))
    assert min(ciede2000(accent, lab(linear(colour))) for colour in palette.emotions.values()) >= 15.0
