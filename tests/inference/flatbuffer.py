"""Look into a ``.tflite`` and change it, through the schema that LiteRT carries."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import flatbuffers  # type: ignore[import-untyped]  # the library says nothing of types
from ai_edge_litert import schema_py_generated as schema

from ser_desktop.inference.manifest import Model


def opened(content: bytes) -> Any:
    """Return the model as objects of the schema."""
    return schema.ModelT.InitFromObj(schema.Model.GetRootAs(content, 0))


def operators(content: bytes) -> list[str]:
    """Names of the operators in all graphs of a model, in order; a custom one is CUSTOM and its name."""
    names = {value: name for name, value in vars(schema.BuiltinOperator).items() if name.isupper()}
    inside = opened(content)
    codes = [
        f"{names[max(code.builtinCode, code.deprecatedBuiltinCode)]} {(code.customCode or b'').decode()}"
        for code in inside.operatorCodes
    ]
    return [codes[step.opcodeIndex].strip() for graph in inside.subgraphs for step in graph.operators]


def foreign(content: bytes) -> list[str]:
    """Name operators that no network of ours has: loops, calls, those that keep a state, and custom ones."""
    names = operators(content)
    return [name for name in names if name.startswith(("WHILE", "CUSTOM", "CALL", "IF")) or "LSTM" in name]


def changed(model: Model, change: Callable[[Any], None], **manifest: Any) -> Model:
    """Return the model after a change of its content; the manifest vouches for the new bytes."""
    inside = opened(model.content)
    change(inside)
    builder = flatbuffers.Builder(len(model.content))
    builder.Finish(inside.Pack(builder), b"TFL3")
    content = bytes(builder.Output())
    sha256 = hashlib.sha256(content).hexdigest()
    return Model(dataclasses.replace(model.manifest, sha256=sha256, **manifest), content, Path("changed"))
