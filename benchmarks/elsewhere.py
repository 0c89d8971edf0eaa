"""What models are worth on their validation speakers, as recorded and through other rooms and microphones.

``python benchmarks/elsewhere.py --corpora DIR MODEL…``; DIR holds one folder a corpus, named as in the
model's manifest. The rooms are simulated as in training, by other draws than any that was trained on: the
speakers are others, and a clip's draws follow from its sound.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np

from ser_desktop.inference.manifest import Model, load
from ser_desktop.training.corpora import Skipped, load_corpus
from ser_desktop.training.evaluate import uar
from ser_desktop.training.extract import extract
from ser_desktop.training.measure import answers
from ser_desktop.training.prepare import choose_clips
from ser_desktop.training.windows import Example, cut_to_speech

ROOMS = 2


def validation_examples(model: Model, corpora: Path, cache: Path) -> list[list[Example]]:
    """Examples of the model's validation speakers: as recorded, then through each room."""
    manifest, training = model.manifest, model.manifest.training
    found = [load_corpus(name, corpora / name) for name in training["corpora"]]
    clips, _ = choose_clips(found, manifest.labels, training["merge"])
    names = {name for corpus in training["corpora"].values() for name in corpus["validation_speakers"]}
    clips = tuple(clip for clip in clips if clip.speaker in names)
    groups: list[list[Example]] = [[] for _ in range(1 + ROOMS)]
    for clip, heard in zip(clips, extract(clips, manifest.spec, cache, variants=ROOMS), strict=True):
        if not isinstance(heard, Skipped):
            target = manifest.labels.index(clip.label)
            for features, group in zip(cut_to_speech(heard, manifest.spec), groups, strict=True):
                sound = (features.astype(np.float32),)
                group.append(Example(sound, target, clip.corpus, clip.speaker, clip.sex))
    return groups


def main() -> None:
    """Print one line a model."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("models", metavar="MODEL", nargs="+", type=Path)
    arguments.add_argument("--corpora", metavar="DIR", required=True, type=Path)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as cache:
        for folder in asked.models:
            model = load(folder)
            figures = []
            for examples in validation_examples(model, asked.corpora, Path(cache)):
                heard = answers(model.manifest, model.content, examples)
                figures.append(f"{100 * uar(heard.targets, heard.probabilities.argmax(1)):.1f}")
            clean, *rooms = figures
            print(f"{folder.name}: UAR {clean} as recorded; {', '.join(rooms)} through other rooms")


if __name__ == "__main__":
    main()
