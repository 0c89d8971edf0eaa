"""From corpora to what a network learns from, and to what it is judged by; no speaker is in both."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ser_desktop.errors import UserError
from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.features.windows import levelled
from ser_desktop.results import EMOTIONS
from ser_desktop.training.corpora import Clip, Corpus, Skipped, load_corpus
from ser_desktop.training.extract import Heard, extract, workers
from ser_desktop.training.request import TrainingRequest
from ser_desktop.training.splits import fair_split, has_strangers
from ser_desktop.training.telling import Phase, Progress
from ser_desktop.training.windows import Example, cut_to_speech


@dataclass(frozen=True)
class Material:
    """Examples of three groups of speakers, and how to hear them.

    Attributes
    ----------
    spec
        With the statistics of the training clips, and of no others.
    corpora
        Where the clips came from, as found.
    skipped
        Recordings of each corpus that were found and could not be used.
    unnamed
        Training clips whose speaker nobody named.
    strangers
        Whether the groups share no speaker; else they are different recordings of the same voices.
    """

    labels: tuple[str, ...]
    spec: FeatureSpec
    training: tuple[Example, ...]
    validation: tuple[Example, ...]
    test: tuple[Example, ...]
    corpora: tuple[Corpus, ...]
    skipped: Counter[str]
    unnamed: int
    strangers: bool = True

    def digest(self) -> str:
        """Fingerprint of the recordings that are learned from and that choose the epoch."""
        sounds = hashlib.sha256()
        for part in (self.training, self.validation):
            sounds.update(f"{len(part)}".encode())
            for example in part:
                sounds.update(f"{example.target} {example.speaker} {len(example.features)}".encode())
                for frames in example.features:
                    sounds.update(frames.tobytes())
        return sounds.hexdigest()[:16]


def prepare(request: TrainingRequest, progress: Progress) -> Material:
    """Find the recordings, hold speakers out, compute features; tell ``progress`` what was found.

    Raises
    ------
    UserError
        Nothing can be learned from these recordings, or nobody could judge what was.
    """
    corpora = load_corpora(request.corpora, progress)
    recipe = request.recipe
    clips, labels = choose_clips(corpora, recipe.labels, dict(recipe.merge))
    progress.found(corpora, clips, labels, strangers=has_strangers(clips))
    split = fair_split(clips, seed=recipe.schedule.seed)
    with workers() as pool:
        heard = [
            _hear(name, part, labels, variants, request, progress, pool)
            for name, part, variants in (
                ("training", split.train, recipe.variants),
                ("validation", split.validation, 0),
                ("test", split.test, 0),
            )
        ]
    test = heard[2]
    validation = without_copies(heard[1], test)
    training = without_copies(heard[0], [*validation, *test])
    if copies := sum(map(len, heard)) - len(training) - len(validation) - len(test):
        progress.remark(f"{copies} copies of held-out recordings are left out.")
    _check_parts(training, validation, test, labels)
    used = Counter(example.corpus for example in (*training, *validation, *test))
    skipped = Counter(clip.corpus for clip in clips) - used
    for corpus in corpora:
        skipped[corpus.name] += len(corpus.skipped)
    return Material(
        labels=labels,
        spec=dataclasses.replace(recipe.spec, normaliser=fit_normaliser(training, recipe.spec)),
        training=tuple(training),
        validation=tuple(validation),
        test=tuple(test),
        corpora=corpora,
        skipped=skipped,
        unnamed=split.unnamed,
        strangers=split.strangers,
    )


def load_corpora(given: Iterable[tuple[str, Path]], progress: Progress) -> tuple[Corpus, ...]:
    """Look through the recordings of each corpus, by name and folder."""
    progress.begin(Phase.LOOKING)
    return tuple(load_corpus(name, folder, progress.looked) for name, folder in given)


def choose_clips(
    corpora: Sequence[Corpus], wanted: Sequence[str], merge: dict[str, str]
) -> tuple[tuple[Clip, ...], tuple[str, ...]]:
    """Clips with a wanted label (any, where none is named), after merging, and the labels in common order."""
    clips = [
        dataclasses.replace(clip, label=merge.get(clip.label, clip.label))
        for corpus in corpora
        for clip in corpus.clips
    ]
    found = {clip.label for clip in clips}
    chosen = set(wanted) or found
    if missing := chosen - found:
        raise UserError(
            "missing-label",
            "No clip is labelled {missing}.",
            "The recordings hold {found}.",
            "Name the emotions to tell apart with --labels, or add a corpus that has these too.",
            missing=", ".join(sorted(missing)),
            found=", ".join(sorted(found)),
        )
    if len(chosen) < 2:
        raise UserError(
            "one-label",
            "There is one emotion only; a model needs at least two to tell apart.",
            "All clips are labelled {label}.",
            "Add recordings of another emotion.",
            label=chosen.pop(),
        )
    places = Counter(clip.path.resolve() for clip in clips)
    if twice := [path for path, count in places.items() if count > 1]:
        raise UserError(
            "given-twice",
            "{count} recordings are in more than one of the corpora given.",
            "One is {path}.",
            "Give each recording once: else the same voice could be trained on and tested.",
            count=len(twice),
            path=str(twice[0]),
        )
    labels = tuple(label for label in EMOTIONS if label in chosen)
    return tuple(clip for clip in clips if clip.label in chosen), labels


def without_copies(examples: Sequence[Example], held_out: Sequence[Example]) -> list[Example]:
    """Leave out what is also held out under another name: the same recording, to the last bit."""
    known = {example.features[0].tobytes() for example in held_out}
    return [example for example in examples if example.features[0].tobytes() not in known]


def examples_of(
    clips: Sequence[Clip], features: Iterable[Heard | Skipped], labels: Sequence[str], spec: FeatureSpec
) -> list[Example]:
    """Clips with their features, cut to the speech, and their classes; what was skipped is left out."""
    examples = []
    for clip, heard in zip(clips, features, strict=True):
        if not isinstance(heard, Skipped):
            sound = cut_to_speech(heard, spec)
            examples.append(Example(sound, labels.index(clip.label), clip.corpus, clip.speaker, clip.sex))
    return examples


def fit_normaliser(examples: Sequence[Example], spec: FeatureSpec) -> Normaliser:
    """Mean and scale of the clips' frames, level already made relative where the kind says so."""
    kind = spec.normaliser.kind
    if kind in {"none", "utterance"}:
        return spec.normaliser
    plain = (np.asarray(example.features[0], np.float32) for example in examples)
    frames = np.concatenate([levelled(features, spec) for features in plain])
    mean, scale = frames.mean(0, dtype=np.float64), frames.std(0, dtype=np.float64)
    return dataclasses.replace(
        spec.normaliser,
        mean=tuple(round(float(value), 5) for value in mean),
        scale=tuple(round(max(float(value), 1e-3), 5) for value in scale),
    )


def _hear(
    name: str,
    clips: Sequence[Clip],
    labels: tuple[str, ...],
    variants: int,
    request: TrainingRequest,
    progress: Progress,
    pool: ProcessPoolExecutor,
) -> list[Example]:
    """Features of one part's clips, cut to the speech; what cannot be heard is named and left out."""
    spec = request.recipe.spec
    with progress.task(Phase.FEATURES, len(clips), name) as task:
        features = extract(clips, spec, request.cache, variants=variants, on_clip=task.step, pool=pool)
    for heard in features:
        if isinstance(heard, Skipped):
            progress.unheard(heard)
    return examples_of(clips, features, labels, spec)


def _check_parts(
    training: Sequence[Example],
    validation: Sequence[Example],
    test: Sequence[Example],
    labels: tuple[str, ...],
) -> None:
    for name, part in (("validation", validation), ("test", test)):
        if not part:
            raise UserError(
                "nobody-heard",
                "None of the recordings held out for {part} could be used.",
                remedy="Mend the recordings that were left out, or choose others with another --seed.",
                part=name,
            )
    learned = {example.target for example in training}
    if unheard := [label for target, label in enumerate(labels) if target not in learned]:
        raise UserError(
            "label-not-trained",
            "Nobody in the training part sounds {labels}: all who do are held out.",
            remedy="Leave the label out with --labels, add speakers, or choose others with another --seed.",
            labels=", ".join(unheard),
        )
