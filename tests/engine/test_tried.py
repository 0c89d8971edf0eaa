"""A model that ends the program does so at most twice, and never at each start."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ser_desktop.engine import tried as room
from ser_desktop.engine.tried import Tried
from ser_desktop.errors import Phrase, UserError
from ser_desktop.inference.manifest import Model
from tests.engine.test_models import named
from tests.hygiene.source import ROOT

REASON = UserError("bad-model", "It cannot be run.", "It was tried, and {why}.", "Ask.", why=Phrase("no"))


class Trials:
    """Stands for the process in which a model is tried out; counts them, and may refuse."""

    def __init__(self) -> None:
        self.count = 0
        self.refusal: UserError | None = None

    def __call__(self, _model: Model) -> None:
        self.count += 1
        if self.refusal is not None:
            raise self.refusal


@pytest.fixture
def trials(monkeypatch: pytest.MonkeyPatch) -> Trials:
    """Put them in place of the real one, which takes a second."""
    told = Trials()
    monkeypatch.setitem(vars(room), "try_out", told)
    return told


def ends(_model: Model) -> None:
    """Stand for a network that ends this process."""
    raise SystemExit


def test_a_model_is_tried_out_once(tmp_path: Path, model: Model, trials: Trials) -> None:
    """Then it is known, also by the next start; another one, or the same with another manifest, is not."""
    Tried(tmp_path / "notes").require(model)
    Tried(tmp_path / "notes").require(model)
    assert trials.count == 1
    other = replace(model, manifest=replace(model.manifest, title="Other"))
    Tried(tmp_path / "notes").require(other)
    assert trials.count == 2
    Tried(None).require(model)
    assert trials.count == 3


def test_one_that_ends_the_program_is_refused_at_the_third_start(
    tmp_path: Path, model: Model, trials: Trials, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once, until somebody installs it again; what ended the program twice may have been the power."""
    with monkeypatch.context() as patch:
        patch.setitem(vars(room), "Runner", ends)
        for _ in range(2):
            with pytest.raises(SystemExit):
                Tried(tmp_path).require(model)
    with pytest.raises(UserError) as refused:
        Tried(tmp_path).require(model)
    assert (refused.value.code, trials.count) == ("bad-model", 2)
    assert "ended" in refused.value.detail
    assert refused.value.remedy
    Tried(tmp_path).require(model, anew=True)
    Tried(tmp_path).require(model)
    assert trials.count == 3


def test_one_end_is_forgiven(
    tmp_path: Path, model: Model, trials: Trials, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody pulled the plug in that moment: nothing is said of it."""
    with monkeypatch.context() as patch:
        patch.setitem(vars(room), "Runner", ends)
        with pytest.raises(SystemExit):
            Tried(tmp_path).require(model)
    Tried(tmp_path).require(model)
    assert trials.count == 2


def test_what_was_refused_twice_is_not_waited_for_again(tmp_path: Path, model: Model, trials: Trials) -> None:
    """A network that never answers would hold up each start by a minute; the words stay the same."""
    trials.refusal = REASON
    for _ in range(4):
        with pytest.raises(UserError) as refused:
            Tried(tmp_path).require(model)
        assert refused.value.told() == REASON.told()
        assert refused.value.told(lambda text: {"no": "nein"}.get(text, text))[1].endswith("and nein.")
    assert trials.count == 2


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"fit": 1}', b'{"attempts": "9"}', b"[" * 90_000, b"\xff"], ids=str
)
def test_a_damaged_note_is_none(tmp_path: Path, model: Model, trials: Trials, content: bytes) -> None:
    """The model is tried out anew."""
    Tried(tmp_path).require(model)
    (note,) = tmp_path.iterdir()
    note.write_bytes(content)
    Tried(tmp_path).require(model)
    assert trials.count == 2
    assert json.loads(note.read_bytes()) == {"fit": True}


@pytest.mark.parametrize("note", [{"attempts": 2, "reason": 3}, {"attempts": 9, "reason": {"code": "x"}}])
def test_a_note_without_words_gets_some(
    tmp_path: Path, model: Model, trials: Trials, note: dict[str, object]
) -> None:
    """Whatever stands in it."""
    Tried(tmp_path).require(model)
    (path,) = tmp_path.iterdir()
    path.write_text(json.dumps(note))
    with pytest.raises(UserError) as refused:
        Tried(tmp_path).require(model)
    assert refused.value.detail
    assert trials.count == 1


def test_where_no_note_can_be_kept_it_is_tried_each_time(
    tmp_path: Path, model: Model, trials: Trials
) -> None:
    """A folder that is a file."""
    (tmp_path / "notes").touch()
    for _ in range(3):
        Tried(tmp_path / "notes").require(model)
    assert trials.count == 3


START = """
import os, signal, sys
from pathlib import Path
from ser_desktop import paths
from ser_desktop.engine import tried
from ser_desktop.engine.models import Models
from ser_desktop.engine.voices import Voices
from ser_desktop.fitting import Fitting
from ser_desktop.settings import Settings

here = Path(sys.argv[1])
vars(tried).update(try_out=lambda _model: None, Runner=lambda _model: os.kill(os.getpid(), signal.SIGSEGV))
models = Models([here / "own", paths.home() / "models"], here / "tried")
setup, told = Fitting(models, Voices(here / "voices")).setup(Settings(model=sys.argv[2]))
print(setup.model.manifest.name, [one.code for one in told])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
@pytest.mark.parametrize("name", ["mine", "general"])
def test_settings_that_name_a_deadly_model_end_two_starts_and_no_more(
    tmp_path: Path, name: str, measured: Callable[[str], None]
) -> None:
    """Somebody copied it there by hand; then the model that ships listens, though hidden by its name."""
    named(tmp_path / "own" / name, name)
    ends = []
    for _ in range(4):
        child = subprocess.run(
            [sys.executable, "-c", START, str(tmp_path), name],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        ends.append((child.returncode, child.stdout.strip()))
    used = "general ['model-not-used']"
    assert ends == [(-signal.SIGSEGV, "")] * 2 + [(0, used)] * 2
    measured("2 starts ended, then the model that ships listens and says why")
