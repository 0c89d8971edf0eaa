"""Every recipe that is bundled describes a system that can be built."""

from __future__ import annotations

import keras
import pytest

from ser_desktop.results import EMOTIONS
from ser_desktop.training.fit import library
from ser_desktop.training.recipes import load, names

LARGEST = 2_000_000
PROMISED = {
    "emodb",
    "emodb-attention-bilstm",
    "general",
    "ravdess-cnn",
    "ravdess-dcnn-blstm",
    "ravdess-lstm",
    "ravdess-mlp",
    "savee-attention-bilstm",
    "tess-mlp",
}


def test_the_promised_ones_are_bundled() -> None:
    """The two that ship, and the published designs."""
    assert set(names()) >= PROMISED


@pytest.mark.parametrize("name", names())
def test_a_bundled_recipe_can_be_built(name: str) -> None:
    """Its network fits its features and stays small; it names what it learns from and tells apart."""
    recipe = load(name)
    assert recipe.name == name
    assert recipe.corpora
    assert recipe.labels == tuple(label for label in EMOTIONS if label in recipe.labels)
    features, classes = recipe.spec.features, len(recipe.labels or EMOTIONS)
    model = recipe.network.build(library(), recipe.window_frames, features, classes)
    assert model.input_shape == (None, recipe.window_frames, features)
    assert model.count_params() <= LARGEST
    keras.backend.clear_session()
