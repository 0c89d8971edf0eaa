"""Entry: make the process fit to run anywhere, then hand over to the command line."""

from __future__ import annotations

import faulthandler
import io
import os
import sys


def main(argv: list[str] | None = None) -> int:
    """Run SER Desktop with ``argv`` (the process's own where None); return the exit status."""
    if sys.stderr is None:  # a windowed program without a console has no streams
        sys.stdout = sys.stderr = io.StringIO()
    else:
        faulthandler.enable()
        for stream in (sys.stdout, sys.stderr):  # a file's name may hold what the terminal cannot show
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
    # Our matrices are tiny: a pool of BLAS threads that wait for each other costs ten times the work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # A process of a pool would look for modules in the working folder first: among recordings, or in the
    # folder of somebody's model.
    os.environ["PYTHONSAFEPATH"] = "1"

    from ser_desktop import cli

    return cli.run(sys.argv[1:] if argv is None else argv)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # packaged, a process of a pool starts as this program once more
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
