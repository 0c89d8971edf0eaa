"""What people would use instead: openSMILE's functionals of a clip and a linear support vector machine.

``python benchmarks/opensmile_svm.py [--recordings DIR] [--protocol P1 …]``; needs the extra "benchmark". The
splits are those of the protocols; C is chosen on the validation clips, the scale is that of the training
clips. Beside it stands the bound: each speaker's clips, the test speakers' too, scaled by that speaker's own
mean and deviation, which nobody has of a stranger. Rows go where those of ``ser-desktop evaluate`` go.

Feature sets: eGeMAPS (Eyben et al., 2016) and ComParE 2016 (Schuller et al., 2016).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import opensmile
from numpy.typing import NDArray
from sklearn.svm import SVC

from ser_desktop import paths
from ser_desktop.audio.files import read_at_rate
from ser_desktop.training.corpora import Clip, Corpus, find_corpora, load_corpus
from ser_desktop.training.evaluate import Answers, uar
from ser_desktop.training.prepare import choose_clips
from ser_desktop.training.protocols import store
from ser_desktop.training.protocols.definitions import Protocol, find
from ser_desktop.training.protocols.folds import Fold
from ser_desktop.training.protocols.page import write_page
from ser_desktop.training.protocols.rows import row

RATE_HZ = 16_000
SETS = {"eGeMAPS": opensmile.FeatureSet.eGeMAPSv02, "ComParE": opensmile.FeatureSet.ComParE_2016}
COSTS = (1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0)
SEED = 1

Floats = NDArray[np.float32]
Known = dict[Path, Floats]


def functionals(corpus: Corpus, name: str, cache: Path) -> Known:
    """Functionals [F] of each clip of a corpus; what is computed is kept in ``cache``."""
    kept = cache / f"{corpus.name}-{name}-{opensmile.__version__}.npz"
    names = np.array([f"{clip.speaker}/{clip.path.stem} {clip.path.stat().st_size}" for clip in corpus.clips])
    values = _kept(kept, names)
    smile = opensmile.Smile(SETS[name], opensmile.FeatureLevel.Functionals)
    for number, clip in enumerate(corpus.clips[len(values) :], len(values) + 1):
        samples = read_at_rate(clip.path, RATE_HZ, channel=clip.channel)
        values.append(np.nan_to_num(smile.process_signal(samples, RATE_HZ).to_numpy(np.float32)[0]))
        if number % 100 == 0 or number == len(names):
            _keep(kept, names[:number], values)
            told = f"{name}, {corpus.name}: {number} of {len(names)} clips"
            print(told, file=sys.stderr, flush=True)
    return dict(zip((clip.path for clip in corpus.clips), values, strict=True))


def _kept(path: Path, names: NDArray[np.str_]) -> list[Floats]:
    """Read the functionals of the first of these clips, as far as they were computed before."""
    if not path.exists():
        return []
    with np.load(path) as data:
        same = np.array_equal(data["names"], names[: len(data["names"])])
        return list(data["values"]) if same else []


def _keep(path: Path, names: NDArray[np.str_], values: Sequence[Floats]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".part.npz")
    np.savez(partial, names=names, values=np.stack(values))
    partial.replace(path)


def scaled_by_speaker(known: Known, clips: Sequence[Clip]) -> Known:
    """Give every speaker's features mean 0 and deviation 1 over all clips of that speaker."""
    result: Known = {}
    for speaker in {clip.speaker for clip in clips}:
        own = [clip.path for clip in clips if clip.speaker == speaker]
        result |= dict(zip(own, scaled(np.stack([known[path] for path in own])), strict=True))
    return result


def scaled(values: Floats, by: Floats | None = None) -> Floats:
    """Give features [N, F] the mean 0 and the deviation 1 of ``by`` (their own)."""
    by = values if by is None else by
    mean, deviation = by.mean(0, dtype=np.float64), by.std(0, dtype=np.float64)
    return np.asarray((values - mean) / np.where(deviation > 1e-9, deviation, 1), np.float32)


def decide(known: Known, fold: Fold, labels: Sequence[str]) -> tuple[Answers, float]:
    """Answer on the test clips, and the cost that did best on the validation clips."""
    train, validation, test = (
        np.stack([known[clip.path] for clip in part]) for part in (fold.train, fold.validation, fold.test)
    )
    learned, chosen, tested = (
        np.array([labels.index(clip.label) for clip in part])
        for part in (fold.train, fold.validation, fold.test)
    )
    basis = scaled(train)
    products = [scaled(part, train) @ basis.T / basis.shape[1] for part in (train, validation, test)]
    machines = [
        SVC(C=cost * basis.shape[1], kernel="precomputed", class_weight="balanced").fit(products[0], learned)
        for cost in COSTS
    ]
    uars = [uar(chosen, machine.predict(products[1])) for machine in machines]
    best = int(np.argmax(uars))
    decisions = machines[best].predict(products[2])
    return (
        Answers(
            np.eye(len(labels))[decisions],
            tested,
            tuple(clip.speaker for clip in fold.test),
            tuple(clip.corpus for clip in fold.test),
            tuple(clip.sex for clip in fold.test),
        ),
        COSTS[best],
    )


def judge(protocol: Protocol, corpora: Sequence[Corpus], cache: Path, results: Path) -> None:
    """Write the rows of one protocol: each feature set, scaled over all and by speaker."""
    clips, labels = choose_clips(corpora, protocol.labels, dict(protocol.merge))
    folds = protocol.parted(clips, SEED)
    for name in SETS:
        known = {
            path: value for corpus in corpora for path, value in functionals(corpus, name, cache).items()
        }
        bound = scaled_by_speaker(known, clips)
        for system, features in ((f"{name} + SVC", known), (f"{name} + SVC, scaled by speaker", bound)):
            decided = {fold.name: decide(features, fold, labels) for fold in folds}
            figures = row(
                protocol,
                labels,
                {SEED: {fold: answers for fold, (answers, _) in decided.items()}},
                system=system,
                title=f"openSMILE {opensmile.__version__}, {name} functionals, linear SVC",
                helpers=[],
                parameters=None,
                digest=f"opensmile {opensmile.__version__}",
                baseline=True,
                command=f"python benchmarks/opensmile_svm.py --protocol {protocol.id}",
            )
            figures |= {"expected_calibration_error": None}  # a machine that only decides has no confidence
            store.put(results, protocol.id, figures)
            costs = ", ".join(f"{cost:g}" for _, cost in decided.values())
            print(f"{protocol.id} {system}: UAR {100 * figures['uar']:.1f} %; C {costs}", flush=True)


def main() -> None:
    """Judge on the protocols asked for, and write the page anew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--recordings", metavar="DIR", type=Path, help="default: SER_CORPORA")
    parser.add_argument("--protocol", action="append", choices=("P1", "P2", "P3", "P4"))
    asked = parser.parse_args()
    models = paths.home() / "models"
    for protocol in map(find, asked.protocol or ("P1", "P2", "P3", "P4")):
        found = find_corpora(protocol.corpora, asked.recordings)
        corpora = [load_corpus(name, folder) for name, folder in found]
        judge(protocol, corpora, paths.cache() / "opensmile", models / "results")
    write_page(models / "results", paths.home() / "docs" / "RESULTS.md")


if __name__ == "__main__":
    main()
