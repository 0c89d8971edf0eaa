"""A model's picture: how it learned, and what it takes for what on voices that it never met."""

from __future__ import annotations

import io
from typing import Any

import numpy as np

from ser_desktop.inference.manifest import Manifest
from ser_desktop.training.figures import STRANGERS, judged


def picture(manifest: Manifest) -> bytes:
    """Draw loss and validation UAR over the epochs beside the test speakers' confusions; return a PNG."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(12, 5), dpi=100, layout="constrained")
    left, right = figure.subplots(1, 2)
    _learning(left, manifest)
    _confusions(right, manifest)
    image = io.BytesIO()
    figure.savefig(image, format="png", metadata={"Software": None})
    return image.getvalue()


def _learning(axes: Any, manifest: Manifest) -> None:
    """Two curves over the epochs, and the epoch that was kept."""
    history = manifest.training["history"]
    epochs = [line["number"] + 1 for line in history]
    axes.plot(epochs, [line["loss"] for line in history], color="tab:gray", label="loss, training")
    axes.plot(
        epochs,
        [line["validation_uar"] for line in history],
        color="tab:orange",
        label="UAR, validation",
    )
    axes.axvline(manifest.training["kept_epoch"], color="tab:orange", linestyle=":", label="epoch kept")
    axes.set(xlabel="epoch", ylim=(0, None), title="Learning")
    axes.legend()


def _confusions(axes: Any, manifest: Manifest) -> None:
    """Share of each spoken emotion [row] that was heard as each [column], in percent."""
    figures = judged(manifest)["all"]
    counts = np.array(figures["confusion"], float)
    shares = 100 * counts / np.maximum(counts.sum(1, keepdims=True), 1)
    places = range(len(manifest.labels))
    axes.imshow(shares, cmap="Oranges", vmin=0, vmax=100)
    axes.set_xticks(places, manifest.labels, rotation=40, ha="right")
    axes.set_yticks(places, manifest.labels)
    axes.set(xlabel="heard, % of what was spoken", ylabel="spoken")
    whom = "Test speakers" if STRANGERS in manifest.metrics else "Other recordings of the same voices"
    axes.set_title(f"{whom}: UAR {100 * figures['uar']:.1f} %")
    for (row, column), share in np.ndenumerate(shares):
        colour = "white" if share > 60 else "black"
        axes.text(column, row, f"{share:.0f}", ha="center", va="center", color=colour)
