"""The same work on the machines of a Dask cluster; imported only by whoever asked for one.

Files are read where the workers are, by their path: on storage that all share. The program has to be
installed there, in the same version, on the scheduler too. A plugin carries the model: each worker gets it
once, also one that joins late.
"""

from __future__ import annotations

import dataclasses
import logging
import os
import secrets
import threading
from collections.abc import Generator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from distributed import Client, Future, KilledWorker, Worker, WorkerPlugin, as_completed, get_worker
from distributed.client import FutureCancelledError
from distributed.comm import CommClosedError

from ser_desktop import __version__
from ser_desktop.engine.pool import Outcome, outcome
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.runner import Runner

_log = logging.getLogger(__name__)
_PATIENCE_S = 10.0
_IN_FLIGHT = 2_000  # files that the scheduler knows of at a time


class ModelPlugin(WorkerPlugin):  # type: ignore[misc]  # Dask has no types to speak of
    """Brings a model to a worker, and runs it there: an interpreter for each of the worker's threads."""

    def __init__(self, name: str, model: Model) -> None:
        self.name = name
        self._model = model

    def setup(self, worker: Worker) -> None:
        """Make a worker ready."""
        del worker
        self._here = threading.local()

    def runner(self) -> Runner:
        """Return this thread's runner."""
        if not hasattr(self._here, "runner"):
            self._here.runner = Runner(self._model)
        runner: Runner = self._here.runner
        return runner


class _Client(Client):  # type: ignore[misc]  # no types
    """Closes itself where it cannot begin.

    Dask's own leaves that to the garbage collector, which may come while the next one is starting and then
    waits for ever for a lock that the start holds.
    """

    def start(self, **options: Any) -> None:
        """Connect."""
        try:
            super().start(**options)
        except BaseException:
            self.close()
            raise


def analyze_on_cluster(
    address: str, model: Model, paths: Sequence[Path], *, patience_s: float = _PATIENCE_S
) -> Generator[Outcome, None, None]:
    """Analyse recordings on a cluster and yield each as it comes back, in any order, each once.

    What a lost worker had begun is begun again on another. Without any worker it waits for one. Closing the
    iterator takes back what is left.

    Raises
    ------
    UserError
        The scheduler does not answer, goes away, or runs another version.
    """
    client = _connected(address, patience_s)
    name = f"ser-desktop-{secrets.token_hex(8)}"
    try:
        _require_same_versions(client)
        client.register_plugin(ModelPlugin(name, model))
        yield from _outcomes(client, name, paths)
    except (FutureCancelledError, CommClosedError, OSError) as error:
        raise _lost(address, error) from error
    finally:
        _leave(client, name)


def _outcomes(client: Client, name: str, paths: Sequence[Path]) -> Generator[Outcome, None, None]:
    waiting = enumerate(paths)
    flying: dict[Future, Path] = {}
    done = as_completed(loop=client.loop)

    def send() -> None:
        for number, path in islice(waiting, 1):
            place = os.path.abspath(path)  # noqa: PTH100 - without following links
            task = client.submit(_analyze_there, name, __version__, place, key=f"{name}-{number}", pure=False)
            flying[task] = path
            done.add(task)

    try:
        for _ in range(_IN_FLIGHT):
            send()
        for task in done:
            yield _outcome(task, flying.pop(task))
            task.release()
            send()
    finally:
        if flying and client.status == "running":
            client.cancel(list(flying), force=True)


def _analyze_there(name: str, version: str, place: str) -> Outcome:
    """Analyse a recording; runs on a worker."""
    if version != __version__:
        raise _other_versions(f"a worker has {__version__}, this computer {version}")
    plugin: ModelPlugin = get_worker().plugins[name]
    return outcome(plugin.runner(), Path(place))


def _outcome(task: Future, path: Path) -> Outcome:
    """Return what came back, about the file by the name that it has here."""
    try:
        result: Outcome = task.result()
    except KilledWorker:
        error = UserError(
            "analysis-crashed",
            "{name} cannot be analysed.",
            "Each worker that read {path} was lost.",
            "Convert it once, for example to WAV. If it is long, see that the workers have memory enough.",
            name=path.name,
            path=path,
        )
        return Outcome(path, error=error)
    if result.analysis is None:
        return Outcome(path, error=result.error)
    return Outcome(path, dataclasses.replace(result.analysis, name=path.name, path=path))


def _connected(address: str, patience_s: float) -> Client:
    try:
        client = _Client(address, timeout=patience_s, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise UserError(
            "no-scheduler",
            "The cluster's scheduler does not answer.",
            "{address}: {reason}",
            "Check its address, as in tcp://host:8786, and that it runs: dask scheduler.",
            address=address,
            reason=str(error),
        ) from error
    if not client.scheduler_info()["workers"]:
        _log.warning("The cluster has no worker yet. Waiting for one: dask worker %s", address)
    return client


def _require_same_versions(client: Client) -> None:
    """Compare what has to be equal where pickled work goes: this program, Python and Dask itself."""
    found = client.get_versions(packages=["ser_desktop"])
    here = _versions(found["client"])
    others = {
        "the scheduler": found["scheduler"],
        **{f"worker {key}": one for key, one in found["workers"].items()},
    }
    for who, one in others.items():
        there = _versions(one)
        differing = [f"{what} {there[what]}, not {here[what]}" for what in here if there[what] != here[what]]
        if differing:
            raise _other_versions(f"{who} has {'; '.join(differing)}")


def _versions(of: dict[str, Any]) -> dict[str, str]:
    python = ".".join(str(of["host"]["python"]).split(".")[:2])
    packages = {name: str(of["packages"].get(name)) for name in ("ser_desktop", "distributed", "cloudpickle")}
    return {"Python": python, **packages}


def _leave(client: Client, name: str) -> None:
    """Take the model away again; where the scheduler is gone there is nothing to take it from."""
    try:
        if client.status == "running":
            client.unregister_worker_plugin(name)
    except (CommClosedError, OSError, ValueError) as error:
        _log.info("The cluster could not be tidied: %s", error)
    finally:
        client.close(timeout=_PATIENCE_S)


def _other_versions(detail: str) -> UserError:
    return UserError(
        "other-versions",
        "The cluster and this computer do not fit together.",
        "{found}.",
        "Install the same versions everywhere: this program with its extra [cluster], and Python.",
        found=f"{detail[0].upper()}{detail[1:]}",
    )


def _lost(address: str, error: Exception) -> UserError:
    return UserError(
        "scheduler-lost",
        "The cluster's scheduler is gone.",
        "{address}: {reason}",
        "See that it runs; then the same command with --resume goes on.",
        address=address,
        reason=str(error),
    )
