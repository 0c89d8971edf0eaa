"""Which modules of tests begin first.

``--dist loadfile --no-loadscope-reorder`` gives each process one module after another in this order, so
that what the tests of a module share is made once. A long one that began last would leave all others idle.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

LONGEST: Sequence[str] = (
    "tests/training/test_command.py",
    "tests/engine/test_trainer.py",
    "tests/ui/test_language.py",
    "tests/training/test_convert_kinds.py",
    "tests/training/test_fit.py",
    "tests/training/test_opinion.py",
    "tests/ui/models/test_for_real.py",
    "tests/test_live_window.py",
    "tests/engine/test_quality.py",
    "tests/training/protocols/test_jobs.py",
    "tests/training/test_convert.py",
    "tests/features/test_descriptors.py",
    "tests/engine/test_record_live.py",
)
"""Those that take longest, the longest first."""

LONG = "tests/training"
"""Where most of the others that take long are."""


def longest_first(items: list[pytest.Item]) -> None:
    """Put the tests in order, those of a module as they were."""
    places = {module: place for place, module in enumerate(LONGEST)}

    def place(item: pytest.Item) -> int:
        module = item.nodeid.partition("::")[0]
        return places.get(module, len(places) + (not module.startswith(LONG)))

    items.sort(key=place)
