"""Where a network's time goes, operator by operator, as LiteRT runs it with XNNPACK on one thread.

The Python package has no profiler, so the graph is cut behind each operator in turn: what one more operator
adds to the time of those before it is its own. The order is that of the file; an operator that XNNPACK runs
together with others may come out at nothing, and another of its group dearer. Operators that follow each
other and make a few hundred numbers each, as the steps of an LSTM do, are taken together.

    python -m benchmarks.speed.operators [models/general/model.tflite]
"""

from __future__ import annotations

import argparse
import statistics
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from ai_edge_litert.interpreter import Interpreter, OpResolverType
from tensorflow.lite.python.schema_py_generated import BuiltinOperator
from tensorflow.lite.tools import flatbuffer_utils

from benchmarks.speed.measuring import processor_s_of
from ser_desktop.paths import home

_ROUNDS = 15
_FEW = 600  # numbers
_NAMES = {number: name for name, number in vars(BuiltinOperator).items() if not name.startswith("_")}


def main() -> None:
    """Print the dearest operators, and the sums by kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("file", nargs="?", type=Path, default=home() / "models" / "general" / "model.tflite")
    parser.add_argument("--most", type=int, default=15, help="how many of the dearest are told")
    given = parser.parse_args()
    content = given.file.read_bytes()
    steps = cut(content)
    total_s = sum(took_s for _, took_s in steps)
    kinds: Counter[str] = Counter()
    for name, took_s in steps:
        kinds[name.split(" ")[0]] += round(1e6 * took_s)
    print(f"{given.file.parent.name}: {1000 * total_s:.2f} ms")
    for kind, took_us in kinds.most_common():
        print(f"  {took_us / 1000:7.3f} ms  {took_us / total_s / 1e4:5.1f} %  {kind}")
    print("the dearest:")
    for name, took_s in sorted(steps, key=lambda step: -step[1])[: given.most]:
        print(f"  {1000 * took_s:7.3f} ms  {name}")


def cut(content: bytes) -> list[tuple[str, float]]:
    """Return a network's operators in their order, small ones together, with the seconds that they add."""
    whole = flatbuffer_utils.convert_bytearray_to_object(bytearray(content))
    operators = list(whole.subgraphs[0].operators)
    groups = _grouped(whole, operators)
    runs = [_prepared(whole, operators, end) for _, end in groups]
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(_ROUNDS):
        for run, taken in zip(runs, times, strict=True):
            taken.append(processor_s_of(run, 5))
    sums = [statistics.median(taken) for taken in times]
    return [
        (_told(whole, operators[start:end]), after - before)
        for (start, end), before, after in zip(groups, [0.0, *sums], sums, strict=False)
    ]


def _grouped(whole: Any, operators: list[Any]) -> list[tuple[int, int]]:
    """Return the first of each group and the first behind it: small operators together, others alone."""
    tensors = whole.subgraphs[0].tensors
    small = [np.prod(tensors[operator.outputs[0]].shape) <= _FEW for operator in operators]
    starts = [at for at in range(len(operators)) if not (at and small[at] and small[at - 1])]
    return list(zip(starts, [*starts[1:], len(operators)], strict=True))


def _prepared(whole: Any, operators: list[Any], count: int) -> Any:
    """Return a function that runs the first ``count`` operators; all that others wait for comes out."""
    graph = whole.subgraphs[0]
    kept, rest = operators[:count], operators[count:]
    made = [int(tensor) for operator in kept for tensor in operator.outputs]
    wanted = {int(tensor) for operator in rest for tensor in operator.inputs} | set(map(int, graph.outputs))
    outputs, signatures = graph.outputs, whole.signatureDefs
    graph.operators, graph.outputs = kept, np.array([tensor for tensor in made if tensor in wanted], np.int32)
    whole.signatureDefs = []
    content = bytes(flatbuffer_utils.convert_object_to_bytearray(whole))
    graph.operators, graph.outputs, whole.signatureDefs = operators, outputs, signatures
    interpreter = Interpreter(
        model_content=content, num_threads=1, experimental_op_resolver_type=OpResolverType.BUILTIN
    )
    interpreter.allocate_tensors()
    (told,) = interpreter.get_input_details()
    window = np.random.default_rng(0).normal(size=told["shape"]).astype(np.float32)

    def run() -> None:
        interpreter.reset_all_variables()
        interpreter.set_tensor(told["index"], window)
        interpreter.invoke()

    run()
    return run


def _told(whole: Any, operators: list[Any]) -> str:
    if len(operators) > 1:
        kinds = Counter(_kind(whole, operator) for operator in operators)
        return f"small {len(operators)}: " + ", ".join(kind for kind, _ in kinds.most_common(5))
    tensors, (operator,) = whole.subgraphs[0].tensors, operators
    shapes = [
        list(map(int, tensors[at].shape)) for at in (*operator.inputs[:2], *operator.outputs[:1]) if at >= 0
    ]
    return f"{_kind(whole, operator)} {' '.join(map(str, shapes))}"


def _kind(whole: Any, operator: Any) -> str:
    code = whole.operatorCodes[operator.opcodeIndex]
    return str(_NAMES[max(code.builtinCode, code.deprecatedBuiltinCode)])


if __name__ == "__main__":
    main()
