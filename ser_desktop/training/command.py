"""``ser-desktop train``: from recordings to a model folder, in one go and resumable."""

from __future__ import annotations

import dataclasses
import tempfile
from typing import TYPE_CHECKING, Any

from ser_desktop import __version__
from ser_desktop.errors import UserError
from ser_desktop.inference.manifest import Manifest, Tensors, shown
from ser_desktop.training.backend import choose_backend, quietly
from ser_desktop.training.checkpoints import Checkpoints
from ser_desktop.training.exports import DYNAMIC_RANGE, FLOAT, keep_smallest, told
from ser_desktop.training.figures import honest
from ser_desktop.training.orders import CancelledError
from ser_desktop.training.personal import offer_calibration
from ser_desktop.training.prepare import Material, prepare
from ser_desktop.training.provenance import licence, provenance
from ser_desktop.training.report import refuse_overwriting, write_model
from ser_desktop.training.request import TrainingRequest
from ser_desktop.training.schedule import Epoch
from ser_desktop.training.telling import Phase, Progress

if TYPE_CHECKING:
    from ser_desktop.training.fit import Trained

__all__ = ["TrainingRequest", "train"]


def train(request: TrainingRequest, progress: Progress) -> Manifest:
    """Train, convert, measure and write the model; return its manifest. ``progress`` is told of all.

    The state of the run lies in ``OUT.training`` until its last epoch is done and the model is written.
    ``--resume`` goes on from there, also after Ctrl-C, which writes the best model so far.
    """
    request = dataclasses.replace(request, out=request.out.expanduser().resolve())
    if not (shown(request.out.name) and shown(request.recipe.title)):  # better to learn that now
        raise UserError(
            "bad-name",
            "A model cannot be called so.",
            "Its title, or the name of its folder, does not fit into a line.",
            "Choose another with --title or --out.",
        )
    try:
        refuse_overwriting(request.out, replace=request.replace)
        request.out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=request.out.parent):
            pass  # better to learn now that one may not write there
        checkpoints = Checkpoints(request.state_folder)
        return _train(request, checkpoints, progress)
    except CancelledError as cancelled:
        if cancelled.for_good:
            checkpoints.discard()
        raise
    except OSError as error:
        raise UserError(
            "training-stopped",
            "The training had to stop: a file could not be read or written.",
            "{reason}.",
            "See that there is room, and that you may write there; --resume goes on after the last epoch.",
            reason=str(error),
        ) from error


def _train(request: TrainingRequest, checkpoints: Checkpoints, progress: Progress) -> Manifest:
    if request.resume != bool(checkpoints.history):
        raise _resume_mismatch(checkpoints, resume=request.resume)
    backend = choose_backend()
    progress.remark(f"Keras runs on {backend}.")
    material = prepare(request, progress)
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
        from ser_desktop.training.convert import to_both
    trained = _fit(request, material, checkpoints, progress)
    progress.begin(Phase.MEASURING)
    recipe = request.recipe
    exports = dict(zip((FLOAT, DYNAMIC_RANGE), to_both(trained.model, recipe.network), strict=True))
    facts = {"recipe": recipe.name, **settings, **_outcome(trained, checkpoints)}
    manifest = _manifest(request, material, trained.tensors, facts)
    heard = len(exports) * (2 * len(material.validation) + len(material.test))
    with progress.task(Phase.MEASURING, heard) as task:
        manifest, content = keep_smallest(
            manifest, exports, material.validation, material.test, recipe.schedule.seed, task.step
        )
    progress.remark(told(manifest))
    manifest = offer_calibration(manifest, content, material.training)
    manifest = honest(manifest, strangers=material.strangers)
    progress.begin(Phase.WRITING)
    write_model(request.out, manifest, content, replace=request.replace)
    if trained.interrupted:
        progress.remark("To train on, add --resume --replace to the same command.")
    else:
        checkpoints.discard()
    progress.made(manifest, request.out)
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


def _fit(
    request: TrainingRequest, material: Material, checkpoints: Checkpoints, progress: Progress
) -> Trained:
    from ser_desktop.training.fit import fit

    def on_batch(done: int, epoch: Epoch | None) -> None:
        note = f"epoch {epoch.number + 1}: validation UAR {epoch.validation_uar:.3f}" if epoch else ""
        task.show(done, note)
        if epoch:
            progress.epoch(epoch)

    recipe = request.recipe
    for epoch in checkpoints.history:  # of the training that is resumed
        progress.epoch(epoch)
    with progress.task(Phase.TRAINING, recipe.schedule.epochs * recipe.schedule.steps) as task:
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
        else f"keeping epoch {trained.epoch.number + 1}, the best on validation "
        f"(UAR {trained.epoch.validation_uar:.3f})"
    )
    progress.remark(f"{reason} after epoch {len(checkpoints.history)}; {kept}.")
    return trained


def _resume_mismatch(checkpoints: Checkpoints, *, resume: bool) -> UserError:
    if resume:
        return UserError(
            "nothing-to-resume",
            "There is no unfinished training to resume.",
            "{folder} holds no state of one.",
            "Run the command without --resume.",
            folder=str(checkpoints.folder),
        )
    return UserError(
        "unfinished-training",
        "An unfinished training with this name exists.",
        "Its state is in {folder}.",
        "Add --resume to go on with it, or delete that folder to start again.",
        folder=str(checkpoints.folder),
    )
