"""A name of any script becomes one file in one folder, on any system, or is refused."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.engine.filenames import file_name, same_place
from ser_desktop.errors import UserError


@given(name=st.text(max_size=300))
def test_whatever_is_typed_stays_in_the_folder(name: str) -> None:
    """One part of a path, which Windows takes too, that fits with an ending and a part's; or a fault."""
    try:
        made = file_name(name)
    except UserError:
        return
    for path in (Path(made), PureWindowsPath(made)):
        assert path.name == made
        assert not path.is_absolute()
    assert made not in {"", ".", ".."}
    assert not made.startswith(".")
    assert not made.endswith((".", " "))
    assert len(made.encode()) < 128
    assert file_name(made) == made


@given(name=st.text(st.characters(categories=("L", "Nd")), min_size=1, max_size=20))
def test_letters_of_any_script_stay(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    """Nothing is spelled anew, and the file can be made."""
    made = file_name(name)
    assert same_place(made.removeprefix("_"), name)
    path = tmp_path_factory.getbasetemp() / f"{made}.json"
    path.write_text(name)
    assert path.read_text() == name
    path.unlink()


@pytest.mark.parametrize("name", ["", "  ", "...", "/", "\\", "\n", "\ud800", "___"])
def test_what_leaves_no_name_is_refused(name: str) -> None:
    """With a word about what to do."""
    with pytest.raises(UserError) as refused:
        file_name(name)
    assert refused.value.remedy


@pytest.mark.parametrize("name", ["CON", "nul", "com1", "Lpt9", "aux.txt"])
def test_names_of_windows_devices_are_avoided(name: str) -> None:
    """What is written to CON is gone."""
    assert file_name(name) == f"_{name}"


@pytest.mark.parametrize(
    ("one", "other"), [("Anna", "ANNA"), ("Straße", "STRASSE"), ("Zo\u00eb", "zoe\u0308"), ("Ωmega", "ωMEGA")]
)
def test_case_and_spelling_do_not_make_two(one: str, other: str) -> None:
    """Some disk would take them for one file."""
    assert same_place(file_name(one), file_name(other))
    assert not same_place(file_name(one), file_name(f"{one}2"))
