"""No name of a person's file is in what is kept; what helps to find a fault is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ser_desktop.crashes.discretion import Discretion, without_home
from ser_desktop.errors import UserError

# Letters that no word of the program has, so that finding them means that a name came through.
WORD = st.text("ЖЩЪЫЮЯ", min_size=1, max_size=6)
NAME = st.lists(
    st.one_of(WORD, st.sampled_from(["'", " ", "'s", ",", "(1)", "&", "."])), min_size=1, max_size=6
)
FOLDERS = [
    "/home/anna/",
    "/media/Stick/My talks/",
    "~/",
    "C:\\Users\\Anna\\",
    "\\\\server\\share\\",
    "/Users/anna/",
]


def secret(text: str) -> set[str]:
    """Return what of the name is in the text."""
    return set(text) & set("ЖЩЪЫЮЯ")


@given(
    folder=st.sampled_from(FOLDERS), parts=NAME, suffix=st.sampled_from([".wav", ".FLAC", "", ".TextGrid"])
)
def test_a_path_is_hidden_however_it_is_told(folder: str, parts: list[str], suffix: str) -> None:
    """In Python's own words, in ours, in Qt's: behind a quote or a space, before a colon or an end."""
    path = f"{folder}{''.join(parts)}{suffix}"
    discretion = Discretion()
    for told in (
        str(FileNotFoundError(2, "No such file or directory", path)),
        f"{path}: No space left on device.",
        f"Tried {path}.",
        f"“{path}” cannot be read.",
        f"QImage: {path}",
        str(UserError("x", "{path} is not there.", "It is {path}.", path=path)),
    ):
        hidden = discretion.hide(told)
        assert not secret(hidden), told
        assert discretion.hide(hidden) == hidden


@given(
    parts=st.lists(WORD, min_size=1, max_size=4), suffix=st.sampled_from([".wav", ".MP3", ".opus", ".json"])
)
def test_a_name_without_its_folder_is_hidden_too(parts: list[str], suffix: str) -> None:
    """Faults call a recording by its name alone, at the beginning of a sentence or in it."""
    name = " ".join(parts) + suffix
    for told in (f"{name} is too short.", f"There is no room for {name}.", f"left out: {name}, {name}"):
        assert not secret(Discretion().hide(told))


def test_a_name_is_known_again_in_this_run_alone() -> None:
    """The check box brings names back; those of another run were never written and cannot be mistaken."""
    one, other = Discretion(), Discretion()
    told = "'/home/anna/Interview.wav' and '/home/anna/Second.wav'"
    hidden = one.hide(told)
    assert one.show(hidden) == told
    assert other.hide("'/home/bruno/Third.wav'")
    assert other.show(hidden) == hidden
    assert one.hide("'/home/anna/Interview.wav'") in hidden, "the same file, the same sign"


TRACE = """Traceback (most recent call last):
  File "/home/anna/src/ser_desktop/engine/run.py", line 88, in _main
    with open("clips/x.wav") as file:
         ^^^^^^^^^^^^^^^^^^^
  File "/home/anna/.venv/lib/python3.11/site-packages/numpy/lib/npyio.py", line 1, in load
    raise
OSError: [Errno 5] Input/output error: '/home/anna/ЖЩ.wav\'"""


def test_of_a_traceback_the_places_in_the_source_stay() -> None:
    """Which module, which line, which source: all that helps; not where somebody's home is."""
    hidden = Discretion().hide(TRACE)
    assert (
        'File "ser_desktop/engine/run.py", line 88, in _main\n    with open("clips/x.wav") as file:' in hidden
    )
    assert 'File "numpy/lib/npyio.py", line 1' in hidden
    assert "Input/output error" in hidden
    assert "anna" not in hidden
    assert not secret(hidden)


@pytest.mark.parametrize(
    "text",
    [
        "44.1 kHz / 16 bit, and/or 2024/05/31 at 12:30.",
        "cannot open shared object file: /usr/lib/x86_64-linux-gnu/libasound.so.2",
        "ALSA lib pcm.c:2721 Unknown PCM front",
        "UserError: The microphone is gone. It's a pity.",
        '  File "<frozen importlib._bootstrap>", line 3 in f',
    ],
)
def test_what_is_no_name_stays(text: str) -> None:
    """A log in which nothing can be read would help nobody."""
    assert Discretion().hide(text) == text


def test_the_memory_of_names_has_an_end() -> None:
    """A run over very many files costs no memory without end, and still hides them."""
    discretion = Discretion()
    for number in range(3000):
        assert "ЖЩ" not in discretion.hide(f"'/home/anna/ЖЩ{number}.wav'")
    assert len(discretion._names) <= 1000


def test_home_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person's folder carries mostly their name."""
    monkeypatch.setattr(Path, "home", lambda: Path("/home/anna"))
    assert without_home("/home/anna/.venv/bin/python") == "~/.venv/bin/python"


def test_a_long_text_takes_no_long_time() -> None:
    """A fault's words are sometimes a whole file; looking through all signs for each would never end."""
    for sign in "x'\"“/:.<\\ ":
        discretion = Discretion()
        discretion.hide(sign * 100_000)
        discretion.hide(f"{sign}a" * 100_000)
