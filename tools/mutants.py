"""``python -m tools.mutants [MODULE ...]``: are the tests strict? Faults go into the code, one at a time.

mutmut makes the faults (mutants) and runs the tests of the module until one fails, which kills the mutant. It
works on a copy in ``build/mutants``, a folder a module. It leaves decorated functions as they are, so in the
copy a property is written without its decorator. Nothing outside functions is changed: what constants and
defaults of fields are worth, these figures do not tell.

Only tests that run anywhere count, without recordings; a mutant that makes the tests hang is killed as well.
The command fails where a room's share of killed mutants is too low, and lists all that live or hung.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / "build" / "mutants"
LEAST = 0.85
MUTMUT = str(Path(sys.executable).with_name("mutmut"))

ROOMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "ring": {"audio/ring": ("audio/test_ring",)},
    "features": {
        "features/descriptors": ("features/test_descriptors",),
        "features/frontend": ("features/test_frontend", "features/test_mfcc"),
        "features/mfcc": ("features/test_mfcc",),
        "features/pitch": ("features/test_pitch",),
        "features/seats": ("features/test_seats",),
        "features/silero": ("features/test_silero",),
        "features/spec": ("features/test_spec",),
        "features/spectrum": ("features/test_mfcc", "features/test_frontend"),
        "features/speech": ("features/test_speech",),
        "features/windows": ("features/test_windows",),
    },
    "state": {
        "engine/run": ("engine/test_run",),
        "engine/filestates": ("engine/test_filestates",),
        "engine/trainerstates": ("engine/test_trainerstates",),
    },
}
"""The modules that are judged, room by room, and the quick tests that each answers to."""

_KILLED = frozenset({"killed", "timeout", "segfault", "suspicious"})
_PYTEST = (
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-m",
    "not soak and not corpora",
    "--hypothesis-profile=mutants",
)
# A mutant that loops for ever costs this many times what the tests take.
_PATIENCE = "5"


@dataclass(frozen=True)
class Outcome:
    """What became of a module's mutants: their names, and mutmut's word for each."""

    fates: Mapping[str, str]

    @property
    def total(self) -> int:
        """Count of mutants."""
        return len(self.fates)

    @property
    def living(self) -> list[str]:
        """Names of those that no test saw."""
        return [name for name, fate in self.fates.items() if fate not in _KILLED]

    @property
    def hung(self) -> list[str]:
        """Names of those that were ended after a while: to be looked at, a busy machine ends others too."""
        return [name for name, fate in self.fates.items() if fate == "timeout"]

    def row(self, title: str) -> str:
        """One row of the table in the documents."""
        fates, living = Counter(self.fates.values()), len(self.living)
        share = f"{100 * killed_share([self]):.1f} %"
        return f"| {title} | {self.total} | {fates['killed']} | {fates['timeout']} | {living} | {share} |"


def killed_share(outcomes: list[Outcome]) -> float:
    """Share of all these mutants that were killed, 0 to 1."""
    total = sum(outcome.total for outcome in outcomes)
    living = sum(len(outcome.living) for outcome in outcomes)
    return 1 - living / total if total else 0.0


def undecorated(source: str) -> str:
    """Write properties as functions that become properties in the next line, and forget caches."""
    lines = source.splitlines()
    for function in _decorated(ast.parse(source)):
        decorator = function.decorator_list[0]
        if ast.unparse(decorator) == "property":
            indent = " " * function.col_offset
            lines[(function.end_lineno or 0) - 1] += f"\n{indent}{function.name} = property({function.name})"
        lines[decorator.lineno - 1] = ""
    return "\n".join(lines) + "\n"


def _decorated(module: ast.Module) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(module):
        if not isinstance(node, ast.FunctionDef) or len(node.decorator_list) != 1:
            continue
        if ast.unparse(node.decorator_list[0]) in {"property", "cache"}:
            yield node


def prepare(module: str, tests: tuple[str, ...]) -> Path:
    """Copy what the tests need into a fresh folder, and tell mutmut there what to do. Return the folder."""
    folder = WORK / module
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("ser_desktop", "tests", "models", "assets"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(ROOT / "pyproject.toml", folder)
    path = folder / "ser_desktop" / f"{module}.py"
    path.write_text(undecorated(path.read_text("utf-8")), "utf-8")
    options = {
        "source_paths": ["ser_desktop"],
        "only_mutate": [f"ser_desktop/{module}.py"],
        "also_copy": ["models", "assets"],
        "pytest_add_cli_args": _PYTEST,
        "pytest_add_cli_args_test_selection": [f"tests/{test}.py" for test in tests],
        "timeout_multiplier": [_PATIENCE],
        "timeout_constant": ["2"],
        "use_git_change_detection": ["false"],
    }
    texts = [
        f"{name} =\n" + "".join(f"    {value}\n" for value in values) for name, values in options.items()
    ]
    (folder / "setup.cfg").write_text("[mutmut]\n" + "".join(texts), "utf-8")
    return folder


def judge(module: str, tests: tuple[str, ...], processes: int) -> Outcome:
    """Let a module's mutants meet its tests."""
    folder = prepare(module, tests)
    # A mutant is a fork of the process that ran the tests: the threads of its libraries are gone there.
    single = {"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}
    environment = {**os.environ, **single, "QT_QPA_PLATFORM": "offscreen", "COLUMNS": "200"}
    log = folder / "log.txt"
    with log.open("w") as output:
        command = [MUTMUT, "run", "--max-children", str(processes)]
        ran = subprocess.run(command, cwd=folder, env=environment, stdout=output, stderr=output, check=False)
    if ran.returncode:
        raise SystemExit(f"mutmut could not judge {module}; {log} tells why")
    told = subprocess.run(
        [MUTMUT, "results", "--all", "true"],
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        check=True,
    )
    fates = dict(line.strip().rsplit(": ", 1) for line in told.stdout.splitlines() if ": " in line)
    return Outcome(fates)


def differences(module: str, mutants: list[str]) -> Iterator[str]:
    """Tell what each of these mutants changes."""
    text = (WORK / module / "mutants" / "ser_desktop" / f"{module}.py").read_text("utf-8")
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    texts = {node.name: ast.get_source_segment(text, node) or "" for node in nodes}
    for mutant in mutants:
        function = mutant.rpartition(".")[2]
        original = function.rpartition("_")[0] + "_orig"
        before, after = texts[original], texts[function].replace(function, original)
        changed = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
        yield "\n".join(
            [mutant, *(line for line in changed if line[:3] not in {"---", "+++"} and line[0] != "@")]
        )


def main() -> int:
    """Judge all modules, or those named; return 1 if a room is too lenient."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description="Are the tests strict?")
    modules = [module for room in ROOMS.values() for module in room]
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"one of {', '.join(modules)}")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    unknown = set(options.modules) - set(modules)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    lenient, rows, began = [], [], time.monotonic()
    for room, members in ROOMS.items():
        outcomes = {}
        for module, tests in members.items():
            if options.modules and module not in options.modules:
                continue
            outcomes[module] = judge(module, tests, options.processes)
            rows.append(outcomes[module].row(f"`{module}`"))
            for told, names in (("lives", outcomes[module].living), ("hung", outcomes[module].hung)):
                print(*(f"{told}: {text}\n" for text in differences(module, names)), sep="\n", flush=True)
            print(rows[-1], flush=True)
        if outcomes and killed_share(list(outcomes.values())) < LEAST:
            lenient.append(room)
    print(
        "\n| module | mutants | killed | by timeout | survived | share killed |",
        "|---|--:|--:|--:|--:|--:|",
        *rows,
        sep="\n",
    )
    print(f"\n{(time.monotonic() - began) / 60:.0f} minutes")
    if lenient:
        print(f"Fewer than {LEAST:.0%} of the mutants were killed in: {', '.join(lenient)}")
    return 1 if lenient else 0


if __name__ == "__main__":
    raise SystemExit(main())
