"""What a person chose comes back as it was, and a damaged file is neither lost nor a crash."""

from __future__ import annotations

import json
import math
import os
import time
from dataclasses import asdict, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.errors import UserError
from ser_desktop.results import DeviceId
from ser_desktop.settings import PANELS, THEMES, VERSION, Place, Settings, SettingsFile

NOON = datetime(2024, 5, 31, 12, 0, 0)  # noqa: DTZ001 -- for a name only
SOMETHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
CHANGED = Settings(
    welcomed=True,
    language="it",
    theme="contrast",
    colours="apart",
    device=DeviceId("Mikrofon „Größe“", "ALSA"),
    model="own",
    voice="Zoë",
    adapts=True,
    hop_s=0.4,
    window_s=2.0,
    smoothing_s=1.5,
    unsure_below=0.5,
    speech_gate=0.6,
    clip_s=5.0,
    clips_folder="/somewhere/else",
    recordings_folder="/yet elsewhere",
    hidden=("level", "plane"),
    window=Place(-10, 20, 1280, 800, maximised=True),
    mini=Place(0, 0, 300, 200),
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "not yet there" / "settings.json", lambda: NOON)


def aside(file: SettingsFile) -> list[Path]:
    return sorted(set(file.path.parent.iterdir()) - {file.path})


def write(file: SettingsFile, text: str | bytes) -> None:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_without_a_file_all_is_as_the_program_comes(file: SettingsFile) -> None:
    """A first start is no fault."""
    assert file.load() == (Settings(), None)


def test_every_choice_comes_back(file: SettingsFile) -> None:
    """Saved and loaded, each field is as it was; none is left at its default here."""
    for entry in fields(Settings):
        assert getattr(CHANGED, entry.name) != entry.default, entry.name
    file.save(CHANGED)
    assert file.load() == (CHANGED, None)
    assert aside(file) == []


@given(hop_s=st.floats(0.1, 1.0), theme=st.sampled_from(THEMES), hidden=st.sets(st.sampled_from(PANELS)))
def test_any_choice_comes_back(
    tmp_path_factory: pytest.TempPathFactory, hop_s: float, theme: str, hidden: set[str]
) -> None:
    """Not only those of the example."""
    file = SettingsFile(tmp_path_factory.mktemp("any") / "settings.json")
    ordered = tuple(panel for panel in PANELS if panel in hidden)
    chosen = replace(Settings(), hop_s=hop_s, theme=theme, hidden=ordered)
    file.save(chosen)
    assert file.load() == (chosen, None)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", b"\xff\xfe\x00", "[" * 100_000, "x" * 2_000_000])
def test_what_is_no_settings_file_is_set_aside(file: SettingsFile, text: str | bytes) -> None:
    """The program starts as it comes, says so, and the file is there under another name."""
    write(file, text)
    settings, note = file.load()
    assert settings == Settings()
    assert note is not None
    assert note.code == "settings-damaged"
    (kept,) = aside(file)
    assert str(kept) in note.detail
    assert kept.read_bytes() == (text.encode() if isinstance(text, str) else text)
    assert file.load() == (Settings(), None), "the note comes once"


@given(name=st.sampled_from([entry.name for entry in fields(Settings)]), value=SOMETHING)
def test_one_bad_value_spoils_no_other(
    tmp_path_factory: pytest.TempPathFactory, name: str, value: Any
) -> None:
    """Whatever stands in one field, the others come back; a value is taken only if saving gives it again."""
    file = SettingsFile(tmp_path_factory.mktemp("bad") / "settings.json")
    write(file, json.dumps({"version": VERSION, **asdict(CHANGED), name: value}))
    settings, note = file.load()
    for entry in fields(Settings):
        if entry.name != name:
            assert getattr(settings, entry.name) == getattr(CHANGED, entry.name)
    if note is None:
        file.save(settings)
        assert file.load() == (settings, None)
    else:
        assert getattr(settings, name) == getattr(Settings(), name)


@pytest.mark.parametrize(
    "odd", [math.nan, math.inf, -math.inf, 10**400, -(10**400), 1e308], ids=lambda odd: str(odd)[:6]
)
@pytest.mark.parametrize(
    "name", ["hop_s", "window_s", "smoothing_s", "unsure_below", "speech_gate", "clip_s"]
)
def test_an_odd_number_is_no_setting(file: SettingsFile, name: str, odd: float) -> None:
    """NaN, infinity, an integer that no float can hold: the program's own counts, and that is told."""
    write(file, json.dumps({"version": VERSION, **asdict(CHANGED), name: odd}))
    settings, note = file.load()
    assert settings == replace(CHANGED, **{name: getattr(Settings(), name)})
    assert note is not None


def test_a_newer_programs_file_is_kept(file: SettingsFile) -> None:
    """What an older program does not know is not thrown away, and what it knows holds."""
    write(file, json.dumps({"version": VERSION + 1, **asdict(CHANGED), "warp": 9}))
    settings, note = file.load()
    assert settings == CHANGED
    assert note is not None
    assert json.loads(aside(file)[0].read_text())["warp"] == 9


def test_two_damaged_files_are_both_kept(file: SettingsFile, tmp_path: Path) -> None:
    """The second does not take the place of the first."""
    times = iter([NOON, NOON.replace(microsecond=1)])
    file = SettingsFile(tmp_path / "settings.json", lambda: next(times))
    for text in ("first", "second"):
        write(file, text)
        file.load()
    assert {path.read_text() for path in aside(file)} == {"first", "second"}


def test_where_nothing_can_be_written_it_is_told(file: SettingsFile) -> None:
    """A folder in the place of the file: a sentence; at the next start it is set aside like any other."""
    file.path.mkdir(parents=True)
    with pytest.raises(UserError, match="could not be kept"):
        file.save(CHANGED)
    assert aside(file) == []
    settings, note = file.load()
    assert settings == Settings()
    assert note is not None
    assert aside(file)[-1].is_dir(), "moved out of the way, not deleted"
    file.save(CHANGED)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_while_saving_one_of_both_is_there(file: SettingsFile) -> None:
    """A process that dies at any moment leaves the old choices or the new ones, whole."""
    file.save(Settings())
    for microseconds in range(0, 4000, 400):
        child = os.fork()
        if child == 0:
            while True:
                file.save(CHANGED)
                file.save(Settings())
        time.sleep(0.001 + microseconds / 1e6)
        os.kill(child, 9)
        os.waitpid(child, 0)
        settings, note = file.load()
        assert settings in (Settings(), CHANGED)
        assert note is None
