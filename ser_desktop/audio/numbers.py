"""The door for samples: what is no sound is met here, where it comes in, and counted."""

from __future__ import annotations

import numpy as np

from ser_desktop.results import Float32

_LOUDEST = np.float32(1e10)  # beyond any unit in use; far beyond it squares overflow


def only_sound(samples: Float32) -> tuple[Float32, int]:
    """Return samples [...] with silence for what is no sound, and in how many places that was.

    Not a number, infinite and absurdly large: a broken driver or file sends such, and one of them would
    poison a filter's memory for ever. What is sound throughout is returned as it is.
    """
    if samples.max(initial=0) < _LOUDEST and samples.min(initial=0) > -_LOUDEST:  # neither holds for a NaN
        return samples, 0
    sound = np.abs(samples) < _LOUDEST
    wrong = sound.size - int(np.count_nonzero(sound))
    return np.where(sound, samples, np.float32(0)), wrong
