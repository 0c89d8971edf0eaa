"""``ser-desktop train``: from recordings to a model folder, in one go and resumable."""

from __future__ import annotations

import dataclasses
import tempfile
from typing import TYPE_CHECKING, Any

from rich.console import Console

from ser_desktop import __version__
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Manifest, Tensors
from ser_desktop.training.backend import choose_backend, quietly
from ser_desktop.training.checkpoints import Checkpoints
from ser_desktop.training.exports import DYNAMIC_RANGE, FLOAT, keep_smallest, told
from ser_desktop.training.personal import offer_calibration
from ser_desktop.training.prepare import Material, prepare
from ser_desktop.training.progress import ProgressLine
from ser_desktop.training.provenance import licence, provenance
from ser_desktop.training.report import refuse_overwriting, write_model
from ser_desktop.training.request import TrainingRequest
from ser_desktop.training.schedule import Epoch

if TYPE_CHECKING:
    from ser_desktop.training.fit import Trained

__all__ = ["TrainingRequest", "train"]


def train(request: TrainingRequest, console: Console | None = None) -> Manifest:
    """Train, convert, measure and write the model; return its manifest. Progress goes to ``console``.

    The state of the run lies in ``OUT.training`` until its last epoch is done and the model is written.
    ``--resume`` goes on from there, also after Ctrl-C, which writes the best model so far.
    """
    request = dataclasses.replace(request, out=request.out.expanduser().resolve())
    try:
        refuse_overwriting(request.out, replace=request.replace)
        request.out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=request.out.parent):
            pass  # better to learn now that one may not write there
        return _train(request, Checkpoints(request.state_folder), console or Console())
    except OSError as error:
        raise UserError(
            "training-stopped",
            "The training had to stop: a file could not be read or written.",
            f"{error}.",
            "See that there is room, and that you may write there; --resume goes on after the last epoch.",
        ) from error


def _train(request: TrainingRequest, checkpoints: Checkpoints, console: Console) -> Manifest:
    if request.resume != bool(checkpoints.history):
        raise _resume_mismatch(checkpoints, resume=request.resume)
    backend = choose_backend()
    console.print(f"Keras runs on {backend}.")
    material = prepare(request, console)
    settings = {**request.settings(), "labels": material.labels, "keras_backend": backend}
    checkpoints.agree_on(
        {
            **settings,
            "features": request.recipe.spec.to_json(),
            "recordings": material.digest(),
            "program": __version__,
        }
    )
    with quietly():
        from ser_desktop.training.convert import to_tflite
    trained = _fit(request, material, checkpoints, console)
    recipe = request.recipe
    exports = {
        FLOAT: to_tflite(trained.model, recipe.network),
        DYNAMIC_RANGE: to_tflite(trained.model, recipe.network, dynamic_range=True),
    }
    facts = {"recipe": recipe.name, **settings, **_outcome(trained, checkpoints)}
    manifest = _manifest(request, material, trained.tensors, facts)
    heard = len(exports) * (2 * len(material.validation) + len(material.test))
    with ProgressLine(console, "measuring", heard) as progress:
        manifest, content = keep_smallest(
            manifest, exports, material.validation, material.test, recipe.schedule.seed, progress.step
        )
    console.print(told(manifest))
    manifest = offer_calibration(manifest, content, material.training)
    write_model(request.out, manifest, content, replace=request.replace)
    if trained.interrupted:
        console.print("To train on, add --resume --replace to the same command.")
    else:
        checkpoints.discard()
    return manifest


def _manifest(
    request: TrainingRequest, material: Material, tensors: Tensors, facts: dict[str, Any]
) -> Manifest:
    """Say all of the model but in which export it is kept, and what that is worth."""
    training = {**facts, **provenance(material)}
    recipe = request.recipe
    return Manifest(
        name=request.out.name,
        title=recipe.title,
        labels=material.labels,
        spec=material.spec,
        window_frames=recipe.window_frames,
        attention_steps=recipe.network.steps(recipe.window_frames),
        sha256="",
        temperature=1.0,
        unsure_below=0.0,
        licence=licence(training["corpora"]),
        tensors=tensors,
        training=training,
    )


def _outcome(trained: Trained, checkpoints: Checkpoints) -> dict[str, Any]:
    return {
        "parameters": int(trained.model.count_params()),
        "kept_epoch": trained.epoch.number + 1,
        "interrupted": trained.interrupted,
        "history": [dataclasses.asdict(epoch) for epoch in checkpoints.history],
    }


def _fit(request: TrainingRequest, material: Material, checkpoints: Checkpoints, console: Console) -> Trained:
    from ser_desktop.training.fit import fit

    def on_batch(done: int, epoch: Epoch | None) -> None:
        note = f"epoch {epoch.number + 1}: validation UAR {epoch.validation_uar:.3f}" if epoch else ""
        progress.show(done, note)

    recipe = request.recipe
    with ProgressLine(console, "training", recipe.schedule.epochs * recipe.schedule.steps) as progress:
        trained = fit(
            recipe.network,
            material.spec,
            recipe.window_frames,
            len(material.labels),
            material.training,
            material.validation,
            recipe.schedule,
            checkpoints,
            on_batch,
        )
    reason = "Stopped by you" if trained.interrupted else "Done"
    kept = (
        "keeping the weights' average"
        if request.recipe.schedule.averaged
        else f"keeping epoch {trained.epoch.number + 1}, the best on validation speakers "
        f"(UAR {trained.epoch.validation_uar:.3f})"
    )
    console.print(f"{reason} after epoch {len(checkpoints.history)}; {kept}.")
    return trained


def _resume_mismatch(checkpoints: Checkpoints, *, resume: bool) -> UserError:
    if resume:
        return UserError(
            "nothing-to-resume",
            "There is no unfinished training to resume.",
            f"{checkpoints.folder} holds no state of one.",
            "Run the command without --resume.",
        )
    return UserError(
        "unfinished-training",
        "An unfinished training with this name exists.",
        f"Its state is in {checkpoints.folder}.",
        "Add --resume to go on with it, or delete that folder to start again.",
    )
