"""The picture of a training shows this model's run, for a network of any size of label set."""

from __future__ import annotations

import dataclasses
import struct

from ser_desktop.inference.manifest import load
from ser_desktop.training.picture import picture
from tests.training.conftest import Trained


def test_picture_is_of_this_training(trained: Trained) -> None:
    """A PNG of the size that a card can hold; the same manifest draws the same, another history another."""
    manifest = load(trained.folder).manifest
    drawn = picture(manifest)
    assert drawn.startswith(b"\x89PNG")
    assert struct.unpack(">II", drawn[16:24]) == (1200, 500)
    assert drawn == picture(manifest)
    *before, last = manifest.training["history"]
    worse = {**manifest.training, "history": [*before, {**last, "loss": 2 * last["loss"]}]}
    assert drawn != picture(dataclasses.replace(manifest, training=worse))
