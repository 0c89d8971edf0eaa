"""The same seed gives the same network, stopped and resumed or not; Ctrl-C keeps what there is so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from ser_desktop.errors import UserError
from ser_desktop.training.checkpoints import Checkpoints
from ser_desktop.training.evaluate import uar
from ser_desktop.training.fit import BalancedWindows, Trained, ValidationClips, compiled, fit, library
from ser_desktop.training.schedule import Epoch, Schedule
from ser_desktop.training.windows import evaluation_windows
from tests.training.networks import CLASSES, NETWORK, SPEC, WINDOW_FRAMES, examples

SCHEDULE = Schedule(seed=5, epochs=4, steps=6, batch=16, learning_rate=5e-3)
TOLERANCE = 1e-6  # of weights; on one machine runs were equal to the last bit

OnBatch = Callable[[int, Epoch | None], None]


def run(folder: Path, schedule: Schedule = SCHEDULE, on_batch: OnBatch = lambda _n, _e: None) -> Trained:
    return fit(
        NETWORK,
        SPEC,
        WINDOW_FRAMES,
        CLASSES,
        examples(4, seed=1),
        examples(2, seed=2),
        schedule,
        Checkpoints(folder),
        on_batch,
    )


def interrupt_at(batch: int) -> OnBatch:
    """Press Ctrl-C after so many batches in all."""

    def on_batch(done: int, epoch: Epoch | None) -> None:
        if done == batch and epoch is None:
            raise KeyboardInterrupt

    return on_batch


def weights(model: Any) -> list[np.ndarray]:
    return [np.array(value) for value in model.get_weights()]


def distance(one: Any, other: Any) -> float:
    return max(float(np.abs(a - b).max()) for a, b in zip(weights(one), weights(other), strict=True))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Trained, Path]:
    """Train once without a break; return the outcome and the folder of its state."""
    folder = tmp_path_factory.mktemp("whole")
    return run(folder), folder


def state_weights(folder: Path) -> list[np.ndarray]:
    """Everything that the last epoch left: weights, moving means, the optimizer's memory and step."""
    model = compiled(NETWORK.build(library(), WINDOW_FRAMES, SPEC.features, CLASSES), SCHEDULE)
    Checkpoints(folder).restore_last(model)
    memory = [keras.ops.convert_to_numpy(variable) for variable in model.optimizer.variables]
    return [*weights(model), *memory]


def test_it_learns(whole: tuple[Trained, Path]) -> None:
    """Loss falls, and unheard voices are told apart better than by chance."""
    history = Checkpoints(whole[1]).history
    assert len(history) == SCHEDULE.epochs
    assert history[-1].loss < history[0].loss
    assert Checkpoints(whole[1]).best.validation_uar > 1 / CLASSES + 0.2
    assert not whole[0].interrupted


def test_the_best_epoch_is_what_comes_back(whole: tuple[Trained, Path]) -> None:
    """The model handed over scores on validation what the best line says, and knows which that is."""
    assert whole[0].epoch == Checkpoints(whole[1]).best
    judge = ValidationClips(examples(2, seed=2), SPEC, WINDOW_FRAMES)
    assert judge.uar(whole[0].model) == pytest.approx(Checkpoints(whole[1]).best.validation_uar)


def test_the_same_seed_gives_the_same_network(whole: tuple[Trained, Path], tmp_path: Path) -> None:
    """A figure can be checked by anybody who trains again; another seed is another network."""
    again = run(tmp_path / "again")
    assert distance(again.model, whole[0].model) <= TOLERANCE
    assert Checkpoints(tmp_path / "again").history == Checkpoints(whole[1]).history
    other = run(tmp_path / "other", replace(SCHEDULE, seed=6, epochs=1))
    assert distance(other.model, whole[0].model) > 0.01


@pytest.mark.parametrize(
    "batch", [pytest.param(SCHEDULE.steps + 1, marks=pytest.mark.soak), 3 * SCHEDULE.steps - 1]
)
def test_stopped_and_resumed_is_as_never_stopped(
    whole: tuple[Trained, Path], tmp_path: Path, batch: int
) -> None:
    """Weights, optimizer, learning rate, dropout and windows all go on where the last epoch left them.

    Stopped in the third epoch of four; a soak stops in the second, too.
    """
    first = run(tmp_path, on_batch=interrupt_at(batch))
    assert first.interrupted
    assert len(Checkpoints(tmp_path).history) == batch // SCHEDULE.steps
    keras.utils.set_random_seed(99)  # another program, with other things behind it
    begun_at: list[int] = []
    second = run(tmp_path, on_batch=lambda done, _: begun_at.append(done))
    assert begun_at[0] == batch // SCHEDULE.steps * SCHEDULE.steps
    assert not second.interrupted
    assert Checkpoints(tmp_path).history == Checkpoints(whole[1]).history
    for ours, theirs in zip(state_weights(tmp_path), state_weights(whole[1]), strict=True):
        assert np.abs(ours - theirs).max() <= TOLERANCE
    assert distance(second.model, whole[0].model) <= TOLERANCE


def test_the_average_of_the_weights_is_kept(tmp_path: Path) -> None:
    """Not the last weights, but the running average over all steps; statistics of batches are the last."""
    momentum = 0.7
    schedule = replace(SCHEDULE, epochs=5, steps=1, averaged=momentum)
    after_steps: list[list[np.ndarray]] = []

    def on_batch(_done: int, epoch: Epoch | None) -> None:
        if epoch:
            model = compiled(NETWORK.build(library(), WINDOW_FRAMES, SPEC.features, CLASSES), schedule)
            Checkpoints(tmp_path).restore_last(model)
            after_steps.append(weights(model))

    kept = run(tmp_path, schedule, on_batch)
    assert kept.epoch.number == 4
    assert len(after_steps) == 5
    expected = after_steps[0]
    for later in after_steps[1:]:
        expected = [momentum * a + (1 - momentum) * b for a, b in zip(expected, later, strict=True)]
    trained = [variable.path for variable in kept.model.trainable_variables]
    for variable, average, last in zip(kept.model.weights, expected, after_steps[-1], strict=True):
        wanted = average if variable.path in trained else last
        assert np.abs(keras.ops.convert_to_numpy(variable) - wanted).max() < 1e-5
    kernels = [(a, b) for a, b in zip(expected, after_steps[-1], strict=True) if a.ndim > 1]
    assert min(np.abs(average - last).max() for average, last in kernels) > 1e-5


def test_an_average_stopped_and_resumed_is_as_never_stopped(tmp_path: Path) -> None:
    """The average goes on as well; stopped in the middle, what comes back is the average so far."""
    schedule = replace(SCHEDULE, epochs=3, averaged=0.9)
    whole = run(tmp_path / "whole", schedule)
    first = run(tmp_path / "cut", schedule, interrupt_at(2 * SCHEDULE.steps + 3))
    assert first.interrupted
    assert first.epoch.number == 1
    keras.utils.set_random_seed(99)
    second = run(tmp_path / "cut", schedule)
    assert not second.interrupted
    assert second.epoch == whole.epoch == Checkpoints(tmp_path / "whole").history[-1]
    assert distance(second.model, whole.model) <= TOLERANCE
    assert distance(first.model, whole.model) > 1e-3
    assert distance(run(tmp_path / "cut", schedule).model, whole.model) <= TOLERANCE


def test_a_finished_run_is_not_trained_on(whole: tuple[Trained, Path]) -> None:
    """Resumed after its last epoch (only conversion was cut short) it hands over the same model at once."""
    batches: list[int] = []
    again = run(whole[1], on_batch=lambda done, _: batches.append(done))
    assert batches == [SCHEDULE.epochs * SCHEDULE.steps]
    assert distance(again.model, whole[0].model) == 0


def test_an_interrupt_hands_over_the_best(whole: tuple[Trained, Path], tmp_path: Path) -> None:
    """Not the weights of the moment, which nobody has judged."""
    stopped = run(tmp_path, on_batch=interrupt_at(2 * SCHEDULE.steps + 3))
    history = Checkpoints(tmp_path).history
    assert history == Checkpoints(whole[1]).history[:2]
    judge = ValidationClips(examples(2, seed=2), SPEC, WINDOW_FRAMES)
    assert judge.uar(stopped.model) == pytest.approx(max(epoch.validation_uar for epoch in history))


def test_an_interrupt_in_the_first_epoch_is_told(tmp_path: Path) -> None:
    """There is nothing to keep, so nothing stays, and the same command works again."""
    folder = tmp_path / "a.training"
    with pytest.raises(UserError) as caught:
        run(folder, on_batch=interrupt_at(2))
    assert caught.value.code == "nothing-trained"
    assert not folder.exists()


def test_an_interrupt_in_the_first_writing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights without the line that vouches for them are nothing to keep either."""

    def interrupt(_path: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(UserError) as caught:
        run(tmp_path / "a.training", replace(SCHEDULE, steps=1))
    assert caught.value.code == "nothing-trained"
    assert not list(tmp_path.iterdir())


def test_patience_ends_a_run(tmp_path: Path) -> None:
    """Without a single learnable step nothing gets better, and the first epoch stays the best."""
    run(tmp_path, Schedule(epochs=50, patience=2, steps=1, batch=4, learning_rate=0.0, weight_decay=0.0))
    assert [epoch.validation_uar for epoch in Checkpoints(tmp_path).history] == [
        Checkpoints(tmp_path).best.validation_uar
    ] * 3


def test_batches_are_drawn_by_number() -> None:
    """Seed, epoch and batch decide; each differs from the next, and classes come in one-hot."""
    windows = BalancedWindows(examples(4, seed=1), CLASSES, SPEC, WINDOW_FRAMES, SCHEDULE)
    features, classes = windows.draw(2, 3)
    assert features.shape == (16, WINDOW_FRAMES, SPEC.features)
    assert np.array_equal(classes.sum(1), np.ones(16))
    same, _ = BalancedWindows(examples(4, seed=1), CLASSES, SPEC, WINDOW_FRAMES, SCHEDULE).draw(2, 3)
    assert np.array_equal(features, same)
    for epoch, batch in ((2, 4), (3, 3), (3, 2)):
        assert not np.array_equal(features, windows.draw(epoch, batch)[0])


@pytest.mark.parametrize("mixup", [0.1, 0.4, 5.0])
def test_mixed_windows_are_mostly_themselves(mixup: float) -> None:
    """A window blends with one other of its batch, by at most a half, and so does its class."""
    made = examples(4, seed=1)
    plain, whole = (
        BalancedWindows(made, CLASSES, SPEC, WINDOW_FRAMES, Schedule(mixup=amount)) for amount in (0, mixup)
    )
    (before, own), (windows, targets) = plain.draw(2, 3), whole.draw(2, 3)
    assert (windows.shape, targets.shape) == (before.shape, own.shape)
    assert windows.dtype == targets.dtype == np.float32
    assert targets.sum(1) == pytest.approx(np.ones(len(targets)))
    assert targets.min() >= 0
    shares = (targets * own).sum(1)
    assert shares.min() >= 0.5
    assert shares.min() < 0.8
    for index in np.flatnonzero(shares < 0.99):
        share = shares[index]
        other = (windows[index] - share * before[index]) / (1 - share)
        partner = int(np.abs(before - other).max((1, 2)).argmin())
        assert np.abs(before[partner] - other).max() < 1e-3
        assert targets[index] == pytest.approx(share * own[index] + (1 - share) * own[partner], abs=1e-6)


def test_rare_emotions_are_drawn_as_often() -> None:
    """Of 60, 6 and 6 clips each class fills a third of the windows."""
    made = examples(12, seed=1)
    rare = [e for e in made if e.target == 0] * 3 + [e for e in made if e.target][:12]
    windows = BalancedWindows(rare, CLASSES, SPEC, WINDOW_FRAMES, Schedule(batch=3000))
    assert windows.draw(0, 0)[1].mean(0) == pytest.approx([1 / 3] * 3, abs=0.03)


def test_validation_judges_clips_not_windows(whole: tuple[Trained, Path]) -> None:
    """A long clip counts as much as a short one, by the mean over its windows."""
    clips = examples(2, seed=7)
    means = [
        whole[0].model(evaluation_windows(clip.features[0], SPEC, WINDOW_FRAMES))["probabilities"]
        for clip in clips
    ]
    decisions = np.array([keras.ops.convert_to_numpy(mean).mean(0).argmax() for mean in means])
    expected = uar(np.array([clip.target for clip in clips]), decisions)
    assert ValidationClips(clips, SPEC, WINDOW_FRAMES).uar(whole[0].model) == pytest.approx(expected)
