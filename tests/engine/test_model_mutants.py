"""A network that is damaged in any way is refused in words, or answers in numbers; the program goes on."""

from __future__ import annotations

import dataclasses
import json
import multiprocessing
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import pytest

from ser_desktop.engine import trial
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import MANIFEST_FILE, MODEL_FILE, Model, load
from ser_desktop.inference.runner import Runner
from tests.engine.model_mutants import CHANGES, mutant, structure, whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it forks")

FEW, MANY = 4 * len(CHANGES), 60 * len(CHANGES)
QUESTIONS = 30


@pytest.fixture(scope="module")
def forks() -> Iterator[multiprocessing.context.ForkServerContext]:
    """Start processes from one that has all libraries loaded: in milliseconds instead of a second."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([trial.__name__, __name__])
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(trial), "get_context", lambda _method: context)
        yield context


def ask(asker: Connection, model: Model) -> None:
    """Ask a model that passed its trial much more than that; tell how often it gave no answer."""
    rng, runner, refused = np.random.default_rng(1), Runner(model), 0
    shape = (model.manifest.window_frames, model.manifest.spec.features)
    for _ in range(QUESTIONS):
        window = rng.standard_normal(shape) * rng.choice([0.1, 1.0, 10.0])
        try:
            answer = runner.predict(window.astype(np.float32))
        except UserError:
            refused += 1
        else:
            assert all(np.isfinite(told).all() for told in answer)
    asker.send(refused)


def refusal_of(model: Model) -> UserError | None:
    """Try a network out."""
    try:
        trial.try_out(model)
    except UserError as error:
        return error
    return None


def outcome(context: multiprocessing.context.ForkServerContext, model: Model) -> str:
    """Try a network out, and use it where it passes."""
    refusal = refusal_of(model)
    if refusal is not None:
        assert refusal.code in {"bad-model", "bad-answer"}
        assert refusal.detail
        assert refusal.remedy
        return "ended only the process that tried it" if "died" in refusal.detail else "refused"
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=ask, args=(there, model))
    process.start()
    there.close()
    refused = here.recv()  # EOFError: it died although it passed
    process.join()
    return "ran, and refused some windows" if refused else "ran"


def told(outcomes: Iterable[str]) -> str:
    """Say how many of each."""
    counts = Counter(outcomes)
    return f"{counts.total()} networks: " + ", ".join(
        f"{count} {name}" for name, count in counts.most_common()
    )


def test_some_damaged_networks_are_refused_or_answer(
    forks: multiprocessing.context.ForkServerContext, measured: Callable[[str], None]
) -> None:
    """Forty of them, with a manifest that vouches for the damage: the process of the test goes on."""
    outcomes = [outcome(forks, mutant(number)[1]) for number in range(FEW)]
    assert {"ran", "refused"} <= set(outcomes)
    measured(told(outcomes))


@pytest.mark.soak
def test_hundreds_of_damaged_networks_are_refused_or_answer(
    forks: multiprocessing.context.ForkServerContext, measured: Callable[[str], None]
) -> None:
    """Bits, words, blocks, sizes, tables: six hundred in all."""
    outcomes = [outcome(forks, mutant(number)[1]) for number in range(MANY)]
    assert len(outcomes) >= 500
    measured(told(outcomes))


def refused_by_its_sum(folder: Path, numbers: Iterable[int]) -> int:
    """Put damaged networks under the manifest of the whole one; each must be refused unseen."""
    manifest = whole().manifest.to_json()
    (folder / MANIFEST_FILE).write_text(manifest)
    count = 0
    for number in numbers:
        _, model = mutant(number)
        if model.content == whole().content:
            continue
        (folder / MODEL_FILE).write_bytes(model.content)
        with pytest.raises(UserError, match="sha256"):
            load(folder)
        count += 1
    return count


def test_without_its_sum_none_comes_as_far_as_that(tmp_path: Path) -> None:
    """A file that is not the one that its manifest describes is not run at all."""
    assert refused_by_its_sum(tmp_path, range(FEW)) > 0.9 * FEW


@pytest.mark.soak
def test_without_its_sum_none_of_hundreds_does(tmp_path: Path, measured: Callable[[str], None]) -> None:
    """All of those that are tried out above."""
    measured(f"{refused_by_its_sum(tmp_path, range(MANY))} refused by their sum, none run")


def test_the_damage_is_where_it_should_be() -> None:
    """Always the same by its number; tables and weights are told apart."""
    assert mutant(7) == mutant(7)
    assert 0.2 < len(structure()) / len(whole().content) < 0.6
    assert json.loads(mutant(1)[1].manifest.to_json())["sha256"] != whole().manifest.sha256
    assert dataclasses.replace(mutant(1)[1].manifest, sha256="") == dataclasses.replace(
        whole().manifest, sha256=""
    )


def greedy(asker: Connection, _model: Model) -> None:
    """Ask for more memory than there is to be had."""
    trial._limit_memory()
    bytearray(8 << 30)
    asker.send(None)


@pytest.mark.skipif(sys.platform != "linux", reason="others do not count addresses")
def test_a_network_that_wants_all_memory_dies_of_it_alone(
    model: Model, forks: multiprocessing.context.ForkServerContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not whatever else runs on this computer."""
    del forks
    monkeypatch.setattr(trial, "_main", greedy)
    with pytest.raises(UserError, match="died"):
        trial.try_out(model)


def test_a_network_that_takes_too_long_is_refused(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would hold up the engine at each answer."""
    monkeypatch.setattr(trial, "_SLOWEST_S", 0.0)
    fault = trial._fault(model)
    assert fault is not None
    assert "too long" in fault.detail
