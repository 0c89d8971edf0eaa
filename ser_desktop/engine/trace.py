"""The last seconds as a window draws them: envelope and attention on one time axis."""

from __future__ import annotations

import numpy as np

from ser_desktop.results import Float32, Trace


class TraceBuilder:
    """Columns of ``column_samples``: minimum and maximum of the samples, and the attention paid to them.

    Columns are the model's hops, so column ``k`` begins where frame ``k`` begins. ``began_s`` is the
    stream time of the first sample.
    """

    def __init__(
        self, rate_hz: int, column_samples: int, length_s: float = 10.0, *, began_s: float = 0.0
    ) -> None:
        self._began_s = began_s
        self._rate_hz = rate_hz
        self._step_s = column_samples / rate_hz
        self._column_samples = column_samples
        self._columns = round(length_s / self._step_s)
        self.reset()

    def reset(self) -> None:
        """Empty the picture."""
        self._envelope = np.zeros((self._columns, 2), np.float32)
        self._attention = np.zeros(self._columns, np.float32)
        self._shown = False  # whether somebody else holds the attention that is written to
        self._pending = np.zeros(0, np.float32)
        self._end = 0

    @property
    def end_column(self) -> int:
        """How many columns were drawn: the number of the next one."""
        return self._end

    def goes_on(self, rate_hz: int, column_samples: int) -> bool:
        """Whether another stream, of this rate and with columns of this width, can be drawn on behind it."""
        return (self._rate_hz, self._column_samples) == (rate_hz, column_samples)

    def push(self, samples: Float32) -> None:
        """Take the next samples [n]."""
        self._pending = np.concatenate([self._pending, samples])
        count = len(self._pending) // self._column_samples
        if not count:
            return
        used = count * self._column_samples
        blocks = self._pending[:used].reshape(count, self._column_samples)
        columns = np.stack([blocks.min(1), blocks.max(1)], axis=1)[-self._columns :]
        self._pending = self._pending[used:]
        self._end += count
        self._envelope = np.concatenate([self._envelope[len(columns) :], columns])
        self._attention = np.concatenate(
            [self._attention[len(columns) :], np.zeros(len(columns), np.float32)]
        )
        self._shown = False

    def attend(self, end_column: int, attention: Float32, columns_per_step: int) -> None:
        """Lay attention [S] of a window that ends before ``end_column`` over the picture, its peak at 1.

        Where windows overlap the newest wins; steps that were absent have no weight and change nothing.
        """
        weights = np.repeat(attention / max(float(attention.max(initial=0.0)), 1e-9), columns_per_step)
        end = end_column - (self._end - self._columns)
        begin = end - len(weights)
        weights = weights[max(0, -begin) : max(0, len(weights) - max(0, end - self._columns))]
        if not len(weights):
            return
        if self._shown:
            self._attention, self._shown = self._attention.copy(), False
        begin = max(0, begin)
        picture = self._attention[begin : begin + len(weights)]
        np.copyto(picture, weights, where=weights > 0)

    def trace(self) -> Trace:
        """Return the picture now; its arrays are never written again."""
        self._shown = True
        end_s = self._began_s + self._end * self._step_s
        return Trace(end_s, self._step_s, self._envelope, self._attention)
