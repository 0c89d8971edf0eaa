"""What training speakers sound like is read as it was written, or refused before anybody speaks."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.errors import UserError
from ser_desktop.inference.reference import Reference
from tests.features.strategies import json_values
from tests.inference.references import a_reference, references


def stored(reference: Reference) -> dict[str, Any]:
    """Return what a manifest's JSON holds of it."""
    data: dict[str, Any] = json.loads(json.dumps(reference.to_json()))
    return data


@given(reference=st.integers(1, 8).flatmap(references))
def test_a_reference_survives_its_file(reference: Reference) -> None:
    """Also where some, or all, directions do not vary at all."""
    assert Reference.from_json(stored(reference)) == reference


def test_nothing_is_none() -> None:
    """A manifest may say nothing."""
    assert Reference.from_json(None) is None
    assert Reference.from_json({}) is None


@pytest.mark.parametrize(
    "changes",
    [
        {"speech": []},
        {"speech": [1.0]},
        {"speech": ["a", "b"]},
        {"speech": [True, 0.0]},
        {"speech": 0.5},
        {"calm": [0.0, float("nan")]},
        {"calm": [0.0, 1e9]},
        {"calm": [0.0, 10**400]},
        {"calm": None},
        {"speakers": [[1.0]]},
        {"speakers": [[1.0, 0.0]]},
        {"speakers": [[1.0, 0.0], [0.0]]},
        {"speakers": [1.0, 0.0]},
        {"speakers": {}},
        {"clips": [[1.0, 0.5], [0.4, 1.0]]},
        {"clips": [[1.0, 2.0], [2.0, 1.0]]},
        {"calm_speakers": [[-0.01, 0.0], [0.0, 1.0]]},
        {"calm_clips": [[float("inf"), 0.0], [0.0, 1.0]]},
        {"more": 1},
    ],
    ids=str,
)
def test_a_damaged_reference_is_refused(changes: dict[str, Any]) -> None:
    """Another size, no numbers, what is no covariance: before somebody speaks, not while."""
    whole = stored(a_reference(2))
    for damaged in ({**whole, **changes}, {name: whole[name] for name in whole if name not in changes}):
        if damaged != whole:
            with pytest.raises(UserError) as refused:
                Reference.from_json(damaged)
            assert refused.value.code == "bad-model"


def test_a_reference_of_nothing_is_refused() -> None:
    """No emotion at all: there is nothing to compare with."""
    with pytest.raises(UserError):
        Reference((), (), (), (), (), ())


@given(field=st.sampled_from([field.name for field in fields(Reference)]), value=json_values())
def test_anything_in_a_field_is_refused_or_valid(field: str, value: object) -> None:
    """There is a UserError or a reference that survives its file."""
    try:
        read = Reference.from_json(json.loads(json.dumps({**stored(a_reference(2)), field: value})))
    except UserError:
        return
    assert read is not None
    assert Reference.from_json(stored(read)) == read
