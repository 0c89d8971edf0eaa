"""A profile is kept whole, and what is none is refused in words."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.errors import UserError
from ser_desktop.inference.profile import Profile, load_profile, save_profile
from tests.features.strategies import json_values

WHOLE = Profile("Zoë", "2024-05-31", "f" * 64, 5.0, (0.5, -0.5), 2)


def test_a_profile_survives_its_file(tmp_path: Path) -> None:
    """What is kept is what was measured, and nothing else lies beside it."""
    path = tmp_path / "voices" / "zoë.json"
    save_profile(WHOLE, path)
    assert load_profile(path) == WHOLE
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_profile_is_not_overwritten_unasked(tmp_path: Path) -> None:
    """The old one stays until somebody says that it may go."""
    path = tmp_path / "p.json"
    save_profile(WHOLE, path)
    other = replace(WHOLE, name="someone else")
    with pytest.raises(UserError) as refused:
        save_profile(other, path)
    assert refused.value.code == "profile-exists"
    assert load_profile(path) == WHOLE
    save_profile(other, path, replace=True)
    assert load_profile(path) == other


def test_a_profile_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole or not at all: nothing half-written comes in its place."""
    path = tmp_path / "p.json"
    save_profile(WHOLE, path)

    def fail(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError) as refused:
        save_profile(replace(WHOLE, name="new"), path, replace=True)
    assert refused.value.code == "profile-not-saved"
    assert load_profile(path) == WHOLE
    assert [one.name for one in tmp_path.iterdir()] == ["p.json"]


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 1},
        {"version": True},
        {"name": None},
        {"day": "yesterday"},
        {"day": 3},
        {"fits": 3},
        {"speech_s": 1.0},
        {"speech_s": 500},
        {"speech_s": float("nan")},
        {"opinion": ["a"]},
        {"opinion": [None]},
        {"opinion": [True]},
        {"opinion": [float("inf")]},
        {"opinion": [float("nan")]},
        {"opinion": [-1e4]},
        {"opinion": {}},
        {"answers": 0},
        {"answers": 1001},
        {"answers": 2.5},
        {"unknown": 1},
    ],
    ids=str,
)
def test_a_damaged_profile_is_refused(tmp_path: Path, changes: dict[str, Any]) -> None:
    """Told in words which file it is, and what is wrong."""
    path = tmp_path / "p.json"
    path.write_text(json.dumps({**json.loads(WHOLE.to_json()), **changes}), encoding="utf-8")
    with pytest.raises(UserError) as refused:
        load_profile(path)
    assert refused.value.code == "bad-profile"
    assert str(path) in refused.value.detail


@pytest.mark.parametrize("missing", [field.name for field in fields(Profile)])
def test_a_profile_that_lacks_something_is_refused(missing: str) -> None:
    """A stored profile says everything; one from before, with what is no longer measured, is none."""
    data = json.loads(WHOLE.to_json())
    del data[missing]
    with pytest.raises(UserError) as refused:
        Profile.from_json(json.dumps(data))
    assert missing in refused.value.detail


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"{}", b"[" * 100_000, None])
def test_what_is_no_profile_is_refused(tmp_path: Path, content: bytes | None) -> None:
    """Whatever the file holds, or where there is none."""
    path = tmp_path / "p.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        load_profile(path)
    assert refused.value.code == "bad-profile"


@given(field=st.sampled_from([field.name for field in fields(Profile)]), value=json_values())
def test_anything_in_a_field_is_refused_or_valid(field: str, value: object) -> None:
    """There is a UserError or a profile that survives its file."""
    try:
        read = Profile.from_json(json.dumps({**json.loads(WHOLE.to_json()), field: value}))
    except UserError:
        return
    assert Profile.from_json(read.to_json()) == read
