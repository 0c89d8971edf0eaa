"""Protocols that train nothing: they listen to models that are there, on speakers whom these never met."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from ser_desktop import __version__
from ser_desktop.inference.manifest import Manifest, Model, find, load
from ser_desktop.training.corpora import Clip, find_corpora, load_corpus
from ser_desktop.training.evaluate import Answers, joined
from ser_desktop.training.extract import extract
from ser_desktop.training.measure import answers
from ser_desktop.training.prepare import choose_clips, examples_of
from ser_desktop.training.progress import ProgressLine
from ser_desktop.training.protocols import store
from ser_desktop.training.protocols.command import EvaluationRequest, digest, train_folds, with_helpers
from ser_desktop.training.protocols.coverage import coverage
from ser_desktop.training.protocols.jobs import Job
from ser_desktop.training.protocols.live import live
from ser_desktop.training.protocols.page import write_page
from ser_desktop.training.protocols.personal import calibrated
from ser_desktop.training.protocols.robustness import hear_under_conditions, robustness
from ser_desktop.training.protocols.stream import BETWEEN
from ser_desktop.training.splits import lot

SEED = 1
"""Decides on pauses and chunks where a finished model is heard live."""

_HEARD_LIVE = 150  # clips of a stream: each has pauses, and is heard anew for every kind of sound between

OF_MODEL = ("P7", "P8")
"""Protocols that measure a finished model."""


@dataclass(frozen=True)
class FinishedModel:
    """A model, and the clips of the speakers whom its training held out for the test."""

    model: Model
    clips: tuple[Clip, ...]


def judge_folds(protocol: str, request: EvaluationRequest, console: Console | None = None) -> dict[str, Any]:
    """Measure the models of another protocol's folds, each on its own test clips; train what is missing."""
    console = console or Console()
    trained = with_helpers(request)
    (jobs,) = train_folds(trained, request, console)
    with ProgressLine(console, "listening", sum(len(job.fold.test) for job in jobs)) as progress:
        measured = OF_FOLDS[protocol].measure(jobs, progress.step)
    return _write(
        protocol,
        request.results,
        request.page,
        system=f"{jobs[0].recipe.name} ({trained.id})",
        helpers=list(trained.helpers),
        seeds=sorted({job.seed for job in jobs}),
        digest=digest(jobs),
        measured=measured,
        command=request.command,
    )


def under_conditions(jobs: Sequence[Job], on_clip: Callable[[], None]) -> dict[str, Any]:
    """P6: decisions on every fold's test clips under all conditions, all folds and seeds together."""
    everyone = list(dict.fromkeys(clip for job in jobs for clip in job.fold.test))
    heard: dict[str, list[Answers]] = {}
    for job in jobs:
        under = hear_under_conditions(
            load(job.folder), job.fold.test, seed=job.seed, voices=everyone, on_clip=on_clip
        )
        for condition, told in under.items():
            heard.setdefault(condition, []).append(told)
    return robustness({condition: joined(parts) for condition, parts in heard.items()}).to_json()


@dataclass(frozen=True)
class OfFolds:
    """Whose folds' models are measured; and how, from finished jobs to plain data, a step for each clip."""

    trained: tuple[str, ...]
    measure: Callable[[Sequence[Job], Callable[[], None]], dict[str, Any]]


OF_FOLDS: Mapping[str, OfFolds] = {
    "P5": OfFolds(("P1", "P2"), calibrated),
    "P6": OfFolds(("P2",), under_conditions),
}
"""Protocols that measure the models of other protocols' folds."""


def judge_model(
    arguments: Namespace, *, cache: Path, home: Path, models: Sequence[Path], console: Console | None = None
) -> dict[str, Any]:
    """P7 and P8: confidence of a finished model, and what it is like live, on its test speakers."""
    console = console or Console()
    finished = find_model(arguments.model, models, arguments.recordings)
    manifest = finished.model.manifest
    speakers = len({clip.speaker for clip in finished.clips})
    console.print(f"{manifest.title}: {len(finished.clips)} clips of {speakers} speakers whom it never met.")
    measured = (
        coverage(hear(finished, cache, console)).to_json()
        if arguments.protocol == "P7"
        else {"streams": _live(finished, console)}
    )
    return _write(
        arguments.protocol,
        home / "models" / "results",
        home / "docs" / "RESULTS.md",
        system=manifest.name,
        helpers=[],
        seeds=[SEED],
        digest=manifest.sha256[:16],
        measured={"speakers": speakers, **measured},
        command=f"ser-desktop evaluate --protocol {arguments.protocol} --model {manifest.name}",
    )


def find_model(name: str, models: Sequence[Path], recordings: Path | None) -> FinishedModel:
    """Load a model, and find the clips of its test speakers among the recordings."""
    model = load(find(name, models))
    training = model.manifest.training
    held_out = {speaker for corpus in training["corpora"].values() for speaker in corpus["test_speakers"]}
    names = [name for name, corpus in training["corpora"].items() if corpus["test_speakers"]]
    corpora = [load_corpus(name, folder) for name, folder in find_corpora(names, recordings)]
    clips, _ = choose_clips(corpora, model.manifest.labels, training["merge"])
    return FinishedModel(model, tuple(clip for clip in clips if clip.speaker in held_out))


def hear(finished: FinishedModel, cache: Path, console: Console) -> Answers:
    """Decisions of the exported model on the clips, each the mean over its windows."""
    manifest: Manifest = finished.model.manifest
    with ProgressLine(console, "features", len(finished.clips)) as progress:
        features = extract(finished.clips, manifest.spec, cache, variants=0, on_clip=progress.step)
    examples = examples_of(finished.clips, features, manifest.labels, manifest.spec)
    with ProgressLine(console, "listening", len(examples)) as progress:
        return answers(manifest, finished.model.content, examples, progress.step)


def _live(finished: FinishedModel, console: Console) -> list[dict[str, Any]]:
    """One stream of some clips, drawn by lot, for each kind of sound between them."""
    by_lot = sorted(finished.clips, key=lambda clip: lot(f"{clip.speaker}/{clip.path.stem}", SEED))
    clips = by_lot[:_HEARD_LIVE]
    streams = []
    with ProgressLine(console, "listening", len(BETWEEN) * len(clips)) as progress:
        for between in BETWEEN:
            told = live(finished.model, clips, seed=SEED, between=between, on_clip=progress.step)
            streams.append(told.to_json())
    return streams


def _write(protocol: str, results: Path, page: Path, **facts: Any) -> dict[str, Any]:
    row = {**facts, "program": f"ser-desktop {__version__}", "baseline": False}
    store.put(results, protocol, row)
    write_page(results, page)
    return row
