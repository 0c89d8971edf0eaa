"""The state of a run outlives whatever may happen to the program, and is never mixed with another run's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ser_desktop.errors import UserError
from ser_desktop.training.checkpoints import Checkpoints
from ser_desktop.training.schedule import Epoch

SETTINGS = {"seed": 1, "labels": ("anger", "fear"), "network": {"units": (64, 64)}}


class Number:
    """Weights as simple as can be: one number. Keras's own are in the tests of fit."""

    def __init__(self, value: int = 0) -> None:
        self.value = value

    def save_weights(self, path: Path) -> None:
        path.write_bytes(b"%d" % self.value)

    def load_weights(self, path: Path) -> None:
        self.value = int(path.read_bytes())


class PowerCut(BaseException):
    """The program ends here."""


def begun(folder: Path) -> Checkpoints:
    checkpoints = Checkpoints(folder)
    checkpoints.agree_on(SETTINGS)
    return checkpoints


def last_and_best(folder: Path) -> tuple[int, int]:
    last, best = Number(), Number()
    checkpoints = Checkpoints(folder)
    checkpoints.restore_last(last)
    checkpoints.restore_best(best)
    return last.value, best.value


@settings(max_examples=30, deadline=None)
@given(uars=st.lists(st.sampled_from([0.1, 0.2, 0.3]), min_size=1, max_size=8))
def test_last_and_best_come_back(tmp_path_factory: pytest.TempPathFactory, uars: list[float]) -> None:
    """Taken up after each epoch by a new program; no more than two files of weights lie there."""
    folder = tmp_path_factory.mktemp("runs") / "a.training"
    for number, uar in enumerate(uars):
        checkpoints = begun(folder)
        assert len(checkpoints.history) == number
        checkpoints.commit(Number(number), Epoch(number, 1.0, uar))
        assert last_and_best(folder) == (number, uars.index(max(uars[: number + 1])))
        assert len(list(folder.glob("*.weights.h5"))) <= 2
    assert [epoch.validation_uar for epoch in Checkpoints(folder).history] == uars


def test_nothing_is_written_before_the_first_epoch(tmp_path: Path) -> None:
    """An interrupt during preparation leaves nothing behind that would stop the next run."""
    begun(tmp_path / "a.training")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("moment", ["weights", "line", "replace"])
def test_a_power_cut_while_writing_loses_one_epoch_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """The old state is whole until the new one is; going on from it writes over what was half written."""
    checkpoints = begun(tmp_path)
    checkpoints.commit(Number(10), Epoch(0, 1.0, 0.5))

    def cut(*_: object, **__: object) -> None:
        raise PowerCut

    class HalfWritten(Number):
        def save_weights(self, path: Path) -> None:
            path.touch()
            raise PowerCut

    with monkeypatch.context() as patch:
        if moment == "line":
            patch.setattr("ser_desktop.wholefile.os.fsync", cut)
        if moment == "replace":
            patch.setattr(Path, "replace", cut)
        with pytest.raises(PowerCut):
            checkpoints.commit((HalfWritten if moment == "weights" else Number)(11), Epoch(1, 1.0, 0.9))
    assert len(checkpoints.history) == 1
    assert last_and_best(tmp_path) == (10, 10)
    again = begun(tmp_path)
    again.commit(Number(12), Epoch(1, 1.0, 0.8))
    assert last_and_best(tmp_path) == (12, 12)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"seed": 2}, "seed: 1 → 2"),
        ({"labels": ("anger", "joy")}, 'labels: ["anger", "fear"] → ["anger", "joy"]'),
        ({"network": {"units": (64, 32)}}, "network:"),
        ({"new": True}, "new: null → true"),
    ],
)
def test_other_settings_are_refused_by_name(tmp_path: Path, change: dict[str, object], told: str) -> None:
    """Half a run with one seed and half with another would be a model that nobody could make again."""
    begun(tmp_path).commit(Number(), Epoch(0, 1.0, 0.5))
    begun(tmp_path)
    with pytest.raises(UserError) as caught:
        Checkpoints(tmp_path).agree_on({**SETTINGS, **change})
    assert caught.value.code == "other-settings"
    assert told in caught.value.detail
    assert str(tmp_path) in caught.value.remedy


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"settings": {}}', '{"settings": {}, "history": [{"n": 1}]}']
)
def test_a_damaged_state_is_told(tmp_path: Path, damage: str) -> None:
    """It cannot be mended; what to delete is said, and nothing is deleted for the person."""
    begun(tmp_path).commit(Number(), Epoch(0, 1.0, 0.5))
    (tmp_path / "state.json").write_text(damage)
    with pytest.raises(UserError) as caught:
        Checkpoints(tmp_path)
    assert caught.value.code == "bad-state"
    assert str(tmp_path) in caught.value.remedy


def test_lost_weights_are_told(tmp_path: Path) -> None:
    """A line without its weights vouches for nothing."""
    begun(tmp_path).commit(Number(), Epoch(0, 1.0, 0.5))
    (tmp_path / "epoch-0001.weights.h5").unlink()
    with pytest.raises(UserError) as caught:
        Checkpoints(tmp_path)
    assert "epoch-0001.weights.h5" in caught.value.detail


def test_the_state_is_readable_data(tmp_path: Path) -> None:
    """A person can look up what an unfinished run was."""
    begun(tmp_path).commit(Number(), Epoch(0, 1.5, 0.5, 1.25))
    state = json.loads((tmp_path / "state.json").read_text())
    assert state["settings"]["labels"] == ["anger", "fear"]
    assert state["history"] == [{"number": 0, "loss": 1.5, "validation_uar": 0.5, "validation_loss": 1.25}]


def test_a_state_from_before_there_was_a_validation_loss_is_read(tmp_path: Path) -> None:
    """Who updates the program amid a training goes on with it."""
    begun(tmp_path).commit(Number(), Epoch(0, 1.5, 0.5))
    file = tmp_path / "state.json"
    state = json.loads(file.read_text())
    del state["history"][0]["validation_loss"]
    file.write_text(json.dumps(state))
    assert Checkpoints(tmp_path).history == (Epoch(0, 1.5, 0.5),)
