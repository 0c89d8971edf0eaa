"""The training loop: balanced windows, a look at the validation speakers each epoch, the best kept."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import keras
import numpy as np

from ser_desktop.errors import UserError
from ser_desktop.features.spec import FeatureSpec
from ser_desktop.results import Float32
from ser_desktop.training.architectures import AttentionBilstm, Library
from ser_desktop.training.evaluate import uar
from ser_desktop.training.windows import Example, evaluation_windows, random_window, sampling_weights

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Schedule:
    """How long and how fast to learn; an epoch is ``steps`` batches of freshly drawn windows."""

    seed: int = 1
    epochs: int = 60
    patience: int = 15
    steps: int = 120
    batch: int = 64
    learning_rate: float = 1e-3
    label_smoothing: float = 0.1


@dataclass(frozen=True)
class Epoch:
    """One line of the history, fractions from 0 to 1."""

    number: int
    loss: float
    validation_uar: float


@dataclass(frozen=True)
class Trained:
    """The network with its best weights, and how it got there."""

    model: Any
    history: tuple[Epoch, ...]
    best: Epoch
    interrupted: bool


def fit(
    network: AttentionBilstm,
    spec: FeatureSpec,
    window_frames: int,
    classes: int,
    training: Sequence[Example],
    validation: Sequence[Example],
    schedule: Schedule,
    checkpoints: Path,
    on_batch: Callable[[int, Epoch | None], None] = lambda _batch, _epoch: None,
) -> Trained:
    """Train; continue from ``checkpoints`` where they hold a state. Ctrl-C ends it with the best so far.

    Parameters
    ----------
    on_batch
        Called after each batch with the number of batches done in all, and with the epoch's line when
        one is complete.
    """
    keras.utils.set_random_seed(schedule.seed)
    model = _compiled(network.build(_library(), window_frames, spec.features, classes), schedule)
    windows = BalancedWindows(training, classes, spec, window_frames, schedule)
    keeper = Keeper(
        checkpoints, schedule, windows, ValidationClips(validation, spec, window_frames), on_batch
    )
    keeper.restore(model)
    interrupted = False
    try:
        if not keeper.stop_reason():
            first = len(keeper.history)
            model.fit(windows, epochs=schedule.epochs, initial_epoch=first, callbacks=[keeper], verbose=0)
    except KeyboardInterrupt:
        interrupted = True
    if not keeper.history:
        raise UserError(
            "nothing-trained",
            "Training was stopped before its first epoch ended; there is no model to keep.",
            remedy="Run the same command again and let at least one epoch finish.",
        )
    model.load_weights(keeper.best_file)
    return Trained(model, tuple(keeper.history), keeper.best, interrupted)


class BalancedWindows(keras.utils.PyDataset):  # type: ignore[misc]  # Keras ships no types
    """Batches of random windows; the same seed, epoch and batch number give the same windows."""

    def __init__(
        self,
        examples: Sequence[Example],
        classes: int,
        spec: FeatureSpec,
        window_frames: int,
        schedule: Schedule,
    ) -> None:
        super().__init__()
        self._one_hot = np.eye(classes, dtype=np.float32)
        self._examples = examples
        self._weights = sampling_weights(examples)
        self._spec = spec
        self._window_frames = window_frames
        self._schedule = schedule
        self.epoch = 0

    def __len__(self) -> int:
        return self._schedule.steps

    def __getitem__(self, batch: int) -> tuple[Float32, dict[str, Any]]:
        rng = np.random.default_rng([self._schedule.seed, self.epoch, batch])
        drawn = rng.choice(len(self._examples), self._schedule.batch, p=self._weights)
        examples = [self._examples[index] for index in drawn]
        windows = [random_window(example, self._spec, self._window_frames, rng) for example in examples]
        targets = np.array([example.target for example in examples])
        return np.stack(windows), {"probabilities": self._one_hot[targets]}


class ValidationClips:
    """Held-out speakers' clips as windows; a clip is judged by the mean over its windows."""

    def __init__(self, examples: Sequence[Example], spec: FeatureSpec, window_frames: int) -> None:
        per_clip = [evaluation_windows(example.features[0], spec, window_frames) for example in examples]
        self._windows = np.concatenate(per_clip)
        self._starts = np.cumsum([0, *(len(windows) for windows in per_clip[:-1])])
        self._counts = np.array([len(windows) for windows in per_clip])
        self._targets = np.array([example.target for example in examples])

    def uar(self, model: Any) -> float:
        """Unweighted average recall over the clips."""
        probabilities = model.predict(self._windows, batch_size=256, verbose=0)["probabilities"]
        mean = np.add.reduceat(probabilities, self._starts, axis=0) / self._counts[:, None]
        return uar(self._targets, mean.argmax(1))


class Keeper(keras.callbacks.Callback):  # type: ignore[misc]  # Keras ships no types
    """Keeps the state of a run on disk: the last epoch to go on from, and the best to end with."""

    def __init__(
        self,
        folder: Path,
        schedule: Schedule,
        windows: BalancedWindows,
        validation: ValidationClips,
        on_batch: Callable[[int, Epoch | None], None],
    ) -> None:
        super().__init__()
        self.history: list[Epoch] = []
        self.best_file = folder / "best.weights.h5"
        self._last_file = folder / "last.weights.h5"
        self._state_file = folder / "state.json"
        self._schedule = schedule
        self._windows = windows
        self._validation = validation
        self._on_batch = on_batch
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def best(self) -> Epoch:
        """The epoch with the highest validation UAR, the first of equals."""
        return max(self.history, key=lambda epoch: epoch.validation_uar)

    def stop_reason(self) -> str:
        """Why no further epoch is wanted, or nothing."""
        if len(self.history) >= self._schedule.epochs:
            return "all epochs done"
        if self.history and len(self.history) - 1 - self.best.number >= self._schedule.patience:
            return f"no better for {self._schedule.patience} epochs"
        return ""

    def restore(self, model: Any) -> None:
        """Take up a run where its last finished epoch left it; do nothing where there is none."""
        if self._state_file.exists():
            self.history = [Epoch(**line) for line in json.loads(self._state_file.read_text())]
            model.load_weights(self._last_file)
            _log.info("continuing after epoch %d", len(self.history))

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
        """Draw this epoch's windows."""
        del logs
        self._windows.epoch = epoch

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        """Tell how far the run is."""
        del logs
        self._on_batch(len(self.history) * self._schedule.steps + batch + 1, None)

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        """Listen to the validation speakers; store weights first, the line that vouches for them last."""
        line = Epoch(epoch, float((logs or {})["loss"]), self._validation.uar(self.model))
        self.history.append(line)
        if self.best is line:
            _save_weights(self.model, self.best_file)
        _save_weights(self.model, self._last_file)
        partial = self._state_file.with_suffix(".part")
        partial.write_text(json.dumps([vars(entry) for entry in self.history]))
        partial.replace(self._state_file)
        self._on_batch(len(self.history) * self._schedule.steps, line)
        self.model.stop_training = bool(self.stop_reason())


def _compiled(model: Any, schedule: Schedule) -> Any:
    rate = keras.optimizers.schedules.CosineDecay(schedule.learning_rate, schedule.epochs * schedule.steps)
    loss = keras.losses.CategoricalCrossentropy(label_smoothing=schedule.label_smoothing)
    optimizer = keras.optimizers.AdamW(rate, weight_decay=1e-3, clipnorm=1.0)
    model.compile(optimizer, loss={"probabilities": loss})
    optimizer.build(model.trainable_variables)  # so that a stored state finds its variables
    return model


def _save_weights(model: Any, target: Path) -> None:
    partial = target.with_name(f"part-{target.name}")
    model.save_weights(partial)
    partial.replace(target)


def _library() -> Library:
    return SimpleNamespace(layers=keras.layers, Model=keras.Model, ops=keras.ops)
