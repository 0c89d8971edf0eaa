"""Entry: make the process fit to run anywhere, then hand over to the command line."""

from __future__ import annotations

import faulthandler
import gc
import io
import os
import sys

_OBJECTS = 50_000
"""So many new objects may there be before garbage is looked for; 700 is Python's own number."""


def main(argv: list[str] | None = None) -> int:
    """Run SER Desktop with ``argv`` (the process's own where None); return the exit status."""
    _hold_standard_streams()
    # A windowed program without a console has no streams.
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    else:
        faulthandler.enable()
    if sys.stdout is None:
        sys.stdout = io.StringIO()
    for stream in (sys.stdout, sys.stderr):  # a file's name may hold what the terminal cannot show
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # Our matrices are tiny: a pool of BLAS threads that wait for each other costs ten times the work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # A process of a pool would look for modules in the working folder first: among recordings, or in the
    # folder of somebody's model.
    os.environ["PYTHONSAFEPATH"] = "1"

    # What is imported makes many objects and no garbage: to look for it again and again took a quarter of the
    # start.
    gc.set_threshold(_OBJECTS)

    from ser_desktop import cli

    return cli.run(sys.argv[1:] if argv is None else argv)


def _hold_standard_streams() -> None:
    """Open those of the numbers 0 to 2 that are closed to nowhere: else the next file would get one."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # packaged, a process of a pool starts as this program once more
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
