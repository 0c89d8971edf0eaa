"""One small corpus of made voices, and one model that the command line trained on it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from ser_desktop import cli, paths
from ser_desktop.filelock import hold
from ser_desktop.training.recipes import Recipe, load
from ser_desktop.training.request import TrainingRequest
from ser_desktop.training.schedule import Schedule
from tests.training.voices import RATE_HZ, write_corpus

Ask = Callable[..., TrainingRequest]


@dataclass(frozen=True)
class Trained:
    """A model made by the command line."""

    corpus: Path
    folder: Path


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder that all processes of this run of the tests have in common."""
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "training"
    folder.mkdir(exist_ok=True)
    return folder


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Make a folder that is still missing, and return it; who comes while another process makes it waits."""
    while (held := hold(folder.with_suffix(".lock"))) is None:
        time.sleep(0.1)
    with held:
        if not folder.exists():
            part = folder.with_suffix(".half")
            shutil.rmtree(part, ignore_errors=True)
            make(part)
            part.rename(folder)
    return folder


@pytest.fixture(scope="session")
def voices(shared: Path) -> Path:
    """Write 54 recordings by six speakers, and a damaged one; return their folder."""

    def make(folder: Path) -> None:
        write_corpus(folder)
        noise = np.random.default_rng(0).uniform(-0.5, 0.5, 2 * RATE_HZ)
        damaged = folder / "anger" / "speaker0" / "damaged.flac"
        soundfile.write(damaged, noise, RATE_HZ)
        content = damaged.read_bytes()
        damaged.write_bytes(content[: len(content) // 2] + bytes(len(content) // 2))

    return once(shared / "voices", make)


@pytest.fixture(scope="session")
def feature_cache(shared: Path) -> Path:
    return shared / "cache"


@pytest.fixture(scope="session")
def trained(shared: Path, voices: Path, feature_cache: Path) -> Trained:
    """Train a network of ordinary size for a few steps, through the command line."""

    def make(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(paths, "cache", lambda: feature_cache)
            words = f"train --recipe {PLAIN} --corpus folder={voices} --out {folder / 'made-voices'}"
            assert cli.run(words.split()) == 0

    return Trained(voices, once(shared / "models", make) / "made-voices")


RECIPE = load(str(Path(__file__).with_name("quick.toml")))
PLAIN = Path(__file__).with_name("plain.toml")


def small(corpus: Path, out: Path, cache: Path, changes: Mapping[str, Any]) -> TrainingRequest:
    """Ask for a training of seconds, of a very small network, with changes of it, its recipe or schedule."""

    def part(of: type[Any], *but: str) -> dict[str, Any]:
        return {f.name: changes[f.name] for f in fields(of) if f.name in changes and f.name not in but}

    schedule = replace(RECIPE.schedule, **part(Schedule))
    recipe = replace(RECIPE, **{"schedule": schedule, **part(Recipe, "corpora")})
    usual = {"recipe": recipe, "corpora": (("folder", corpus),), "out": out, "cache": cache}
    return TrainingRequest(**{**usual, **part(TrainingRequest)})


@pytest.fixture
def ask(voices: Path, feature_cache: Path, tmp_path: Path) -> Ask:
    """Return a function that asks for the same small training, with changes."""

    def request(**changes: object) -> TrainingRequest:
        return small(voices, tmp_path / "models" / "small", feature_cache, changes)

    return request
