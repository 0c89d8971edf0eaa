"""Networks, each written once and built twice: in Keras 3 to be trained, in its predecessor to be exported.

Keras 3 converts an LSTM to WHILE loops, which are slow. So a network is a function of the library that
builds it, for export one whose LSTMs are written out; layers carry names, and weights move over by name.
"""

from __future__ import annotations

from typing import Any, ClassVar, Protocol


class Library(Protocol):
    """What a network needs of either Keras.

    ``layers``, ``Model`` and of ``applications`` MobileNetV2; in ``ops``: ``abs``, ``cumsum``,
    ``matmul``, ``max``, ``maximum``, ``min``, ``minimum``, ``reshape``, ``sign``, ``sqrt``, ``square``,
    ``sum``.
    """

    layers: Any
    ops: Any
    applications: Any
    Model: Any


class Network(Protocol):
    """A kind of network with its sizes: a frozen dataclass of plain values."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    def whole_steps(self, frames: int) -> int:
        """Window length next to ``frames`` that the network cuts without a rest, in frames."""

    def steps(self, window_frames: int) -> int:
        """Attention weights over a window of whole steps; 0 where the network has no attention."""

    def build(self, keras: Library, window_frames: int, features: int, classes: int) -> Any:
        """Return a model: features [B, T, F] in, "probabilities" [B, C] out.

        With attention also "attention" [B, S]; with an opinion on people who are known, "personal" [B, C].
        """
