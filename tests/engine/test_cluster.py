"""A cluster answers as this machine would, whatever is lost on the way: real processes, really killed."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ser_desktop import paths
from ser_desktop.engine import cluster as there
from ser_desktop.engine.cluster import analyze_on_cluster
from ser_desktop.engine.pool import analyze_each
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Model
from tests.engine.cluster import Cluster
from tests.engine.streams import assert_same
from tests.engine.test_pool import by_path

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="kills processes as POSIX does"),
    # Dask's own ways of ending, on which nothing here depends.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:distributed|tornado|dask"),
]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Start a scheduler, as yet without workers."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    with Cluster(folder) as started:
        yield started


@pytest.fixture
def clips(tmp_path: Path) -> list[Path]:
    """Make a dozen recordings and a broken one."""
    made = [tmp_path / f"{number:02}.flac" for number in range(12)]
    for path in made:
        shutil.copy(paths.assets() / "demo.flac", path)
    (tmp_path / "broken.wav").write_text("no sound")
    return [*made, tmp_path / "broken.wav"]


def test_a_killed_worker_costs_nothing_but_time(cluster: Cluster, model: Model, clips: list[Path]) -> None:
    """Two workers, one shot in the middle, one that joins late: every file once, as this machine hears it."""
    doomed = cluster.add_worker()
    cluster.add_worker()
    outcomes = []
    for outcome in analyze_on_cluster(cluster.address, model, clips):
        outcomes.append(outcome)
        if len(outcomes) == 2:
            doomed.send_signal(signal.SIGKILL)
            assert doomed.wait() == -signal.SIGKILL
            cluster.add_worker()
    found = by_path(outcomes)
    assert set(found) == set(clips)
    (expected,) = analyze_each(model, clips[:1], jobs=1)
    assert expected.analysis is not None
    for path in clips[:-1]:
        analysis = found[path].analysis
        assert analysis is not None
        assert analysis.path == path
        assert_same(analysis.segments, expected.analysis.segments)
        np.testing.assert_array_equal(analysis.course.probabilities, expected.analysis.course.probabilities)
    error = found[clips[-1]].error
    assert error is not None
    assert error.code == "not-audio"


def test_the_model_travels_once_and_is_taken_away(
    cluster: Cluster, model: Model, clips: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many files there are; in the end no worker holds it, nor any result."""
    from distributed import Client

    packed = []

    def pack(self: Model) -> dict[str, object]:
        packed.append(self)
        return dict(vars(self))

    monkeypatch.setattr(Model, "__getstate__", pack, raising=False)
    cluster.add_worker()
    assert len(list(analyze_on_cluster(cluster.address, model, clips[:6]))) == 6
    assert len(packed) == 1
    with Client(cluster.address, set_as_default=False) as client:
        kept = client.run(lambda dask_worker: (sorted(dask_worker.plugins), list(dask_worker.data)))
        assert all(
            not any("ser-desktop" in name for name in plugins + data) for plugins, data in kept.values()
        )


def test_stopping_takes_the_work_back(cluster: Cluster, model: Model, clips: list[Path]) -> None:
    """The scheduler forgets what was not begun."""
    from distributed import Client

    cluster.add_worker()
    outcomes = analyze_on_cluster(cluster.address, model, clips)
    next(outcomes)
    outcomes.close()
    with Client(cluster.address, set_as_default=False) as client:
        left = client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks))
        assert left == 0


def test_a_scheduler_that_does_not_answer_is_told(model: Model, clips: list[Path]) -> None:
    """With what to do; nobody listens on that port."""
    with pytest.raises(UserError) as refused:
        list(analyze_on_cluster("tcp://127.0.0.1:9", model, clips, patience_s=0.5))
    assert refused.value.code == "no-scheduler"
    assert "dask scheduler" in refused.value.remedy


@pytest.mark.parametrize("address", ["nonsense://x", "tcp://", "host:port"])
def test_an_address_that_is_none_is_told(model: Model, clips: list[Path], address: str) -> None:
    """Like a scheduler that is not there."""
    with pytest.raises(UserError) as refused:
        list(analyze_on_cluster(address, model, clips, patience_s=0.5))
    assert refused.value.code == "no-scheduler"


def test_a_client_that_never_began_is_closed(model: Model, clips: list[Path]) -> None:
    """The garbage collector would close it, perhaps in the middle of another one's start."""
    import gc

    from distributed import Client

    with pytest.raises(UserError):
        list(analyze_on_cluster("nonsense://x", model, clips, patience_s=0.5))
    left = [thing for thing in gc.get_objects() if type(thing) is Client]  # a dead proxy cannot be asked more
    assert {client.status for client in left} <= {"closed"}


def test_a_scheduler_that_goes_away_is_told(cluster: Cluster, model: Model, clips: list[Path]) -> None:
    """In the middle of the work, with how to go on."""
    cluster.add_worker()
    outcomes = analyze_on_cluster(cluster.address, model, clips)
    next(outcomes)
    cluster.scheduler.kill()
    cluster.scheduler.wait()
    with pytest.raises(UserError) as refused:
        list(outcomes)
    assert refused.value.code == "scheduler-lost"
    assert "--resume" in refused.value.remedy


def test_another_version_is_told(
    cluster: Cluster, model: Model, clips: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is sent, who has which."""
    cluster.add_worker()
    real = there._versions
    seen: list[dict[str, str]] = []

    def aged(of: dict[str, object]) -> dict[str, str]:
        found = real(of)
        seen.append(found)
        return found if len(seen) == 1 else {**found, "ser_desktop": "0.0.1"}

    monkeypatch.setattr(there, "_versions", aged)
    with pytest.raises(UserError) as refused:
        list(analyze_on_cluster(cluster.address, model, clips))
    assert refused.value.code == "other-versions"
    assert "ser_desktop 0.0.1, not 0." in refused.value.detail
