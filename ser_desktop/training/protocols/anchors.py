"""What a figure is to be compared with: figures of others, and what is aimed at; in percent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Anchor:
    """A figure that was not measured by this program.

    ``published`` figures are those of papers, on their own copies and, often, other splits; the others were
    measured beforehand on the very recordings and splits of the protocol.
    """

    system: str
    figure: str
    published: bool = True


@dataclass(frozen=True)
class Target:
    """What must be reached and what is aimed at, in percent, of "uar" or "accuracy"."""

    must: float
    aims: tuple[float, ...]
    measure: str = "uar"


ANCHORS: Mapping[str, tuple[Anchor, ...]] = {
    "P1": (
        Anchor("eGeMAPS + SVC, normalised globally / per speaker", "65.0 / 78.6", published=False),
        Anchor("ComParE + SVC, normalised globally / per speaker", "77.2 / 85.6", published=False),
        Anchor("ComParE + SVC", "77.1"),
        Anchor("2-D / 3-D ACRNN", "79.4 / 82.8 ± 5.0"),
        Anchor(
            "DCNN-BLSTM with attention, pretrained on ImageNet (independence of speakers not confirmed)",
            "87.9",
        ),
        Anchor("wav2vec2 + SVC (large, pretrained)", "93.4"),
        Anchor("people", "84 to 86"),
    ),
    "P2": (
        Anchor("eGeMAPS + SVC, normalised globally / per speaker", "49.0 / 61.8", published=False),
        Anchor("ComParE + SVC, normalised globally / per speaker", "54.3 / 64.3", published=False),
        Anchor("LSTM + attention", "53.5 to 58.9"),
        Anchor("residual LSTM + attention, 47 k parameters", "62.3 ± 1.2"),
        Anchor("wav2vec2-base (pretrained)", "54.3"),
        Anchor("HuBERT-base (pretrained)", "65.4"),
        Anchor("WavLM-large (pretrained)", "72.0"),
        Anchor("Whisper-large (pretrained)", "75.3"),
        Anchor("people", "60 to 67"),
    ),
    "P3": (
        Anchor("log-mel CNN (recall of happiness 0)", "77.2 accuracy"),
        Anchor("people", "82"),
    ),
    "P4": (
        Anchor(
            "eGeMAPS + SVC, normalised globally / per corpus / per speaker",
            "43.8 / 50.9 / 52.2",
            published=False,
        ),
        Anchor("usual for small models", "40 to 45"),
        Anchor("CNN14 (trained on one large corpus)", "41 to 52"),
        Anchor("wav2vec2-large-robust (trained on one large corpus)", "54 to 75"),
        Anchor("WavLM-large (trained on one large corpus)", "64 to 91"),
    ),
    "P5": (
        Anchor("SVC with statistics of all the speaker's clips (the bound)", "+8 to +14", published=False),
        Anchor("networks with statistics of all the speaker's clips", "+8.6"),
    ),
    "S1": (
        Anchor("attention BLSTM, with / without attention (chosen on the test clips)", "90 / 75 accuracy"),
    ),
    "S2": (Anchor("attention BLSTM (binary accuracy, where knowing nothing scores 85.7)", "95 claimed"),),
    "S3": (Anchor("MLP over 30 to 50 mean MFCCs", "96 to 99 accuracy"),),
    "S4": (Anchor("CNN / LSTM / MLP over mean MFCCs", "60 / 51 / 47 accuracy"),),
}
"""Figures of others, by protocol."""

TARGETS: Mapping[str, Target] = {
    "P1": Target(77.1, (85.0, 87.9)),
    "P2": Target(60.0, (65.4, 70.0)),
    "P3": Target(65.0, (77.0,)),
    "P4": Target(47.0, (55.0,)),
    "S1": Target(86.0, (95.0,), "accuracy"),
    "S3": Target(99.0, (99.9,), "accuracy"),
    "S4": Target(75.0, (90.0,), "accuracy"),
}
"""What is wanted of a model of at most two million parameters, trained from scratch."""
