"""What tests of several rooms share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings

from ser_desktop import paths
from ser_desktop.settings import Settings, SettingsFile
from tests.order import longest_first

if TYPE_CHECKING:
    from ser_desktop.inference.manifest import Model
    from ser_desktop.inference.runner import Runner
    from ser_desktop.results import Float32

pytest_plugins = ["tests.terminal_session", "tests.virtual_microphone"]

# As the program does: a pool of BLAS threads that wait for each other costs more than it saves.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A slow machine is no fault of the code: examples are not timed.
settings.register_profile("untimed", deadline=None)
# For `make mutants`, which asks only whether a test fails: always the same few examples, none made smaller.
settings.register_profile(
    "mutants",
    deadline=None,
    max_examples=25,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("untimed")


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Give a test a way to tell what it saw; pytest's closing summary has it, also where all went well."""
    return lambda figure: record_property("measured", figure)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long; a test of a soak takes two hours until it counts as hanging."""
    longest_first(items)
    for item in items:
        if item.get_closest_marker("soak") is not None and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(7200))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Close with what the tests measured."""
    figures = [
        f"{report.nodeid}: {value}"
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "teardown"
        for name, value in report.user_properties
        if name == "measured"
    ]
    if figures:
        terminalreporter.section("measured")
        for figure in figures:
            terminalreporter.write_line(figure)


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the program, in this process and in those that it starts, folders of a person's own to write to.

    Nobody's settings, profiles or models are read by a test, or changed; and the first page was seen.
    """
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
        SettingsFile(paths.settings()).save(Settings(welcomed=True))
        yield folder


@pytest.fixture(scope="session")
def corpora() -> Path:
    """Find the real recordings, one folder a corpus; they never enter the repository."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "corpora"
    root = Path(os.environ.get("SER_CORPORA", beside))
    if not root.is_dir():
        pytest.skip(f"no real recordings in {root}; SER_CORPORA names their folder")
    return root


@pytest.fixture(scope="session")
def model() -> Model:
    """Load the model that is shipped; without it the tests fail, as the program would."""
    from ser_desktop.inference.manifest import load

    return load(paths.home() / "models" / "general")


@pytest.fixture(scope="session")
def runner(model: Model) -> Runner:
    """Run the model that is shipped."""
    from ser_desktop.inference.runner import Runner

    return Runner(model)


@pytest.fixture(scope="session")
def demo() -> Float32:
    """Read the bundled synthetic clip [n] at 16 kHz: four sentences, 1.4 s of a quiet room around each."""
    from ser_desktop.audio.files import read_at_rate

    return read_at_rate(paths.assets() / "demo.flac", 16_000)
