"""The only place that knows LiteRT: a normalised window in, probabilities and attention out."""

from __future__ import annotations

import threading

import numpy as np
from ai_edge_litert.interpreter import Interpreter, OpResolverType

from ser_desktop.errors import UserError
from ser_desktop.features.windows import to_window
from ser_desktop.inference.calibration import Adaptation, RunningEstimate, without
from ser_desktop.inference.greeting import without_greeting
from ser_desktop.inference.manifest import Model
from ser_desktop.inference.profile import Profile
from ser_desktop.results import Float32


class Runner:
    """Runs one model, one window at a time, on the calling thread; another thread's question waits.

    Each call starts from a clean state, so windows may come in any order: the fused LSTM keeps its
    state between calls, and is reset before every one.

    With a ``profile`` it hears as suits that person; one that does not fit the model is refused.
    """

    def __init__(self, model: Model, profile: Profile | None = None) -> None:
        self.manifest = manifest = model.manifest
        self._profile = profile
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
            self._signature = self._interpreter.get_signature_runner()
            inputs, outputs = (
                {
                    name: (entry["dtype"].__name__, *map(int, entry["shape"]))
                    for name, entry in details.items()
                }
                for details in (self._signature.get_input_details(), self._signature.get_output_details())
            )
        except (ValueError, RuntimeError) as error:
            raise _unfit(str(error)) from error
        wanted_in = {names.features: ("float32", 1, manifest.window_frames, manifest.spec.features)}
        wanted_out = {names.probabilities: ("float32", 1, len(manifest.labels))}
        if manifest.attention_steps:
            wanted_out[names.attention] = ("float32", 1, manifest.attention_steps)
        if inputs != wanted_in or outputs != wanted_out:
            raise _unfit(
                f"tensors are {inputs} and {outputs}, the manifest says {wanted_in} and {wanted_out}"
            )

    @property
    def personal(self) -> bool:
        """Whether it hears as suits one person."""
        return self._profile is not None

    def run(self, window: Float32) -> tuple[Float32, Float32]:
        """Probabilities [C] after temperature, and attention [S] that sums to one, of a window [T, F]."""
        with self._turn:
            self._interpreter.reset_all_variables()
            outputs = self._signature(**{self.manifest.tensors.features: window[None]})
        raw = outputs[self.manifest.tensors.probabilities][0].astype(np.float64)
        soft = np.maximum(raw, 1e-12) ** (1.0 / self.manifest.temperature)
        attention = outputs.get(self.manifest.tensors.attention)
        empty = np.zeros(0, np.float32)
        return (soft / soft.sum()).astype(np.float32), empty if attention is None else attention[0]

    def predict(self, frames: Float32, adaptation: Adaptation | None = None) -> tuple[Float32, Float32]:
        """Run on raw features [n, F] of any length: the last window of them, normalised and padded.

        ``adaptation`` is what an :meth:`estimate` came to; None for what the profile tells.
        """
        heard_as = adaptation or self._adaptation
        answer, attention = self.run(to_window(frames, heard_as.spec, self.manifest.window_frames))
        if any(heard_as.leaning):
            answer = without(answer, heard_as.leaning).astype(np.float32)
        return answer, attention

    def estimate(self) -> RunningEstimate:
        """Begin to learn what someone sounds like, from what the profile tells."""
        return RunningEstimate(self.manifest, self._profile)


def _unfit(detail: str) -> UserError:
    return UserError(
        "bad-model",
        "This model cannot be run.",
        f"LiteRT says: {detail.rstrip('. ')}.",
        "Install the model again.",
    )
