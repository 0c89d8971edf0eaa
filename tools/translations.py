"""``python -m tools.translations``: all texts of the source into the files of translations, compiled.

Qt's own lupdate does not look into faults, whose texts are templates for the terminal and for the window, so
the texts are collected here. What is translated is kept, what is gone is dropped, what is missing is listed.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ser_desktop.ui.language import CONTEXT, LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "ser_desktop"
FOLDER = ROOT / "assets" / "translations"
TRANSLATED = tuple(code for code in LANGUAGES if code != "en")

# What only a terminal tells, which is in English.
_TERMINAL = (
    "__main__.py",
    "batch/",
    "cli.py",
    "crashes/",
    "doctor.py",
    "engine/cluster.py",
    "system_packages.py",
    "terminal.py",
    "training/protocols/",
)
_MARKS = ("tr", "N_", "Phrase")
_FAULT = "UserError"
_FAULT_TEXTS = ("title", "detail", "remedy")
_NAMES = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True)
class Found:
    """Where the source says something: what is given to which call, in which module."""

    node: ast.expr
    call: ast.Call
    module: str

    @property
    def text(self) -> str | None:
        """The words; None for a text that is kept elsewhere, and marked there."""
        kept = self.node.value if isinstance(self.node, ast.Constant) else None
        return kept if isinstance(kept, str) else None

    @property
    def mark(self) -> str:
        """The name of what is called."""
        return _called(self.call)

    @property
    def values(self) -> set[str]:
        """Names of the values that are given with the words."""
        given = {word.arg for word in self.call.keywords if word.arg is not None}
        return given - set(_FAULT_TEXTS) if self.mark == _FAULT else given

    def __str__(self) -> str:
        return f"{self.module}:{self.node.lineno}: {ast.unparse(self.node)}"


def found(package: Path = PACKAGE) -> list[Found]:
    """Return all that the window may show, in the order of the source."""
    return [one for path in sorted(package.rglob("*.py")) for one in _of_module(path, package)]


def sources(package: Path = PACKAGE) -> dict[str, str]:
    """Return each text to translate, and the module where it is first."""
    told: dict[str, str] = {}
    for one in found(package):
        if one.text is not None and is_said(one.text):
            told.setdefault(one.text, one.module)
    return told


def is_said(text: str) -> bool:
    """Tell whether there is a word in a text beside the names to fill in."""
    return any(sign.isalpha() for sign in _NAMES.sub("", text))


def names(text: str) -> list[str]:
    """Return the names in braces, sorted."""
    return sorted(name[1:-1] for name in _NAMES.findall(text))


def file_of(code: str) -> Path:
    """Return where the translations into a language lie."""
    return FOLDER / f"{CONTEXT}_{code}.ts"


def read(path: Path) -> dict[str, str]:
    """Return what a file of translations knows; nothing where it is not there."""
    if not path.is_file():
        return {}
    known = {}
    for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        if translation is not None and translation.text and translation.get("type") is None:
            known[message.findtext("source", "")] = translation.text
    return known


def write(path: Path, code: str, texts: dict[str, str], known: dict[str, str]) -> list[str]:
    """Write a file of translations anew; return the texts that it does not know."""
    root = ET.Element("TS", version="2.1", language=code, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, module in texts.items():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=f"../../ser_desktop/{module}")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        if text in known:
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    content = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    path.write_text(content, encoding="utf-8", newline="\n")
    return [text for text in texts if text not in known]


def compile_to(path: Path, ready: Path) -> None:
    """Let Qt's own tool make of a file of translations what the window reads."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, "-silent", path, "-qm", ready], check=True)


def main() -> int:
    """Bring all languages up to date; 1 where a text is not translated yet."""
    FOLDER.mkdir(exist_ok=True)
    texts = sources()
    incomplete = False
    for code in TRANSLATED:
        path = file_of(code)
        missing = write(path, code, texts, read(path))
        compile_to(path, path.with_suffix(".qm"))
        print(f"{path.relative_to(ROOT)}: {len(texts) - len(missing)} of {len(texts)} texts")
        for text in missing:
            print(f"  missing, {texts[text]}: {text}")
        incomplete = incomplete or bool(missing)
    return 1 if incomplete else 0


def _of_module(path: Path, package: Path) -> Iterator[Found]:
    module = path.relative_to(package).as_posix()
    if module.startswith(_TERMINAL):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        for told in _told(call):
            for node in _leaves(told):
                yield Found(node, call, module)


def _told(call: ast.Call) -> list[ast.expr]:
    """Return the arguments of a call that are texts for a person."""
    if _called(call) in _MARKS:
        return call.args[:1]
    if _called(call) == _FAULT:
        return [*call.args[1:4], *(word.value for word in call.keywords if word.arg in _FAULT_TEXTS)]
    return []


def _called(call: ast.Call) -> str:
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def _leaves(node: ast.expr) -> Iterator[ast.expr]:
    """Yield what an expression may be: of one that asks, both answers."""
    if isinstance(node, ast.IfExp):
        yield from _leaves(node.body)
        yield from _leaves(node.orelse)
    else:
        yield node


if __name__ == "__main__":
    sys.exit(main())
