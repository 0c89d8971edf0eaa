"""No number in a manifest or a profile, however odd, ends the program: it is refused, or does no harm."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, TypeVar

import numpy as np
import pytest

from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Manifest, Model
from ser_desktop.inference.profile import Profile

ODD = (math.nan, math.inf, -math.inf, 10**400, -(10**400), 1e308, -1e308, 5e-324, 0, -1, True, 2**63)
PROFILE = Profile("Ada", "2024-05-31", "abc", 12.5, (0.5, -0.25, -0.25), 40)

Place = tuple[str | int, ...]
Kind = TypeVar("Kind")


def numbers_in(data: Any, place: Place = ()) -> Iterator[Place]:
    """Yield the place of each number in plain data, but only the first of each list."""
    if isinstance(data, dict | list):
        for key, inner in data.items() if isinstance(data, dict) else list(enumerate(data))[:1]:
            yield from numbers_in(inner, (*place, key))
    elif isinstance(data, int | float) and not isinstance(data, bool):
        yield place


def changed(text: str, place: Place, value: float) -> str:
    """Return JSON with another number at a place."""
    data = json.loads(text)
    inner = data
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    return json.dumps(data)


def taken_or_refused(read: Callable[[str], Kind], text: str, *codes: str) -> Kind | None:
    """Read a text; where it is refused in words, return None."""
    try:
        return read(text)
    except UserError as refused:
        if refused.code not in codes:
            raise
        return None


def test_a_manifest_with_an_odd_number_is_refused_or_whole(model: Model) -> None:
    """Each number but those that are only told; what is taken works with nothing but numbers."""
    text = model.manifest.to_json()
    places = [place for place in numbers_in(json.loads(text)) if place[0] not in {"metrics", "training"}]
    places.append(("metrics", "test", "all", "uar"))
    assert len(places) > 20
    for place, odd in product(places, ODD):
        taken = taken_or_refused(
            Manifest.from_json, changed(text, place, odd), "bad-model", "bad-feature-spec"
        )
        if taken is None:
            continue
        spec = taken.spec
        used = [taken.temperature, taken.unsure_below, spec.low_hz, spec.high_hz, spec.floor]
        used += [*spec.normaliser.mean, *spec.normaliser.scale, spec.normaliser.active_db]
        assert np.isfinite(used).all()
        assert taken.uar is None or 0 <= taken.uar <= 1


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: str(odd)[:6])
@pytest.mark.parametrize("place", list(numbers_in(json.loads(PROFILE.to_json()))), ids=str)
def test_a_profile_with_an_odd_number_is_refused_or_whole(place: Place, odd: float) -> None:
    """So too for a voice."""
    taken = taken_or_refused(Profile.from_json, changed(PROFILE.to_json(), place, odd), "bad-profile")
    assert taken is None or np.isfinite([taken.speech_s, taken.answers, *taken.opinion]).all()
