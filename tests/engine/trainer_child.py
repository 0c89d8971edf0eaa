"""A window's process that trains, to be killed: says which process it started, and then waits."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from ser_desktop.engine.trainer import Effort, Trainer, TrainingOrder

if __name__ == "__main__":
    models, recordings, recipe, phase = sys.argv[1:]
    trainer = Trainer(Path(models))
    effort = Effort(5000, 100, 30 if phase == "features" else 0)
    trainer.start(TrainingOrder(Path(recordings), "killed", "Killed", effort, recipe=recipe))
    while trainer.training.phase != phase or not trainer.training.done:
        time.sleep(0.01)
    print(trainer.pid, flush=True)
    time.sleep(600)
