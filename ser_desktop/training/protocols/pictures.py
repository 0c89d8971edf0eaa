"""A system's confusions as a picture: what was spoken, and as what it was heard."""

from __future__ import annotations

import io
from typing import Any

import numpy as np


def confusion_picture(row: dict[str, Any], title: str) -> bytes:
    """Draw the share of each spoken emotion [row] that was heard as each [column]; return a PNG."""
    from matplotlib.figure import Figure

    counts = np.array(row["confusion"], float)
    shares = 100 * counts / np.maximum(counts.sum(1, keepdims=True), 1)
    labels = row["labels"]
    figure = Figure(figsize=(6.4, 5.6), dpi=100, layout="constrained")
    axes = figure.subplots()
    axes.imshow(shares, cmap="Oranges", vmin=0, vmax=100)
    axes.set_xticks(range(len(labels)), labels, rotation=40, ha="right")
    axes.set_yticks(range(len(labels)), labels)
    axes.set(xlabel="heard, % of what was spoken", ylabel="spoken")
    axes.set_title(title, fontsize="medium")
    for (spoken, heard), share in np.ndenumerate(shares):
        colour = "white" if share > 60 else "black"
        axes.text(heard, spoken, f"{share:.0f}", ha="center", va="center", color=colour)
    image = io.BytesIO()
    figure.savefig(image, format="png", metadata={"Software": None})
    return image.getvalue()
