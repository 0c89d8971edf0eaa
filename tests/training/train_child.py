"""The command line as a process of its own that can be interrupted, with a cache of its own."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from ser_desktop import cli, paths

if __name__ == "__main__":
    # A shell starts what it runs in the background with Ctrl-C ignored, and children inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    cache = Path(sys.argv[1])
    paths.cache = lambda: cache
    sys.exit(cli.run(sys.argv[2:]))
