"""Kinds of networks, by the name that a recipe calls them."""

from collections.abc import Mapping

from ser_desktop.training.architectures.attention_bilstm import AttentionBilstm
from ser_desktop.training.architectures.dcnn_blstm import DcnnBlstm
from ser_desktop.training.architectures.functional_bilstm import FunctionalBilstm
from ser_desktop.training.architectures.mean_networks import MeanCnn, MeanLstm, MeanMlp
from ser_desktop.training.architectures.network import Library, Network

KINDS: Mapping[str, type[Network]] = {
    "functional-bilstm": FunctionalBilstm,
    "attention-bilstm": AttentionBilstm,
    "mean-mlp": MeanMlp,
    "mean-cnn": MeanCnn,
    "mean-lstm": MeanLstm,
    "dcnn-blstm": DcnnBlstm,
}

__all__ = [
    "KINDS",
    "AttentionBilstm",
    "DcnnBlstm",
    "FunctionalBilstm",
    "Library",
    "MeanCnn",
    "MeanLstm",
    "MeanMlp",
    "Network",
]
