"""What no source of this project contains: code from data, long modules, paths of one machine."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator

import pytest

from tests.hygiene.source import ROOT, Module, imports, modules

LONGEST_LINES = 320
FOREIGN_CODE = {
    "pickle", "marshal", "shelve", "dill", "joblib", "cloudpickle", "runpy", "code", "imp", "zipimport",
    "yaml",
}  # fmt: skip
FOREIGN_CALLS = {
    "eval",
    "exec",
    "compile",
    "builtins.eval",
    "builtins.exec",
    "os.system",
    "os.popen",
    "__import__",
}
FROM_A_PATH = {
    "spec_from_file_location", "SourceFileLoader", "SourcelessFileLoader", "ExtensionFileLoader",
    "exec_module", "load_dynamic", "addsitedir", "run_path",
}  # fmt: skip
UNPACKING = {"extractall", "extract", "unpack_archive"}
"""Methods that write where an archive says; ours reads the four files of a model by their names."""
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|tmp|root|workspace)/\w")
TEXT = {"", ".py", ".md", ".toml", ".sh", ".spec", ".json", ".svg", ".txt", ".yml", ".yaml", ".cfg", ".html"}


def code_from_data(module: Module) -> Iterator[str]:
    """Tell where a module would run what it reads."""
    for found in imports(module):
        if found.name.split(".")[0] in FOREIGN_CODE:
            yield str(found)
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        called = ast.unparse(node.func)
        unsafe = {word.arg for word in node.keywords if ast.unparse(word.value) == "True"} & {
            "allow_pickle",
            "shell",
        }
        method = called.rsplit(".", 1)[-1]
        changes_path = called.startswith("sys.path.")
        named = called.endswith("import_module") and not isinstance(node.args[0], ast.Constant)
        library = method in {"CDLL", "LoadLibrary", "WinDLL"} and ast.unparse(node.args[0]) != "None"
        library &= module.name != "system_packages"  # looks whether a machine has what it lists itself
        if (
            called in FOREIGN_CALLS
            or method in FROM_A_PATH
            or ("." in called and method in UNPACKING)
            or unsafe
            or changes_path
            or named
            or library
        ):
            yield f"{module.name}:{node.lineno} calls {ast.unparse(node)}"


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_nothing_read_is_run(module: Module) -> None:
    """A model, a setting or a recording from somebody else can be wrong, but never run code here."""
    assert list(code_from_data(module)) == []


@pytest.mark.parametrize(
    "text",
    [
        "import pickle",
        "from joblib import load",
        "eval(text)",
        "import numpy as np\nnp.load(path, allow_pickle=True)",
        "import subprocess\nsubprocess.run(line, shell=True)",
        "import os\nos.system(line)",
        "import yaml",
        "import runpy\nrunpy.run_path(path)",
        "from importlib.util import spec_from_file_location\nspec_from_file_location('model', path)",
        "import importlib\nimportlib.import_module(name)",
        "__import__(name)",
        "import sys\nsys.path.insert(0, folder)",
        "import ctypes\nctypes.CDLL(path)",
        "import zipfile\nzipfile.ZipFile(path).extractall(folder)",
        "import shutil\nshutil.unpack_archive(path)",
    ],
)
def test_code_from_data_is_seen(text: str) -> None:
    """The rule has teeth."""
    assert list(code_from_data(Module("audio.files", text)))


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_a_module_is_read_in_one_sitting(module: Module) -> None:
    """A module that grows beyond this wants to be two."""
    assert len(module.text.splitlines()) <= LONGEST_LINES


def tracked() -> list[str]:
    """Names of the files that git keeps, or that lie in a source archive."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [name for name in listed.stdout.split("\0") if name]
    return [
        str(path.relative_to(ROOT))
        for path in ROOT.rglob("*")
        if path.is_file() and ".venv" not in path.parts
    ]


def test_no_path_of_one_machine_is_written_down() -> None:
    """Whoever clones the project finds nothing that exists on somebody else's computer only."""
    told = []
    for name in tracked():
        path = ROOT / name
        if path.suffix in TEXT and path.is_file():
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
            told += [f"{name}:{number}" for number, line in enumerate(lines, 1) if MACHINE_PATH.search(line)]
    assert told == []


def test_a_path_of_one_machine_is_seen() -> None:
    """The rule has teeth, and leaves words with slashes alone."""
    assert MACHINE_PATH.search(f"open('{'/'}tmp/clip.wav')")
    assert not MACHINE_PATH.search("at home/tmp/balance and https://example.org/tmp/life")


LINK = re.compile(r"\]\(<?([^)#>\s]+)")


def dead_links(page: str, text: str) -> list[str]:
    """Tell the files that a page links to and that are not there."""
    linked = [link for link in LINK.findall(text) if "://" not in link and not link.startswith("mailto:")]
    return [f"{page} links to {link}" for link in linked if not (ROOT / page).parent.joinpath(link).exists()]


def test_the_pages_links_lead_somewhere() -> None:
    """A reader who follows a link of a page finds the file."""
    pages = [name for name in tracked() if name.endswith(".md")]
    dead = [told for page in pages for told in dead_links(page, (ROOT / page).read_text(encoding="utf-8"))]
    assert dead == []


def test_a_dead_link_is_seen() -> None:
    """The rule has teeth: pictures and pages count, addresses elsewhere do not."""
    text = "![A](docs/nowhere.png) [b](pyproject.toml#x) [c](https://example.org/d) [e](#here)"
    assert dead_links("README.md", text) == ["README.md links to docs/nowhere.png"]
