"""What is no sound is met at the door, and counted: nothing behind it ever sees a NaN."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from ser_desktop.audio.numbers import only_sound
from ser_desktop.results import Float32

shapes = arrays.array_shapes(max_dims=2, min_side=0, max_side=40)
any_samples = arrays.arrays(np.float32, shapes, elements=st.floats(width=32) | st.just(np.float32(1e10)))


@given(any_samples)
def test_numbers_stay_and_the_rest_is_silent_and_counted(samples: Float32) -> None:
    """To the last bit, subnormal ones too; the caller's own array is left as it is."""
    before = samples.copy()
    sound, wrong = only_sound(samples)
    fine = np.isfinite(samples) & (np.abs(samples) < 1e10)
    np.testing.assert_array_equal(sound, np.where(fine, samples, 0))
    assert sound.dtype == np.float32
    assert wrong == np.count_nonzero(~fine)
    np.testing.assert_array_equal(samples, before)


@given(any_samples)
def test_what_has_passed_passes_again(samples: Float32) -> None:
    """A second door changes nothing and costs no copy."""
    sound, _ = only_sound(samples)
    again, wrong = only_sound(sound)
    assert again is sound
    assert wrong == 0


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e10, -3e38])
def test_each_kind_is_met(value: float) -> None:
    """All that is no sound, alone among samples that are."""
    sound, wrong = only_sound(np.array([0.5, value, -0.5], np.float32))
    assert (sound.tolist(), wrong) == ([0.5, 0.0, -0.5], 1)
