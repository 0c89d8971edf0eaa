"""Colours: text that can be read, marks that stand out, emotions that every eye can tell apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest

from ser_desktop.results import EMOTIONS
from ser_desktop.settings import COLOURS, THEMES
from ser_desktop.ui import theme
from ser_desktop.ui.theme import PALETTES, Palette
from tests.ui.colour_science import EYES, ciede2000, contrast, lab, linear

ALL = [palette.with_colours(colours) for palette in PALETTES for colours in COLOURS]
EACH = pytest.mark.parametrize("palette", ALL, ids=lambda palette: f"{palette.name}-{palette.colours}")
LEAST_APART = {"expected": 12.0, "apart": 19.0}


def text_pairs(palette: Palette) -> Iterator[tuple[str, str]]:
    """Each colour of text, and each ground that the style sheet or a widget puts behind it."""
    grounds = (palette.background, palette.raised, palette.selected)
    yield from ((text, ground) for text in (palette.text, palette.muted) for ground in grounds)
    yield from ((palette.link, ground) for ground in grounds[:2])
    yield from ((palette.warning, ground) for ground in grounds[:2])
    yield palette.on_accent, palette.accent
    yield palette.background, palette.warning  # the lamp
    yield from ((palette.text, palette.tint(hue).name()) for hue in palette.emotions.values())


def mark_pairs(palette: Palette) -> Iterator[tuple[str, str]]:
    """Each colour that says something though it is no text, and what lies behind it."""
    for hue in palette.emotions.values():
        yield from (
            (hue, ground) for ground in (palette.background, palette.raised, palette.tint(hue).name())
        )
    for mark in (palette.accent, palette.edge):
        yield from ((mark, ground) for ground in (palette.background, palette.raised, palette.selected))
    yield palette.warning, palette.raised
    yield palette.wave, palette.background
    yield palette.attention.name(), palette.background  # attention
    if palette.strong:
        yield from ((palette.line, ground) for ground in (palette.background, palette.raised))


def test_the_difference_is_the_published_one() -> None:
    """The measure itself agrees with Sharma's first, tenth and last test pairs, one by one and together."""
    first = np.array([(50.0, 2.6772, -79.7751), (50.0, 2.49, -0.001), (2.0776, 0.0795, -1.135)])
    second = np.array([(50.0, 0.0, -82.7485), (50.0, -2.49, 0.0011), (0.9033, -0.0636, -0.5514)])
    expected = [2.0425, 7.2195, 0.9082]
    assert ciede2000(first, second) == pytest.approx(expected, abs=1e-4)
    assert [float(ciede2000(*pair)) for pair in zip(first, second, strict=True)] == pytest.approx(
        expected, abs=1e-4
    )
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)


@EACH
def test_text_is_readable(palette: Palette) -> None:
    """WCAG 2 AA: 4.5:1 for every text on what lies behind it; AAA, 7:1, in high contrast."""
    least = 7.0 if palette.strong else 4.5
    assert [pair for pair in text_pairs(palette) if contrast(*pair) < least] == []


@EACH
def test_what_cannot_be_used_can_still_be_read(palette: Palette) -> None:
    """WCAG asks nothing of it; here it keeps 3:1, and 7:1 in high contrast."""
    grounds = (palette.background, palette.raised)
    assert min(contrast(palette.faint, ground) for ground in grounds) >= (7.0 if palette.strong else 3.0)


@EACH
def test_marks_stand_out(palette: Palette) -> None:
    """WCAG 2 AA: 3:1 for what must be seen though it is no text, faces on their grounds among it."""
    assert [pair for pair in mark_pairs(palette) if contrast(*pair) < 3.0] == []


@EACH
@pytest.mark.parametrize("eyes", EYES)
def test_emotions_stay_apart(palette: Palette, eyes: str) -> None:
    """No two emotions look alike, whatever the eyes: at least 12 in CIEDE2000, where 1 is just seen.

    Those that were searched for it keep 19.
    """
    assert tuple(palette.emotions) == EMOTIONS
    seen = {name: lab(linear(colour) @ EYES[eyes].T) for name, colour in palette.emotions.items()}
    differences = {pair: float(ciede2000(seen[pair[0]], seen[pair[1]])) for pair in combinations(seen, 2)}
    closest = min(differences, key=differences.__getitem__)
    assert differences[closest] >= LEAST_APART[palette.colours], closest


@EACH
def test_the_accent_is_no_emotion(palette: Palette) -> None:
    """What can be pressed and what is attended to is never taken for an emotion."""
    accent = lab(linear(palette.accent))
    assert min(float(ciede2000(accent, lab(linear(hue)))) for hue in palette.emotions.values()) >= 15.0


@pytest.mark.parametrize("light", [True, False])
@pytest.mark.parametrize("strong", [True, False])
def test_a_choice_leads_to_a_palette(*, light: bool, strong: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The choices "system" and "contrast" follow the system, the others do not; emotions are as chosen.

    A system that asks for high contrast gets it where the person left the choice to it.
    """
    monkeypatch.setattr("ser_desktop.ui.theme.palette._system_is_light", lambda: light)
    monkeypatch.setattr("ser_desktop.ui.theme.palette._system_is_strong", lambda: strong)
    quiet, contrasting = (theme.LIGHT, theme.CONTRAST_LIGHT) if light else (theme.DARK, theme.CONTRAST_DARK)
    found = {choice: theme.of(choice) for choice in THEMES}
    assert found == {
        "system": contrasting if strong else quiet,
        "light": theme.LIGHT,
        "dark": theme.DARK,
        "contrast": contrasting,
    }
    assert theme.of_system() == found["system"]
    for choice in THEMES:
        apart = theme.of(choice, "apart")
        assert (apart.name, apart.colours) == (found[choice].name, "apart")
        assert apart.emotions != found[choice].emotions


@pytest.mark.usefixtures("qapp")
def test_a_system_that_says_nothing_is_dark() -> None:
    """As the offscreen one does."""
    assert theme.of("system") == theme.DARK
    assert theme.of("contrast") == theme.CONTRAST_DARK


def test_what_is_no_choice_is_refused() -> None:
    """A mistake in the program is seen where it is made."""
    with pytest.raises(ValueError, match="neon"):
        theme.of("neon")
    with pytest.raises(ValueError, match="pale"):
        theme.of("dark", "pale")
