"""One fold of one protocol, trained with one recipe and one seed, down to the exported model's answers.

A job's outcome is a folder that appears whole or not at all: the model, and what it answered on the test
clips. The folder's name holds a digest of everything that decides the outcome.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ser_desktop import __version__
from ser_desktop.inference.manifest import MANIFEST_FILE, MODEL_FILE, Manifest
from ser_desktop.training.backend import choose_backend, quietly
from ser_desktop.training.checkpoints import Checkpoints
from ser_desktop.training.corpora.clip import Clip
from ser_desktop.training.evaluate import Answers, breakdown
from ser_desktop.training.extract import extract, workers
from ser_desktop.training.measure import answers, calibrate
from ser_desktop.training.personal import offer_calibration
from ser_desktop.training.prepare import examples_of, fit_normaliser
from ser_desktop.training.protocols.folds import Fold
from ser_desktop.training.recipes import Recipe
from ser_desktop.training.schedule import Epoch
from ser_desktop.training.windows import Example

if TYPE_CHECKING:
    from ser_desktop.training.fit import Trained

ANSWERS_FILE = "answers.json"
CLIPS_AT_ONCE = 300  # whose features are in memory with all their variants, though few may be wanted


@dataclass(frozen=True)
class Job:
    """What a child process needs to know.

    Attributes
    ----------
    recipe
        With the protocol's labels and the seed in its schedule.
    place
        Folder of this protocol's outcomes.
    cache
        Where features are kept.
    key
        Digest of recipe, recordings and program.
    """

    protocol: str
    recipe: Recipe
    fold: Fold
    place: Path
    cache: Path
    key: str

    @property
    def seed(self) -> int:
        """Seed of everything that the training draws."""
        return self.recipe.schedule.seed

    @property
    def folder(self) -> Path:
        """Where the outcome lies once the job is done."""
        name = re.sub(r"\W+", "-", f"{self.recipe.name}-{self.fold.name}-seed-{self.seed}")
        return self.place / f"{name}-{self.key}"

    @property
    def batches(self) -> int:
        """How many there are to learn from, at most."""
        return self.recipe.schedule.epochs * self.recipe.schedule.steps

    @property
    def done(self) -> bool:
        """Whether there is nothing left to do."""
        return (self.folder / ANSWERS_FILE).exists()


@dataclass(frozen=True)
class Outcome:
    """What the exported model of a fold answered on its test clips."""

    fold: str
    seed: int
    parameters: int
    clips: tuple[str, ...]
    answers: Answers


def job_key(recipe: Recipe, fold: Fold, sounds: Mapping[Path, str]) -> str:
    """Digest of everything that decides an outcome: recipe, recordings of each part, program version."""
    parts = [
        [[sounds[clip.path], clip.label, clip.channel, clip.corpus, clip.speaker] for clip in part]
        for part in (fold.train, fold.validation, fold.test)
    ]
    told = {**_plain(recipe), "name": "", "title": "", "corpora": ()}
    text = json.dumps([told, parts, __version__], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def sound_digest(clip: Clip) -> str:
    """Fingerprint of a recording's file."""
    return hashlib.sha256(clip.path.read_bytes()).hexdigest()[:32]


def run(job: Job, on_batch: Callable[[int], None] = lambda _done: None) -> None:
    """Do a job, or finish what an earlier run of it left; ``on_batch`` hears how many are done."""
    choose_backend()
    with quietly():
        from ser_desktop.training.convert import to_tflite
        from ser_desktop.training.fit import fit
    recipe, fold = job.recipe, job.fold
    with workers() as pool:
        training = hear(job, fold.train, recipe.variants, pool)
        validation = hear(job, fold.validation, 0, pool)
    spec = replace(recipe.spec, normaliser=fit_normaliser(training, recipe.spec))
    checkpoints = Checkpoints(job.folder.with_name(f"{job.folder.name}.training"))
    checkpoints.agree_on({"key": job.key})
    trained = fit(
        recipe.network,
        spec,
        recipe.window_frames,
        len(recipe.labels),
        training,
        validation,
        recipe.schedule,
        checkpoints,
        _now_and_then(on_batch),
    )
    content = to_tflite(trained.model, recipe.network)
    manifest = Manifest(
        name=job.folder.name,
        title=f"{recipe.title}, {job.protocol}, fold {fold.name}",
        labels=recipe.labels,
        spec=spec,
        window_frames=recipe.window_frames,
        attention_steps=recipe.network.steps(recipe.window_frames),
        sha256=hashlib.sha256(content).hexdigest(),
        temperature=1.0,
        unsure_below=0.0,
        licence="not to be passed on: made only to judge a recipe",
        tensors=trained.tensors,
        training=_training_facts(job, trained, checkpoints),
    )
    manifest, _ = calibrate(manifest, content, validation)
    manifest = offer_calibration(manifest, content, training)
    heard = answers(manifest, content, hear(job, fold.test, 0))
    manifest = replace(manifest, metrics={"test": breakdown(heard, manifest.labels, job.seed)})
    _write(job, manifest, content, heard)
    checkpoints.discard()


def outcome(job: Job) -> Outcome:
    """Read what a finished job left."""
    data = json.loads((job.folder / ANSWERS_FILE).read_text(encoding="utf-8"))
    names = (tuple(data[name]) for name in ("speakers", "corpora", "sexes"))
    heard = Answers(np.array(data["probabilities"]), np.array(data["targets"]), *names)
    return Outcome(job.fold.name, job.seed, data["parameters"], tuple(data["clips"]), heard)


def _now_and_then(tell: Callable[[int], None]) -> Callable[[int, Epoch | None], None]:
    """Tell of batches once a second, no more often."""
    told_s = 0.0

    def on_batch(done: int, _epoch: Epoch | None) -> None:
        nonlocal told_s
        if time.monotonic() - told_s > 1:
            told_s = time.monotonic()
            tell(done)

    return on_batch


def hear(
    job: Job, clips: tuple[Clip, ...], variants: int, pool: ProcessPoolExecutor | None = None
) -> list[Example]:
    """Features of one part of the fold, with so many of the variants that are kept."""
    recipe = job.recipe
    examples = []
    for start in range(0, len(clips), CLIPS_AT_ONCE):
        some = clips[start : start + CLIPS_AT_ONCE]
        features = extract(some, recipe.spec, job.cache, variants=recipe.variants, pool=pool)
        heard = [sound[: 1 + variants] if isinstance(sound, tuple) else sound for sound in features]
        examples += examples_of(some, heard, recipe.labels, recipe.spec)
    return examples


def _training_facts(job: Job, trained: Trained, checkpoints: Checkpoints) -> dict[str, Any]:
    """Tell what made the model; nothing in here knows of the test clips."""
    parts = {"training": job.fold.train, "validation": job.fold.validation}
    return {
        "program": f"ser-desktop {__version__}",
        "protocol": job.protocol,
        "recipe": _plain(job.recipe),
        "parameters": int(trained.model.count_params()),
        "kept_epoch": trained.epoch.number + 1,
        "history": [asdict(epoch) for epoch in checkpoints.history],
        "clips": {name: len(clips) for name, clips in parts.items()},
        "speakers": {name: sorted({clip.speaker for clip in clips}) for name, clips in parts.items()},
    }


def _plain(recipe: Recipe) -> dict[str, Any]:
    return {**asdict(recipe), "network": recipe.network_table()}


def _write(job: Job, manifest: Manifest, content: bytes, heard: Answers) -> None:
    """Write the outcome's folder; what an unfinished attempt left is cleared away first."""
    partial = job.folder.with_name(f"{job.folder.name}.part")
    for left_over in (partial, job.folder):
        shutil.rmtree(left_over, ignore_errors=True)
    partial.mkdir(parents=True)
    (partial / MODEL_FILE).write_bytes(content)
    (partial / MANIFEST_FILE).write_text(manifest.to_json(), encoding="utf-8")
    told = {
        "parameters": manifest.training["parameters"],
        "labels": manifest.labels,
        "clips": ["/".join(clip.path.parts[-3:]) for clip in job.fold.test],
        "speakers": heard.speakers,
        "corpora": heard.corpora,
        "sexes": heard.sexes,
        "targets": heard.targets.tolist(),
        "probabilities": np.round(heard.probabilities, 6).tolist(),
    }
    (partial / ANSWERS_FILE).write_text(json.dumps(told), encoding="utf-8")
    partial.replace(job.folder)
