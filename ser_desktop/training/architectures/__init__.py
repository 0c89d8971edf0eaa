"""Kinds of networks, by the name that a recipe calls them."""

from collections.abc import Mapping

from ser_desktop.training.architectures.attention_bilstm import AttentionBilstm
from ser_desktop.training.architectures.network import Library, Network

KINDS: Mapping[str, type[Network]] = {
    "attention-bilstm": AttentionBilstm,
}

__all__ = ["KINDS", "AttentionBilstm", "Library", "Network"]
