"""The protocols: which recordings, which emotions, parted how, and with which recipe if none is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ser_desktop.errors import UserError
from ser_desktop.training.corpora.clip import Clip
from ser_desktop.training.protocols import folds as parting
from ser_desktop.training.protocols.folds import Fold, Folds


@dataclass(frozen=True)
class Protocol:
    """One way to judge a model, the same for every system.

    Attributes
    ----------
    recipe
        What is trained where nobody names another.
    corpora
        Whose clips are parted by ``folds``, by their names on the command line.
    labels
        Emotions that are told apart, after ``merge`` (pairs: from, to); clips of others are left out.
    helpers
        Whole other corpora whose clips are all trained on; a result says so in its own row.
    random
        The same voices are in training and test: the figure is of memory, not of strangers.
    mean_of_folds
        A figure is the mean over the folds, which are tested on quite different recordings; else that of
        all folds' clips together.
    coefficients
        Counts of MFCCs, each tried by itself; empty for those of the recipe.
    """

    id: str
    title: str
    recipe: str
    corpora: tuple[str, ...]
    labels: tuple[str, ...]
    folds: Folds
    merge: tuple[tuple[str, str], ...] = ()
    helpers: tuple[str, ...] = ()
    random: bool = False
    mean_of_folds: bool = False
    coefficients: tuple[int, ...] = ()

    def parted(self, clips: Sequence[Clip], seed: int) -> tuple[Fold, ...]:
        """Folds of the clips of its own corpora; those of all others are trained on, in every fold."""
        own = [clip for clip in clips if clip.corpus in self.corpora]
        helping = tuple(clip for clip in clips if clip.corpus not in self.corpora)
        return tuple(
            Fold(fold.name, fold.train + helping, fold.validation, fold.test)
            for fold in self.folds(own, seed)
        )


_ALL = ("anger", "boredom", "disgust", "fear", "happiness", "neutral", "calm", "sadness", "surprise")
_EMODB = tuple(label for label in _ALL if label not in {"calm", "surprise"})
_RAVDESS = tuple(label for label in _ALL if label != "boredom")
_ENGLISH = tuple(label for label in _RAVDESS if label != "calm")

PROTOCOLS: Mapping[str, Protocol] = {
    protocol.id: protocol
    for protocol in (
        Protocol(
            "P1",
            "EMO-DB: one speaker left out",
            recipe="emodb",
            corpora=("emodb",),
            labels=_EMODB,
            folds=parting.leave_one_speaker_out,
        ),
        Protocol(
            "P2",
            "RAVDESS: four actors left out",
            recipe="ravdess",
            corpora=("ravdess",),
            labels=_RAVDESS,
            folds=parting.ravdess_actors,
        ),
        Protocol(
            "P3",
            "TESS: from one speaker to the other",
            recipe="tess",
            corpora=("tess",),
            labels=_ENGLISH,
            folds=parting.speaker_to_others,
            mean_of_folds=True,
        ),
        Protocol(
            "P4",
            "One corpus left out",
            recipe="four",
            corpora=("emodb", "ravdess", "tess", "emovo", "ased", "urdu"),
            labels=("anger", "happiness", "neutral", "sadness"),
            folds=parting.leave_one_corpus_out,
            mean_of_folds=True,
        ),
        Protocol(
            "S1",
            "EMO-DB: 20 clips of each emotion at random",
            recipe="emodb-attention-bilstm",
            corpora=("emodb",),
            labels=_EMODB,
            folds=parting.some_of_each_label(20),
            random=True,
        ),
        Protocol(
            "S2",
            "SAVEE: a fifth of the clips at random",
            recipe="savee-attention-bilstm",
            corpora=("savee",),
            labels=_ENGLISH,
            folds=parting.share_of_all(0.2),
            random=True,
        ),
        Protocol(
            "S3",
            "TESS: a third of each of five emotions at random",
            recipe="tess-mlp",
            corpora=("tess",),
            labels=("anger", "fear", "happiness", "neutral", "sadness"),
            folds=parting.share_of_each_label(1 / 3),
            random=True,
            coefficients=(13, 20, 30, 40, 50),
        ),
        # The minority class is oversampled by every training: it draws all classes equally often.
        Protocol(
            "S4",
            "RAVDESS: a fifth of the clips at random",
            recipe="ravdess-cnn",
            corpora=("ravdess",),
            labels=_RAVDESS,
            folds=parting.share_of_all(0.2),
            random=True,
        ),
    )
}
"""Every protocol that trains models, by its id."""


def find(protocol_id: str) -> Protocol:
    """Return the protocol called so, letter case aside."""
    try:
        return PROTOCOLS[protocol_id.upper()]
    except KeyError:
        raise UserError(
            "no-protocol", f"There is no protocol “{protocol_id}”.", f"There are: {', '.join(PROTOCOLS)}."
        ) from None
