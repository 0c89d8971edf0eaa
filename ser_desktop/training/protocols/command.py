"""``ser-desktop evaluate``: from recordings to a row of the results, fold by fold and resumable."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rich.console import Console

from ser_desktop.training.corpora import Clip, Skipped, find_corpora, load_corpus
from ser_desktop.training.evaluate import Answers
from ser_desktop.training.extract import extract
from ser_desktop.training.prepare import choose_clips
from ser_desktop.training.progress import ProgressLine
from ser_desktop.training.protocols import store
from ser_desktop.training.protocols.course import run_with_progress
from ser_desktop.training.protocols.definitions import Protocol
from ser_desktop.training.protocols.jobs import CLIPS_AT_ONCE, Job, job_key, outcome, sound_digest
from ser_desktop.training.protocols.page import write_page
from ser_desktop.training.protocols.rows import Heard, row
from ser_desktop.training.recipes import Recipe


@dataclass(frozen=True)
class EvaluationRequest:
    """A protocol, a recipe, and where things lie.

    Attributes
    ----------
    recordings
        Folder of the corpora; None for where the environment says.
    out, cache
        Where outcomes of folds and features are kept.
    results, page
        Folder of the results' JSON files, and the page that is made of them.
    alone
        Leave out the recipe's corpora that are not the protocol's.
    command
        What was asked for, in words that ask for it again.
    """

    protocol: Protocol
    recipe: Recipe
    seeds: int
    jobs: int
    alone: bool
    recordings: Path | None
    out: Path
    cache: Path
    results: Path
    page: Path
    command: str


def without_row(
    protocol: Protocol, recipe: Recipe, *, seeds: int, recordings: Path | None, out: Path, cache: Path
) -> EvaluationRequest:
    """Return a request for folds that are only to be trained, two at a time: nothing is written of them."""
    return EvaluationRequest(
        protocol=protocol,
        recipe=recipe,
        seeds=seeds,
        jobs=2,
        alone=False,
        recordings=recordings,
        out=out,
        cache=cache,
        results=out,
        page=out,
        command="",
    )


def evaluate(request: EvaluationRequest, console: Console | None = None) -> tuple[dict[str, Any], ...]:
    """Train and test every fold of every seed, write the rows and the page; return the rows."""
    console = console or Console()
    protocol = with_helpers(request)
    jobs = train_folds(protocol, request, console)
    rows = tuple(_row(protocol, of_recipe, request) for of_recipe in jobs)
    for each in rows:
        kept = store.put(request.results, protocol.id, each)
        console.print(told(each) + ("" if kept else " The results hold a row of more seeds, which stays."))
    write_page(request.results, request.page)
    return rows


def train_folds(
    protocol: Protocol, request: EvaluationRequest, console: Console
) -> tuple[tuple[Job, ...], ...]:
    """Do every job of the protocol that is not done; return the jobs of each variant of the recipe."""
    clips = find_clips(protocol, request.recordings)
    console.print(f"{protocol.id}, {protocol.title}: {len(clips)} clips.")
    jobs = []
    for recipe in variants_of(protocol, request.recipe):
        clips = compute_features(clips, recipe, request.cache, console)
        jobs.append(tuple(list_jobs(protocol, recipe, clips, request)))
    run_with_progress([job for of_recipe in jobs for job in of_recipe], request.jobs, console)
    return tuple(jobs)


def with_helpers(request: EvaluationRequest) -> Protocol:
    """Let the recipe's other corpora help the protocol, all of whose clips are trained on."""
    protocol = request.protocol
    if request.alone or protocol.random:
        return protocol
    others = tuple(name for name in request.recipe.corpora if name not in protocol.corpora)
    return replace(protocol, helpers=others)


def variants_of(protocol: Protocol, recipe: Recipe) -> list[Recipe]:
    """Return the recipe as the protocol wants it: with its labels, once for each count of MFCCs."""
    fitted = replace(recipe, labels=protocol.labels, merge=protocol.merge)
    if not protocol.coefficients:
        return [fitted]
    return [
        replace(fitted, name=f"{recipe.name}, {n} MFCCs", spec=replace(recipe.spec, coefficients=n))
        for n in protocol.coefficients
    ]


def find_clips(protocol: Protocol, recordings: Path | None) -> tuple[Clip, ...]:
    """Clips of the protocol's corpora and of its helpers, with the protocol's labels."""
    folders = find_corpora((*protocol.corpora, *protocol.helpers), recordings)
    corpora = [load_corpus(name, folder) for name, folder in folders]
    return choose_clips(corpora, protocol.labels, dict(protocol.merge))[0]


def compute_features(
    clips: Sequence[Clip], recipe: Recipe, cache: Path, console: Console
) -> tuple[Clip, ...]:
    """Compute what is not in the cache yet; return the clips that can be heard, and name the others."""
    usable = []
    with ProgressLine(console, "features", len(clips)) as progress:
        for start in range(0, len(clips), CLIPS_AT_ONCE):
            some = clips[start : start + CLIPS_AT_ONCE]
            features = extract(some, recipe.spec, cache, variants=recipe.variants, on_clip=progress.step)
            for clip, heard in zip(some, features, strict=True):
                if isinstance(heard, Skipped):
                    console.print(f"skipped {heard.path}: {heard.reason}", style="yellow")
                else:
                    usable.append(clip)
    return tuple(usable)


def list_jobs(
    protocol: Protocol, recipe: Recipe, clips: Sequence[Clip], request: EvaluationRequest
) -> list[Job]:
    """One job for each seed and fold."""
    with ThreadPoolExecutor() as pool:
        sounds = dict(zip((clip.path for clip in clips), pool.map(sound_digest, clips), strict=True))
    jobs = []
    for seed in range(1, request.seeds + 1):
        seeded = replace(recipe, schedule=replace(recipe.schedule, seed=seed))
        for fold in protocol.parted(clips, seed):
            key = job_key(seeded, fold, sounds)
            jobs.append(Job(protocol.id, seeded, fold, request.out / protocol.id, request.cache, key))
    return jobs


def heard_by(jobs: Iterable[Job]) -> Heard:
    """Read what the exported models answered on their test clips."""
    heard: dict[int, dict[str, Answers]] = {}
    for job in jobs:
        heard.setdefault(job.seed, {})[job.fold.name] = outcome(job).answers
    return heard


def told(row: dict[str, Any]) -> str:
    """Say a row in a sentence."""
    spread = f" ± {100 * row['uar_deviation']:.1f}" if row["uar_deviation"] is not None else ""
    seeds = f"{len(row['seeds'])} seed{'s' if len(row['seeds']) > 1 else ''}"
    return (
        f"{row['system']}: UAR {100 * row['uar']:.1f}{spread} % ({seeds}), accuracy "
        f"{100 * row['accuracy']:.1f} %, macro-F1 {100 * row['macro_f1']:.1f} %."
    )


def _row(protocol: Protocol, jobs: Sequence[Job], request: EvaluationRequest) -> dict[str, Any]:
    recipe = jobs[0].recipe
    return row(
        protocol,
        recipe.labels,
        heard_by(jobs),
        system=recipe.name,
        title=recipe.title,
        helpers=list(protocol.helpers),
        parameters=outcome(jobs[0]).parameters,
        digest=digest(jobs),
        baseline=False,
        command=request.command,
    )


def digest(jobs: Sequence[Job]) -> str:
    """Fingerprint of everything that decides what comes out, seeds aside."""
    keys = ",".join(job.key for job in jobs if job.seed == jobs[0].seed)
    return hashlib.sha256(keys.encode()).hexdigest()[:16]
