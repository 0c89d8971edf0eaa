"""Networks that were damaged on purpose, and vouched for: always the same ones, by their number."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from ai_edge_litert import schema_py_generated as schema

from ser_desktop import paths
from ser_desktop.inference.manifest import Model, load
from tests.inference.flatbuffer import changed

_SEED = 20_260_102
_SMALL_BYTES = 64  # shorter buffers are shapes and the like
_EXTREMES = (0, 1, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)


@cache
def whole() -> Model:
    """Return the network that ships."""
    return load(paths.home() / "models" / "general")


@cache
def other() -> Model:
    """Return another one."""
    return load(paths.home() / "models" / "emodb")


@cache
def structure() -> np.ndarray[Any, np.dtype[np.int64]]:
    """Return the places [n] in the file that are no weights: tables, offsets, names, operators."""
    content = np.frombuffer(whole().content, np.uint8)
    is_structure = np.ones(len(content), bool)
    root = schema.Model.GetRootAs(whole().content, 0)
    for index in range(root.BuffersLength()):
        data = root.Buffers(index).DataAsNumpy()
        if isinstance(data, np.ndarray) and len(data) > _SMALL_BYTES:
            start = data.ctypes.data - content.ctypes.data
            is_structure[start : start + len(data)] = False
    return np.flatnonzero(is_structure)


def mutant(number: int) -> tuple[str, Model]:
    """Return what was done, and the network; its manifest has the sum of the new bytes."""
    rng = np.random.default_rng([_SEED, number])
    change = CHANGES[number % len(CHANGES)]
    made = change(rng)
    if isinstance(made, Model):
        return change.__name__.strip("_"), made
    sha256 = hashlib.sha256(made).hexdigest()
    manifest = dataclasses.replace(whole().manifest, sha256=sha256)
    return change.__name__.strip("_"), Model(manifest, bytes(made), Path("mutant"))


def _bits_flipped(rng: np.random.Generator) -> bytearray:
    """Anywhere: mostly in weights."""
    content = bytearray(whole().content)
    for at in rng.integers(len(content), size=rng.integers(1, 65)):
        content[at] ^= 1 << int(rng.integers(8))
    return content


def _structure_flipped(rng: np.random.Generator) -> bytearray:
    content = bytearray(whole().content)
    for at in rng.choice(structure(), size=rng.integers(1, 9)):
        content[at] ^= 1 << int(rng.integers(8))
    return content


def _words_extreme(rng: np.random.Generator) -> bytearray:
    content = bytearray(whole().content)
    for at in rng.choice(structure(), size=rng.integers(1, 4)) // 4 * 4:
        content[at : at + 4] = int(rng.choice(_EXTREMES)).to_bytes(4, "little")
    return content


def _words_shifted(rng: np.random.Generator) -> bytearray:
    """Offsets, indices and sizes a little off are seen least."""
    content = bytearray(whole().content)
    for at in rng.choice(structure(), size=rng.integers(1, 4)) // 4 * 4:
        word = int.from_bytes(content[at : at + 4], "little") + int(rng.integers(-8, 9))
        content[at : at + 4] = (word & 0xFFFFFFFF).to_bytes(4, "little")
    return content


def _cut_off(rng: np.random.Generator) -> bytearray:
    return bytearray(whole().content[: rng.integers(len(whole().content))])


def _grown(rng: np.random.Generator) -> bytearray:
    at, more = int(rng.choice(structure())), rng.bytes(int(rng.integers(1, 5000)))
    content = whole().content
    return bytearray(content + more if rng.random() < 0.5 else content[:at] + more + content[at:])


def _blocks_swapped(rng: np.random.Generator) -> bytearray:
    content, size = bytearray(whole().content), 4 * int(rng.integers(1, 1025))
    one, two = sorted(4 * rng.integers((len(content) - size) // 4, size=2))
    content[one : one + size], content[two : two + size] = (
        content[two : two + size], content[one : one + size],
    )  # fmt: skip
    return content


def _blocks_of_another(rng: np.random.Generator) -> bytearray:
    content, strange = bytearray(whole().content), other().content
    size = 4 * int(rng.integers(1, 1025))
    at = 4 * int(rng.integers((min(len(content), len(strange)) - size) // 4))
    content[at : at + size] = strange[at : at + size]
    return content


def _weights_wild(rng: np.random.Generator) -> bytearray:
    """Floats that are no numbers, infinite or huge."""
    content = bytearray(whole().content)
    at = 4 * int(rng.integers(len(content) // 4 - 400))
    content[at : at + 400] = np.full(100, rng.choice([np.nan, np.inf, 1e38]), "<f4").tobytes()
    return content


def _described_wrongly(rng: np.random.Generator) -> Model:
    """Whole as a file, and wrong in what its tables say."""
    return changed(whole(), lambda inside: _WRONG[rng.integers(len(_WRONG))](inside, rng))


def _shape(inside: Any, rng: np.random.Generator) -> None:
    tensor = _one(inside.subgraphs[0].tensors, rng)
    sizes = [int(rng.choice([0, 1, 7, 300, 1 << 20, (1 << 31) - 1, -1])) for _ in range(rng.integers(0, 5))]
    tensor.shape, tensor.shapeSignature = sizes, None


def _type(inside: Any, rng: np.random.Generator) -> None:
    _one(inside.subgraphs[0].tensors, rng).type = int(rng.integers(0, 18))


def _buffer(inside: Any, rng: np.random.Generator) -> None:
    _one(inside.subgraphs[0].tensors, rng).buffer = int(rng.integers(0, len(inside.buffers) + 3))


def _buffer_short(inside: Any, rng: np.random.Generator) -> None:
    held = [one for one in inside.buffers if one.data is not None and len(one.data)]
    buffer = _one(held, rng)
    buffer.data = np.asarray(buffer.data)[: rng.integers(len(buffer.data))]


def _inputs(inside: Any, rng: np.random.Generator) -> None:
    graph = inside.subgraphs[0]
    step = _one(graph.operators, rng)
    row = list(step.inputs if rng.random() < 0.7 else step.outputs)
    row[rng.integers(len(row))] = int(rng.integers(-2, len(graph.tensors) + 3))
    if len(row) == len(step.inputs):
        step.inputs = row
    else:
        step.outputs = row


def _code(inside: Any, rng: np.random.Generator) -> None:
    code = _one(inside.operatorCodes, rng)
    code.builtinCode = int(rng.integers(0, 210))
    code.deprecatedBuiltinCode = min(code.builtinCode, 127)


def _options(inside: Any, rng: np.random.Generator) -> None:
    step = _one([one for one in inside.subgraphs[0].operators if one.builtinOptions is not None], rng)
    numbers = [name for name, value in vars(step.builtinOptions).items() if isinstance(value, int)]
    if numbers:
        value = int(rng.choice([-1, 0, 2, 1000, (1 << 31) - 1]))
        name = str(rng.choice(numbers))
        kind = type(getattr(step.builtinOptions, name))
        small = name.lower().endswith(("padding", "activationfunction", "type", "format"))
        setattr(step.builtinOptions, name, kind(abs(value) % 100 if small or kind is bool else value))


def _one(held: list[Any], rng: np.random.Generator) -> Any:
    return held[rng.integers(len(held))]


_WRONG = (_shape, _shape, _type, _buffer, _buffer_short, _inputs, _inputs, _code, _options)

CHANGES: tuple[Callable[[np.random.Generator], bytearray | Model], ...] = (
    _bits_flipped, _structure_flipped, _words_extreme, _words_shifted, _cut_off, _grown, _blocks_swapped,
    _blocks_of_another, _weights_wild, _described_wrongly,
)  # fmt: skip
