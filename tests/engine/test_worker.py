"""What goes wrong in a process for recordings is known in the window's own."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from ser_desktop import paths
from ser_desktop.engine.hearing import Setup
from ser_desktop.engine.worker import Task, Worker
from ser_desktop.inference.manifest import Model


def test_a_fault_of_the_program_is_logged_where_a_log_is_kept(
    model: Model, caplog: pytest.LogCaptureFixture
) -> None:
    """With its traceback, though it happened elsewhere; the process lives and does the next."""
    nonsense: Any = ("from here", "to there")
    demo = paths.assets() / "demo.flac"
    worker = Worker(Setup(model))
    try:
        worker.give((1, 1), Task(demo, nonsense))
        with caplog.at_level(logging.ERROR):
            report = worker.report()
        assert report.error is not None
        assert report.error.code == "internal"
        (record,) = caplog.records
        assert "Traceback" in record.getMessage()
        assert "ser_desktop/engine/jobs.py" in record.getMessage().replace("\\", "/")
        caplog.clear()
        worker.give((2, 1), Task(demo, (0, 32_000)))
        while not (report := worker.report()).ended:
            pass
        assert report.analysis is not None
        assert caplog.records == []
    finally:
        worker.kill()
