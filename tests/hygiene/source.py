"""Read the package's source without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = "ser_desktop"


@dataclass(frozen=True)
class Module:
    """A module of the package: its dotted name without the package's own, and its text."""

    name: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text, self.name)

    @property
    def room(self) -> str:
        """The folder, or the file at the top, that it belongs to."""
        return self.name.split(".")[0]


@dataclass(frozen=True)
class Import:
    """One imported name in full, the module that imports it, and whether that waits until a function runs."""

    by: Module
    name: str
    line: int
    lazy: bool

    def __str__(self) -> str:
        return f"{self.by.name}:{self.line} imports {self.name}"


def modules() -> list[Module]:
    """All modules of the package."""
    found = []
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT / PACKAGE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__" or len(parts) == 1)
        found.append(Module(name, path.read_text(encoding="utf-8")))
    return found


def imports(module: Module) -> Iterator[Import]:
    """Every import, wherever it stands; ``from a import b`` counts as a.b, ``import_module("a")`` as a.

    Imports for type checkers alone are left out: they are never run.
    """
    yield from _imports(module, module.tree, lazy=False)


def _imports(module: Module, node: ast.AST, *, lazy: bool) -> Iterator[Import]:
    if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
        return
    for name in _names(module, node):
        yield Import(module, name, getattr(node, "lineno", 0), lazy)
    inside = lazy or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for child in ast.iter_child_nodes(node):
        yield from _imports(module, child, lazy=inside)


def _names(module: Module, node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        if node.level:
            raise ValueError(f"{module.name}:{node.lineno}: relative imports hide which room they reach into")
        return [f"{node.module}.{alias.name}" for alias in node.names]
    if (
        isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"importlib.import_module", "import_module", "__import__"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ):
        return [str(node.args[0].value)]
    return []
