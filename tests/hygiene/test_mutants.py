"""What `make mutants` judges is all that it should, by tests that are there, and still the code in use."""

from __future__ import annotations

import ast
from typing import Any

from tools.mutants import ROOMS, ROOT, Outcome, killed_share, undecorated

PACKAGE = ROOT / "ser_desktop"

SOURCE = '''
class Ring:
    @property
    def size(self):
        """Two lines."""
        return 3

    @staticmethod
    def name():
        return "ring"

@cache
def weights():
    return [1]
'''


def test_every_module_named_is_there_and_has_its_tests() -> None:
    """A module that moved, or a new one among the features, is not left out unseen."""
    modules = {module: tests for room in ROOMS.values() for module, tests in room.items()}
    for module, tests in modules.items():
        assert (PACKAGE / f"{module}.py").is_file(), module
        assert all((ROOT / "tests" / f"{test}.py").is_file() for test in tests), module
    features = {f"features/{path.stem}" for path in (PACKAGE / "features").glob("[!_]*.py")}
    assert features <= set(modules)


def test_a_property_without_its_decorator_is_the_same_property() -> None:
    """Only so does it get mutants; other decorators stay."""
    known: dict[str, Any] = {}
    exec(compile(ast.parse(undecorated(SOURCE)), "ring", "exec"), known)  # noqa: S102 - the text above
    ring, weights = known["Ring"], known["weights"]
    assert (ring().size, ring.name(), weights()) == (3, "ring", [1])
    assert isinstance(vars(ring)["size"], property)


def test_what_nobody_saw_is_no_kill() -> None:
    """A mutant without a test survives; one that hangs or ends the process was noticed."""
    fates = ["killed", "killed", "timeout", "segfault", "survived", "no tests", "not checked", "killed"]
    outcome = Outcome({str(number): fate for number, fate in enumerate(fates)})
    assert outcome.living == ["4", "5", "6"]
    assert killed_share([outcome, Outcome({"a": "killed", "b": "killed"})]) == 0.7
    assert outcome.row("ring") == "| ring | 8 | 3 | 1 | 3 | 62.5 % |"
