"""``ser-desktop train``: from recordings to a model folder, in one go and resumable."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import platform
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console

from ser_desktop import __version__
from ser_desktop.errors import UserError
from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.features.windows import normalise
from ser_desktop.inference.manifest import MODEL_FILE, Manifest, Model
from ser_desktop.inference.runner import Runner
from ser_desktop.results import EMOTIONS
from ser_desktop.training.architectures import AttentionBilstm
from ser_desktop.training.corpora import Clip, Corpus, Skipped, load_corpus
from ser_desktop.training.evaluate import Answers, breakdown, fit_temperature
from ser_desktop.training.extract import extract
from ser_desktop.training.progress import ProgressLine
from ser_desktop.training.report import refuse_overwriting, write_model
from ser_desktop.training.splits import Split, speaker_split
from ser_desktop.training.windows import Example, evaluation_windows, speech_span

_UNSURE_SHARE = 0.1  # of validation decisions, the least certain, called "unsure"


def _default_spec() -> FeatureSpec:
    """Take static MFCCs (the network's first convolution learns its own deltas), indifferent to level."""
    return FeatureSpec(delta_order=0, normaliser=Normaliser("level"))


@dataclass(frozen=True)
class TrainingRequest:
    """What a person asks of the trainer."""

    corpora: tuple[tuple[str, Path], ...]
    out: Path
    cache: Path
    labels: tuple[str, ...] = ()
    merge: tuple[tuple[str, str], ...] = ()
    title: str = ""
    seed: int = 1
    epochs: int = 60
    steps: int = 120
    variants: int = 3
    window_s: float = 3.0
    resume: bool = False
    replace: bool = False
    spec: FeatureSpec = field(default_factory=_default_spec)
    network: AttentionBilstm = field(default_factory=AttentionBilstm)


def train(request: TrainingRequest, console: Console) -> Manifest:
    """Train, convert, measure and write the model; return its manifest.

    The state of the run lies in ``OUT.training`` until the model is written; ``--resume`` goes on
    from there.
    """
    checkpoints = request.out.with_name(f"{request.out.name}.training")
    refuse_overwriting(request.out, replace=request.replace)
    if request.resume != checkpoints.exists():
        raise _resume_mismatch(checkpoints, resume=request.resume)
    backend = choose_backend()
    console.print(f"Keras runs on {backend}.")

    corpora = [load_corpus(name, folder) for name, folder in request.corpora]
    clips, labels = choose_clips(corpora, request)
    _tell_clips(console, corpora, clips, labels)
    split = speaker_split(clips, seed=request.seed)
    parts = _examples(split, labels, request, console)
    spec = dataclasses.replace(request.spec, normaliser=fit_normaliser(parts[0], request.spec))

    from ser_desktop.training.convert import to_tflite
    from ser_desktop.training.fit import Epoch, Schedule, fit

    window_frames = spec.frames(request.window_s)
    schedule = Schedule(seed=request.seed, epochs=request.epochs, steps=request.steps)
    with ProgressLine(console, "training", schedule.epochs * schedule.steps) as progress:

        def on_batch(done: int, epoch: Epoch | None) -> None:
            note = f"epoch {epoch.number + 1}: UAR {epoch.validation_uar:.3f}" if epoch else ""
            progress.show(done, note)

        trained = fit(
            request.network,
            spec,
            window_frames,
            len(labels),
            parts[0],
            parts[1],
            schedule,
            checkpoints,
            on_batch,
        )
    if trained.interrupted:
        console.print(f"Stopped by you; keeping epoch {trained.best.number + 1}, the best so far.")
    content = to_tflite(trained.model, request.network)
    facts = {
        **_facts(request, corpora, split, backend),
        "parameters": int(trained.model.count_params()),
        "best_epoch": trained.best.number + 1,
        "history": [dataclasses.asdict(epoch) for epoch in trained.history],
    }
    manifest = _measured(request, labels, spec, window_frames, content, parts, facts)
    write_model(request.out, manifest, content, replace=request.replace)
    shutil.rmtree(checkpoints)
    return manifest


def choose_backend() -> str:
    """Let Keras run where it runs best: KERAS_BACKEND if set, else a GPU's library, else TensorFlow."""
    if "KERAS_BACKEND" not in os.environ:
        os.environ["KERAS_BACKEND"] = next(
            (name for name, has_gpu in (("jax", _jax_gpu), ("torch", _torch_gpu)) if has_gpu()), "tensorflow"
        )
    return os.environ["KERAS_BACKEND"]


def _jax_gpu() -> bool:
    try:
        import jax  # type: ignore[import-not-found,unused-ignore]  # optional
    except ImportError:
        return False
    return bool(jax.default_backend() == "gpu")


def _torch_gpu() -> bool:
    try:
        import torch  # type: ignore[import-not-found,unused-ignore]  # optional
    except ImportError:
        return False
    return bool(torch.cuda.is_available())


def choose_clips(
    corpora: Sequence[Corpus], request: TrainingRequest
) -> tuple[tuple[Clip, ...], tuple[str, ...]]:
    """Clips with a wanted label, after merging, and the labels in their common order."""
    merge = dict(request.merge)
    clips = [
        dataclasses.replace(clip, label=merge.get(clip.label, clip.label))
        for corpus in corpora
        for clip in corpus.clips
    ]
    found = {clip.label for clip in clips}
    wanted = set(request.labels) or found
    if missing := wanted - found:
        raise UserError(
            "missing-label",
            f"No clip is labelled {', '.join(sorted(missing))}.",
            f"The recordings hold {', '.join(sorted(found))}.",
            "Leave the label out of --labels, or add a corpus that has it.",
        )
    if len(wanted) < 2:
        raise UserError(
            "one-label",
            f"All clips are labelled {wanted.pop()}; a model needs at least two emotions to tell apart.",
            remedy="Add recordings of another emotion.",
        )
    labels = tuple(label for label in EMOTIONS if label in wanted)
    return tuple(clip for clip in clips if clip.label in wanted), labels


def fit_normaliser(examples: Sequence[Example], spec: FeatureSpec) -> Normaliser:
    """Mean and scale of the training clips' frames, level already made relative where the kind says so."""
    kind = spec.normaliser.kind
    if kind in {"none", "utterance"}:
        return spec.normaliser
    size = spec.features
    centred = dataclasses.replace(
        spec, normaliser=dataclasses.replace(spec.normaliser, mean=(0.0,) * size, scale=(1.0,) * size)
    )
    frames = np.concatenate([normalise(example.features[0], centred) for example in examples])
    mean, scale = frames.mean(0, dtype=np.float64), frames.std(0, dtype=np.float64)
    return dataclasses.replace(
        spec.normaliser,
        mean=tuple(round(float(value), 5) for value in mean),
        scale=tuple(round(max(float(value), 1e-3), 5) for value in scale),
    )


def _examples(
    split: Split, labels: tuple[str, ...], request: TrainingRequest, console: Console
) -> tuple[list[Example], list[Example], list[Example]]:
    """Features of training (with variants), validation and test clips, cut to the speech."""
    groups = []
    for name, clips, variants in (
        ("training", split.train, request.variants),
        ("validation", split.validation, 0),
        ("test", split.test, 0),
    ):
        with ProgressLine(console, f"features: {name}", len(clips)) as progress:
            features = extract(clips, request.spec, request.cache, variants=variants, on_clip=progress.step)
        examples = []
        for clip, result in zip(clips, features, strict=True):
            if isinstance(result, Skipped):
                console.print(f"  skipped {result.path}: {result.reason}", style="yellow")
                continue
            start, end = speech_span(result[0], request.spec)
            examples.append(
                Example(result[:, start:end], labels.index(clip.label), clip.corpus, clip.speaker, clip.sex)
            )
        groups.append(examples)
    return groups[0], groups[1], groups[2]


def _measured(
    request: TrainingRequest,
    labels: tuple[str, ...],
    spec: FeatureSpec,
    window_frames: int,
    content: bytes,
    parts: tuple[list[Example], list[Example], list[Example]],
    facts: dict[str, Any],
) -> Manifest:
    """Choose temperature and threshold on validation speakers, then measure on test speakers."""
    manifest = Manifest(
        name=request.out.name,
        title=request.title or request.out.name.replace("-", " ").capitalize(),
        labels=labels,
        spec=spec,
        window_frames=window_frames,
        attention_steps=request.network.steps(window_frames),
        sha256=hashlib.sha256(content).hexdigest(),
        temperature=1.0,
        unsure_below=0.0,
        licence=_licence(facts["corpora"]),
        training=facts,
    )
    temperature = fit_temperature(_answers(manifest, content, parts[1]))
    manifest = dataclasses.replace(manifest, temperature=round(temperature, 4))
    validation = _answers(manifest, content, parts[1])
    threshold = float(np.quantile(validation.probabilities.max(1), _UNSURE_SHARE))
    metrics = {"validation": breakdown(validation, labels, request.seed)}
    if parts[2]:
        metrics["test"] = breakdown(_answers(manifest, content, parts[2]), labels, request.seed)
    return dataclasses.replace(manifest, unsure_below=round(threshold, 4), metrics=metrics)


def _answers(manifest: Manifest, content: bytes, examples: Sequence[Example]) -> Answers:
    """Decisions of the ``.tflite`` in the app's own runtime; a clip is the mean over its windows."""
    runner = Runner(Model(manifest, content, Path(MODEL_FILE)))
    probabilities = [
        np.mean([runner.run(window)[0] for window in windows], axis=0)
        for windows in (
            evaluation_windows(example.features[0], manifest.spec, manifest.window_frames)
            for example in examples
        )
    ]
    return Answers(
        np.array(probabilities, np.float64),
        np.array([example.target for example in examples]),
        tuple(example.speaker for example in examples),
        tuple(example.corpus for example in examples),
        tuple(example.sex for example in examples),
    )


def _facts(request: TrainingRequest, corpora: Sequence[Corpus], split: Split, backend: str) -> dict[str, Any]:
    def speakers(clips: Sequence[Clip], name: str) -> list[str]:
        return sorted({clip.speaker for clip in clips if clip.corpus == name})

    used = [*split.train, *split.validation, *split.test]
    return {
        "seed": request.seed,
        "program": f"ser-desktop {__version__}",
        "python": platform.python_version(),
        "keras_backend": backend,
        "merge": dict(request.merge),
        "variants": request.variants,
        "network": dataclasses.asdict(request.network),
        "corpora": {
            corpus.name: {
                "clips": sum(clip.corpus == corpus.name for clip in used),
                "labels": dict(Counter(clip.label for clip in used if clip.corpus == corpus.name)),
                "speakers": len(speakers(used, corpus.name)),
                "validation_speakers": speakers(split.validation, corpus.name),
                "test_speakers": speakers(split.test, corpus.name),
                "skipped": len(corpus.skipped),
                "licence": corpus.licence,
                "citation": corpus.citation,
            }
            for corpus in corpora
        },
    }


def _licence(corpora: dict[str, Any]) -> str:
    terms = "; ".join(f"{name}: {corpus['licence']}" for name, corpus in corpora.items())
    return (
        "A model carries the terms of the recordings that it was trained on: "
        f"{terms}. Where any of them forbids commercial use, so does the model."
    )


def _tell_clips(
    console: Console, corpora: Sequence[Corpus], clips: Sequence[Clip], labels: tuple[str, ...]
) -> None:
    for corpus in corpora:
        used = [clip for clip in clips if clip.corpus == corpus.name]
        counts = Counter(clip.label for clip in used)
        console.print(
            f"{corpus.name}: {len(used)} of {len(corpus.clips)} clips, "
            f"{len({clip.speaker for clip in used})} speakers; "
            + ", ".join(f"{label} {counts[label]}" for label in labels if counts[label])
        )
        for skipped in corpus.skipped:
            console.print(f"  skipped {skipped.path}: {skipped.reason}", style="yellow")
        if corpus.skipped:
            console.print(f"  {len(corpus.skipped)} files skipped", style="yellow")


def _resume_mismatch(checkpoints: Path, *, resume: bool) -> UserError:
    if resume:
        return UserError(
            "nothing-to-resume",
            "There is no unfinished training to resume.",
            f"{checkpoints} does not exist.",
            "Run the command without --resume.",
        )
    return UserError(
        "unfinished-training",
        "An unfinished training with this name exists.",
        f"Its state is in {checkpoints}.",
        "Add --resume to go on with it, or delete that folder to start again.",
    )
