"""Where in a recording somebody speaks, by its energy alone: a judge that no detector had a say in."""

from __future__ import annotations

import numpy as np

from ser_desktop.results import Float32

_QUIETEST_DB = 30.0  # speech is at most so far below the recording's loudest moment
_ABOVE_FLOOR_DB = 10.0  # and at least so far above its background
_LASTING = 3  # frames in a row: a click is no speech


def spoken_span(samples: Float32, rate_hz: int) -> tuple[int, int]:
    """First and last sample (exclusive) of what is said in a clip [n] of one utterance.

    Frames of 10 ms count as speech where three in a row are within 30 dB of the loudest and 10 dB above
    the background, which is the level that a tenth of the frames stay below. Where nothing stands out
    (a steady tone, silence), all of the clip counts.
    """
    hop = rate_hz // 100
    frames = samples[: len(samples) // hop * hop].reshape(-1, hop)
    level_db = 10 * np.log10(np.maximum(np.mean(np.square(frames, dtype=np.float64), axis=1), 1e-12))
    if len(level_db) < _LASTING:
        return 0, len(samples)
    floor_db = np.quantile(level_db, 0.1) + _ABOVE_FLOOR_DB
    loud = level_db >= max(level_db.max() - _QUIETEST_DB, floor_db)
    lasting = np.flatnonzero(np.convolve(loud, np.ones(_LASTING), "valid") == _LASTING)
    if not len(lasting):
        return 0, len(samples)
    return int(lasting[0]) * hop, (int(lasting[-1]) + _LASTING) * hop
