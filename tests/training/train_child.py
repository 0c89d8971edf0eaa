"""Train a small network from the command line, as a process of its own that can be interrupted."""

from __future__ import annotations

import signal
import sys
from functools import partial
from pathlib import Path

from ser_desktop import cli, paths
from ser_desktop.training import command
from tests.training.networks import NETWORK

if __name__ == "__main__":
    # A shell starts what it runs in the background with Ctrl-C ignored, and children inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    cache = Path(sys.argv[1])
    paths.cache = lambda: cache
    small = partial(command.TrainingRequest, network=NETWORK, window_s=1.0)
    command.TrainingRequest = small  # type: ignore[assignment,misc]  # the command line has no word for it
    sys.exit(cli.run(sys.argv[2:]))
