"""What very many recordings would take on the Dask path: the costs that a plan is made of.

One scheduler and one worker, processes of this machine, get two sets: short clips, which show what each file
costs, and one long recording, which shows what sound costs. Processor time of scheduler, worker and client by
the system's count, memory as it was at most. No row of the table: the page makes the plan of it.

    python -m benchmarks.speed.plan
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile

from benchmarks.speed.measuring import Outcome, tell
from ser_desktop.engine.cluster import analyze_on_cluster
from ser_desktop.inference.manifest import Model, load
from ser_desktop.paths import assets, home
from tests.engine.cluster import Cluster

PLAN = "plan"
_CLIPS, _LONG_MIN = 300, 20
_CLIP_S = 3.0
_PATIENCE_S = 60.0
_TICKS_S = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure, and tell."""
    model = load(home() / "models" / "general")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clips, long = _recordings(folder)
        with Cluster(folder) as cluster:
            processes = {"scheduler": cluster.scheduler.pid, "worker": cluster.add_worker().pid}
            _run(cluster.address, model, clips[:2], processes)  # what is imported and sent once
            each = _run(cluster.address, model, clips, processes)
            sound = _run(cluster.address, model, [long], processes)
            memory = {f"{name}, MB at most": _peak_mb(pid) for name, pid in processes.items()}
    facts: dict[str, float | str] = {
        "scheduler, ms a file": round(1000 * each["scheduler"] / _CLIPS, 2),
        "client, ms a file": round(1000 * each["client"] / _CLIPS, 2),
        "worker, ms a clip of 3 s": round(1000 * each["worker"] / _CLIPS, 1),
        "worker, ms a second of a long recording": round(1000 * sound["worker"] / (60 * _LONG_MIN), 2),
        **memory,
    }
    tell([Outcome(PLAN, (), facts)])


def _recordings(folder: Path) -> tuple[list[Path], Path]:
    """Write pieces of the demo clip, and one of minutes."""
    demo, rate_hz = soundfile.read(assets() / "demo.flac", dtype="float32")
    piece = round(_CLIP_S * rate_hz)
    clips = []
    for number in range(_CLIPS):
        path = folder / f"clip{number}.flac"
        soundfile.write(path, np.roll(demo, -number * piece // 7)[:piece], rate_hz)
        clips.append(path)
    long = folder / "long.flac"
    with soundfile.SoundFile(long, "w", rate_hz, 1) as file:
        for _ in range(round(60 * _LONG_MIN * rate_hz / len(demo))):
            file.write(demo)
    return clips, long


def _run(address: str, model: Model, files: Sequence[Path], processes: dict[str, int]) -> dict[str, float]:
    """Analyse recordings; return the seconds of processor time that each process took."""
    before = {name: _taken_s(pid) for name, pid in processes.items()}
    began_s = time.process_time()
    outcomes = list(analyze_on_cluster(address, model, files, patience_s=_PATIENCE_S))
    if any(outcome.analysis is None for outcome in outcomes):
        raise SystemExit("not every recording was analysed")
    taken = {name: _taken_s(pid) - before[name] for name, pid in processes.items()}
    return {**taken, "client": time.process_time() - began_s}


def _taken_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS_S


def _peak_mb(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    main()
