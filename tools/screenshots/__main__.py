"""``python -m tools.screenshots [SCENE…]``: all pictures, or those of some scenes, into ``docs/images``.

Needs the recordings (see CONTRIBUTING), Xvfb and PulseAudio. Every scene is played once at scale 1, where the
window has two sizes, and once at scale 2, which a process can only have from its beginning.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.test_live_window import screen
from tests.virtual_microphone import missing
from tools.screenshots.scenes import SCENES

ROOT = Path(__file__).resolve().parents[2]
PASSES = {"1": ("900x600", "1280x800"), "2": ("2560x1440",)}


def main(names: list[str]) -> int:
    """Play the scenes; the exit status is that of the first that failed."""
    corpora = Path(os.environ.get("SER_CORPORA", ROOT.parent / "shared" / "corpora"))
    unknown = set(names) - set(SCENES)
    if unknown or missing() or not corpora.is_dir():
        reason = f"no scene is called {', '.join(sorted(unknown))}" if unknown else missing()
        print(reason or f"there are no recordings in {corpora}; SER_CORPORA names their folder")
        return 2
    status = 0
    for scale, sizes in PASSES.items():
        for name in names or SCENES:
            with screen() as display, tempfile.TemporaryDirectory(prefix="person-") as person:
                result = subprocess.run(
                    [sys.executable, "-m", "tools.screenshots.stage", name, str(corpora), *sizes],
                    env={**os.environ, **display, "QT_SCALE_FACTOR": scale, "SER_PERSON": person},
                    cwd=ROOT,
                    check=False,
                )
            print(f"{name} at scale {scale}: {'taken' if not result.returncode else 'FAILED'}", flush=True)
            status = status or result.returncode
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
