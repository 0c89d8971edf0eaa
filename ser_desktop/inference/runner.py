"""The only place that knows LiteRT: a normalised window in, probabilities, attention and opinion out."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from ai_edge_litert.interpreter import Interpreter, OpResolverType

from ser_desktop.errors import UserError
from ser_desktop.features.windows import to_window
from ser_desktop.inference.calibration import Adaptation, RunningEstimate, centred, heard_as, opinion_of
from ser_desktop.inference.greeting import without_greeting
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.profile import Profile
from ser_desktop.results import Float32

_ROUNDED = 1e-2  # how far the sum of probabilities may be from one
_LONGEST_REASON = 1_000  # a damaged network has names of any length


class Answer(NamedTuple):
    """What a model says of one window.

    Attributes
    ----------
    probabilities
        [C], after temperature; they sum to one.
    attention
        [S]; it sums to one, and is empty where the model has none.
    opinion
        Logits [C] that sum to zero: what it would say of somebody whose average opinion is known, before
        that is taken off.
    """

    probabilities: Float32
    attention: Float32
    opinion: Float32


class Runner:
    """Runs one model, one window at a time, on the calling thread; another thread's question waits.

    Each call starts from a clean state, so windows may come in any order: LiteRT's own LSTM, which
    other programs export, keeps its state between calls, and is reset before every one.

    With a ``profile`` it hears as suits that person; one that does not fit the model is refused.
    """

    def __init__(self, model: Model, profile: Profile | None = None) -> None:
        self.manifest = manifest = model.manifest
        self.profile = profile
        self._turn = threading.Lock()  # there is one interpreter, and it holds one question
        self._adaptation = self.estimate().adaptation
        names = manifest.tensors
        try:
            # With the XNNPACK delegate, which answers in a fifth of the time where weights have 8 bits.
            self._interpreter = Interpreter(
                model_content=model.content,
                num_threads=1,
                experimental_op_resolver_type=OpResolverType.BUILTIN,
            )
            with without_greeting():
                self._interpreter.allocate_tensors()
            signature = self._interpreter.get_signature_runner()
            details_in, details_out = signature.get_input_details(), signature.get_output_details()
        except (ValueError, RuntimeError) as error:
            raise _unfit(str(error)) from error
        wanted_in = {names.features: ("float32", 1, manifest.window_frames, manifest.spec.features)}
        wanted_out = {names.probabilities: ("float32", 1, len(manifest.labels))}
        if manifest.attention_steps:
            wanted_out[names.attention] = ("float32", 1, manifest.attention_steps)
        if names.personal:
            wanted_out[names.personal] = ("float32", 1, len(manifest.labels))
        inputs, outputs = _described(details_in), _described(details_out)
        if inputs != wanted_in or outputs != wanted_out:
            raise _unfit(
                f"tensors are {inputs} and {outputs}, the manifest says {wanted_in} and {wanted_out}"
            )

        # By number from here on: the signature's own call allocates all tensors anew, each time.
        self._input = details_in[names.features]["index"]
        self._outputs = {name: details_out[name]["index"] for name in wanted_out}

    @property
    def personal(self) -> bool:
        """Whether it hears as suits one person."""
        return self.profile is not None

    def run(self, window: Float32) -> Answer:
        """Answer to a stranger's normalised window [T, F].

        Raises
        ------
        UserError
            "bad-answer" where the network says what is no probability, "bad-model" where it cannot be run.
        """
        names, temperature = self.manifest.tensors, self.manifest.temperature
        try:
            with self._turn:
                self._interpreter.reset_all_variables()
                self._interpreter.set_tensor(self._input, window[None])
                self._interpreter.invoke()
                outputs = {name: self._interpreter.get_tensor(at) for name, at in self._outputs.items()}
        except (ValueError, RuntimeError) as error:
            raise _unfit(str(error)) from error
        told = outputs[names.probabilities][0].astype(np.float64)
        if not (told.min() >= 0 and abs(told.sum() - 1) < _ROUNDED):  # nor where they are no numbers
            raise _no_answer(self.manifest.title)
        soft = np.maximum(told, 1e-12) ** (1.0 / temperature)
        probabilities = soft / soft.sum()
        attention = outputs[names.attention][0] if self.manifest.attention_steps else np.zeros(0, np.float32)
        opinion = (
            centred(outputs[names.personal][0]) / temperature if names.personal else opinion_of(probabilities)
        )
        answer = Answer(probabilities.astype(np.float32), attention, opinion.astype(np.float32))
        if not all(np.isfinite(part).all() for part in answer):
            raise _no_answer(self.manifest.title)
        return answer

    def predict(self, frames: Float32, adaptation: Adaptation | None = None) -> Answer:
        """Run on raw features [n, F] of any length: the last window of them, normalised and padded.

        ``adaptation`` is what an :meth:`estimate` came to; None for what the profile tells.
        """
        answer = self.run(to_window(frames, self.manifest.spec, self.manifest.window_frames))
        person = adaptation or self._adaptation
        if person is None or not person.share:
            return answer
        told = heard_as(person, answer.probabilities, answer.opinion)
        return answer._replace(probabilities=told.astype(np.float32))

    def estimate(self) -> RunningEstimate:
        """Begin to learn what someone sounds like, from what the profile tells."""
        return RunningEstimate(self.manifest, self.profile)


def _described(details: Mapping[str, Any]) -> dict[str, tuple[str | int, ...]]:
    """Type and shape of tensors, by name."""
    return {name: (entry["dtype"].__name__, *map(int, entry["shape"])) for name, entry in details.items()}


def _unfit(detail: str) -> UserError:
    return UserError(
        "bad-model",
        "This model cannot be run.",
        "LiteRT says: {reason}.",
        "Install the model again.",
        reason=detail[:_LONGEST_REASON].rstrip(". "),
    )


def _no_answer(title: str) -> UserError:
    return UserError(
        "bad-answer",
        "The model gave an answer that is none.",
        "It is “{model}”. What it told are no probabilities.",
        "Choose another model, or install it again.",
        model=title,
    )
