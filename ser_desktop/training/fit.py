"""The training loop: balanced windows, a look at validation speakers, the best or the average kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import keras
import numpy as np

from ser_desktop.features.spec import FeatureSpec
from ser_desktop.inference.manifest import Tensors
from ser_desktop.results import Float32
from ser_desktop.training import opinion
from ser_desktop.training.architectures import Library, Network
from ser_desktop.training.checkpoints import Checkpoints
from ser_desktop.training.evaluate import clip_means, uar
from ser_desktop.training.lstm import LSTM
from ser_desktop.training.orders import nothing_trained
from ser_desktop.training.schedule import Epoch, Schedule
from ser_desktop.training.windows import Example, evaluation_windows, random_window, sampling_weights


@dataclass(frozen=True)
class Trained:
    """The network with the weights that are kept, of which epoch, and whether Ctrl-C ended the training."""

    model: Any
    epoch: Epoch
    interrupted: bool

    @property
    def tensors(self) -> Tensors:
        """Names of what the network takes and tells."""
        return Tensors(personal=opinion.OUTPUT) if opinion.OUTPUT in self.model.output else Tensors()


def fit(
    network: Network,
    spec: FeatureSpec,
    window_frames: int,
    classes: int,
    training: Sequence[Example],
    validation: Sequence[Example],
    schedule: Schedule,
    checkpoints: Checkpoints,
    on_batch: Callable[[int, Epoch | None], None] = lambda _batches, _epoch: None,
) -> Trained:
    """Train; go on from ``checkpoints`` where they hold a state. Ctrl-C ends it with the best so far.

    Parameters
    ----------
    on_batch
        Called at the beginning and after each batch with the number of batches done in all, and with the
        epoch's line when one is complete.

    Raises
    ------
    UserError
        Ctrl-C came before the first epoch was complete.
    """
    keras.utils.set_random_seed(schedule.seed)
    model = compiled(network.build(library(), window_frames, spec.features, classes), schedule)
    if checkpoints.history:
        checkpoints.restore_last(model)
    windows = BalancedWindows(training, classes, spec, window_frames, schedule)
    judge = ValidationClips(validation, spec, window_frames)
    interrupted = False
    try:
        on_batch(len(checkpoints.history) * schedule.steps, None)
        while not schedule.over(checkpoints.history):
            number = len(checkpoints.history)
            epoch = Epoch(number, learn(model, windows, schedule, number, on_batch), *judge.figures(model))
            checkpoints.commit(model, epoch)
            on_batch(len(checkpoints.history) * schedule.steps, epoch)
    except KeyboardInterrupt:
        interrupted = True
    if not checkpoints.history:
        checkpoints.discard()
        raise nothing_trained()
    epoch = _keep(model, schedule, checkpoints)
    if opinion.OUTPUT in model.output:
        opinion.learn_opinion(model, training, spec, window_frames, seed=schedule.seed)
    return Trained(model, epoch, interrupted)


def _keep(model: Any, schedule: Schedule, checkpoints: Checkpoints) -> Epoch:
    """Take up the weights to end with; return the epoch whose they are."""
    if not schedule.averaged:
        checkpoints.restore_best(model)
        return checkpoints.best
    checkpoints.restore_last(model)
    model.optimizer.finalize_variable_values(model.trainable_variables)
    return checkpoints.history[-1]


class BalancedWindows:
    """Batches of random windows; the same seed, epoch and batch number give the same windows."""

    def __init__(
        self,
        examples: Sequence[Example],
        classes: int,
        spec: FeatureSpec,
        window_frames: int,
        schedule: Schedule,
    ) -> None:
        self._one_hot = np.eye(classes, dtype=np.float32)
        self._examples = examples
        self._weights = sampling_weights(examples)
        self._spec = spec
        self._window_frames = window_frames
        self._schedule = schedule

    def draw(self, epoch: int, batch: int) -> tuple[Float32, Float32]:
        """Windows [B, T, F] and their classes, one-hot [B, C]."""
        rng = np.random.default_rng([self._schedule.seed, epoch, batch])
        drawn = rng.choice(len(self._examples), self._schedule.batch, p=self._weights)
        examples = [self._examples[index] for index in drawn]
        windows = [random_window(example, self._spec, self._window_frames, rng) for example in examples]
        targets = self._one_hot[[example.target for example in examples]]
        return _mix(np.stack(windows), targets, self._schedule.mixup, rng)

    def ahead(self, epoch: int) -> Iterator[tuple[Float32, Float32]]:
        """Batches of an epoch in their order; the next is drawn while the network learns from one."""
        with ThreadPoolExecutor(1, "windows") as pool:
            batches = range(self._schedule.steps)
            coming = pool.submit(self.draw, epoch, 0)
            for batch in batches:
                drawn = coming.result()
                if batch + 1 in batches:
                    coming = pool.submit(self.draw, epoch, batch + 1)
                yield drawn


def _mix(
    windows: Float32, targets: Float32, mixup: float, rng: np.random.Generator
) -> tuple[Float32, Float32]:
    """Blend each window [B, T, F] with another of its batch, the larger share its own; targets alike."""
    if not mixup:
        return windows, targets
    share = rng.beta(mixup, mixup, len(windows)).astype(np.float32)
    share = np.maximum(share, 1 - share)[:, None]
    other = rng.permutation(len(windows))
    return (
        windows * share[..., None] + windows[other] * (1 - share[..., None]),
        targets * share + targets[other] * (1 - share),
    )


class ValidationClips:
    """Held-out speakers' clips as windows; a clip is judged by the mean over its windows."""

    def __init__(self, examples: Sequence[Example], spec: FeatureSpec, window_frames: int) -> None:
        per_clip = [
            evaluation_windows(np.asarray(example.features[0], np.float32), spec, window_frames)
            for example in examples
        ]
        self._windows = np.concatenate(per_clip)
        self._counts = [len(windows) for windows in per_clip]
        self._targets = np.array([example.target for example in examples])

    def uar(self, model: Any) -> float:
        """Unweighted average recall over the clips."""
        return self.figures(model)[0]

    def figures(self, model: Any) -> tuple[float, float]:
        """Unweighted average recall over the clips, and their cross-entropy in nats."""
        probabilities = model.predict(self._windows, batch_size=256, verbose=0)["probabilities"]
        clips = clip_means(probabilities, self._counts)
        true = clips[np.arange(len(clips)), self._targets]
        return uar(self._targets, clips.argmax(1)), float(-np.log(np.maximum(true, 1e-7)).mean())


def compiled(model: Any, schedule: Schedule) -> Any:
    """Make a network ready to learn, or to take up a stored state."""
    rate = keras.optimizers.schedules.CosineDecay(schedule.learning_rate, schedule.epochs * schedule.steps)
    loss = keras.losses.CategoricalCrossentropy(label_smoothing=schedule.label_smoothing)
    optimizer = keras.optimizers.AdamW(
        rate,
        weight_decay=schedule.weight_decay,
        clipnorm=1.0,
        use_ema=schedule.averaged > 0,
        ema_momentum=schedule.averaged,
    )
    model.compile(optimizer, loss={"probabilities": loss})
    optimizer.build(model.trainable_variables)  # so that a stored state finds its variables
    return model


def library() -> Library:
    """Keras 3, as networks ask for it, with a faster LSTM."""
    layers = SimpleNamespace(**{**vars(keras.layers), "LSTM": LSTM})
    return SimpleNamespace(layers=layers, ops=keras.ops, applications=keras.applications, Model=keras.Model)


def learn(
    model: Any,
    windows: BalancedWindows,
    schedule: Schedule,
    epoch: int,
    on_batch: Callable[[int, Epoch | None], None] = lambda _batches, _epoch: None,
) -> float:
    """One epoch; return its mean loss."""
    _set_chance(model, schedule, epoch)
    losses = []
    for batch, (features, classes) in enumerate(windows.ahead(epoch)):
        told = model.train_on_batch(features, {"probabilities": classes}, return_dict=True)
        losses.append(float(told["loss"]))
        on_batch(epoch * schedule.steps + batch + 1, None)
    return float(np.mean(losses))


def _set_chance(model: Any, schedule: Schedule, epoch: int) -> None:
    """Bring dropout to where it stands after ``epoch`` epochs: Keras stores the state of no generator."""
    keras.utils.set_random_seed((schedule.seed + 7919 * epoch) % 2**32)  # torch's is the process's own
    for variable in model.variables:
        if variable.name == "seed_generator_state":
            seed, _ = keras.ops.convert_to_numpy(variable)
            variable.assign([seed, epoch * schedule.steps])
