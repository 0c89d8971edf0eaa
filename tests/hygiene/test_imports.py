"""Who may know whom: read from the imports, so that no room learns of another by accident."""

from __future__ import annotations

import pytest

from tests.hygiene.source import PACKAGE, Import, Module, imports, modules

LEAVES = {"results", "errors", "wholefile", "filelock"}
EVERYTHING = {"*"}

# Each room, and the rooms or modules of the package that it may import; its own is always allowed.
MAY_KNOW = {
    "__init__": set[str](),
    "results": {"errors"},
    "errors": set[str](),
    "paths": set[str](),
    "wholefile": set[str](),
    "filelock": set[str](),
    "settings": LEAVES,
    "system_packages": set[str](),
    "audio": LEAVES,
    "features": LEAVES,
    "inference": LEAVES | {"features"},
    "export": LEAVES,
    "engine": LEAVES | {"audio", "features", "inference"},
    "ui": LEAVES | {"engine", "export", "settings"},
    "fitting": LEAVES | {"engine", "features", "settings"},
    "terminal": LEAVES | {"engine"},
    "batch": LEAVES | {"audio.find", "engine", "export", "inference", "terminal"},
    "doctor": LEAVES | {"paths", "system_packages", "audio", "inference"},
    "crashes": LEAVES | {"doctor"},
    "training": LEAVES
    | {"paths", "features", "audio.files"}
    | {
        f"inference.{name}"
        for name in ("manifest", "placing", "reference", "profile", "calibration", "runner")
    },
    "app": EVERYTHING,
    "cli": EVERYTHING,
    "commands": EVERYTHING,
    "selftest": EVERYTHING,
    "__main__": EVERYTHING,
}

# Single modules that may know more than their room. The live protocol measures what a person at the window
# sees, and only the window's own pipeline can tell that.
MAY_ALSO_KNOW = {"training.protocols.live": {"engine.pipeline"}}

# The command line alone asks for the trainer, and only once somebody wants to train.
ASK_TRAINING = ("cli", "commands")

# What comes from elsewhere, and the only places that may import it.
CONFINED = {
    **dict.fromkeys(("PySide6", "shiboken6"), ("ui", "app")),
    "sounddevice": ("audio.microphone", "audio.player", "audio.devices"),
    "ai_edge_litert": ("inference.runner",),
    **dict.fromkeys(
        ("tensorflow", "keras", "tf_keras", "sklearn", "matplotlib", "rich", "librosa", "jax", "torch"),
        ("training",),
    ),
    "scipy": ("training",),
    **dict.fromkeys(("dask", "distributed"), ("engine.cluster",)),
    **dict.fromkeys(("numba", "pandas"), ()),
    **dict.fromkeys(
        (
            "socket",
            "ssl",
            "http",
            "urllib",
            "ftplib",
            "smtplib",
            "requests",
            "httpx",
            "aiohttp",
            "PySide6.QtNetwork",
        ),
        (),
    ),
}


def within(name: str, place: str) -> bool:
    """Whether a dotted name is this place, or lies in it."""
    return f"{name}.".startswith(f"{place}.")


def breach(found: Import) -> str:
    """Tell which rule an import breaks; empty where it breaks none."""
    for library, places in CONFINED.items():
        if within(found.name, library) and not any(within(found.by.name, place) for place in places):
            return f"{found}, which belongs in {' or '.join(places) or 'no room'}"
    if not within(found.name, PACKAGE):
        return ""
    target = found.name.removeprefix(PACKAGE).removeprefix(".") or "__init__"
    if within(target, "training") and found.by.room != "training":
        allowed = found.by.name in ASK_TRAINING and found.lazy
        return "" if allowed else f"{found}: only {' and '.join(ASK_TRAINING)} may, inside a function"
    known = MAY_KNOW[found.by.room] | {found.by.room, "__init__", "__version__"}
    known |= MAY_ALSO_KNOW.get(found.by.name, set())
    if known & EVERYTHING or any(within(target, place) for place in known):
        return ""
    return f"{found}: {found.by.room} may not know it"


def breaches(module: Module) -> list[str]:
    """All rules that a module breaks."""
    return [told for told in map(breach, imports(module)) if told]


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_rooms_keep_to_themselves(module: Module) -> None:
    """Each module imports only what its room may know."""
    assert module.room in MAY_KNOW, f"{module.name} is a new room: say here whom it may know"
    assert breaches(module) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("results", "from ser_desktop.engine import live"),
        ("errors", "import ser_desktop.results"),
        ("audio.ring", "from ser_desktop import features"),
        ("audio.ring", "from ser_desktop.audio import microphone\nfrom ser_desktop.paths import home"),
        ("features.mfcc", "def f():\n    from ser_desktop.inference.runner import Runner"),
        ("engine.live", "from ser_desktop.ui.presenter import Presenter"),
        ("engine.live", "from ser_desktop.training.fit import fit"),
        ("ui.main_window", "from ser_desktop.audio.microphone import Microphone"),
        ("ui.main_window", "from ser_desktop import audio"),
        ("training.fit", "from ser_desktop.engine.pipeline import Pipeline"),
        ("training.fit", "from ser_desktop.inference.smoothing import Smoother"),
        ("training.protocols.stream", "from ser_desktop.engine.pipeline import Pipeline"),
        ("training.protocols.live", "from ser_desktop.engine.live import LiveEngine"),
        ("cli", "from ser_desktop.training import command"),
        ("app", "def f():\n    import ser_desktop.training"),
        ("engine.live", "from PySide6.QtCore import QTimer"),
        ("engine.pool", "def f():\n    from distributed import Client"),
        ("export.elan", "from ser_desktop.engine.jobs import analyze_file"),
        ("batch.run", "from ser_desktop.audio.microphone import Microphone"),
        ("cli", "def f():\n    import PySide6"),
        ("cli", "import importlib\nimportlib.import_module('sounddevice')"),
        ("audio.files", "import sounddevice as sd"),
        ("engine.pipeline", "from ai_edge_litert import interpreter"),
        ("features.spec", "def f():\n    import librosa"),
        ("audio.resample", "from scipy import signal"),
        ("ui.main_window", "from PySide6.QtNetwork import QTcpSocket"),
        ("training.report", "import urllib.request"),
    ],
)
def test_a_breach_is_seen(name: str, text: str) -> None:
    """The rule has teeth: each of these lines, put into that module, is refused."""
    assert breaches(Module(name, text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("commands", "def train():\n    from ser_desktop.training import command"),
        ("inference.runner", "from ai_edge_litert.interpreter import Interpreter"),
        ("inference.runner", "from ser_desktop.features.windows import Windows"),
        ("training.evaluate", "from ser_desktop.inference.runner import Runner\nimport sklearn.metrics"),
        ("training.protocols.live", "from ser_desktop.engine.pipeline import Pipeline"),
        ("audio.files", "from ser_desktop.results import Float32\nimport numpy as np"),
        ("engine.cluster", "from distributed import Client"),
        ("batch.run", "from ser_desktop.export.formats import save"),
        ("ui.widgets.bars", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import scipy"),
        ("features.sklearn_like", "import sklearnish"),
    ],
)
def test_what_is_allowed_passes(name: str, text: str) -> None:
    """The rule refuses no more than it says."""
    assert breaches(Module(name, text)) == []


def test_a_relative_import_is_refused() -> None:
    """A relative import hides from this test which room it reaches into."""
    with pytest.raises(ValueError, match="relative"):
        breaches(Module("audio.ring", "from ..ui import theme"))
