"""The model card: what a model is for, what it learned from, what it is worth, and what it is not for."""

from __future__ import annotations

from typing import Any

import numpy as np

from ser_desktop.inference.manifest import PICTURE_FILE, Manifest
from ser_desktop.training.exports import MOST_LOST, WEIGHTS
from ser_desktop.training.figures import STRANGERS, judged

_NETWORKS = {
    "attention-bilstm": "An attention BiLSTM",
    "functional-bilstm": "An attention BiLSTM beside statistics of the whole window,",
    "mean-mlp": "A multilayer perceptron over means in time, without attention,",
    "mean-cnn": "A convolutional network over means in time, without attention,",
    "mean-lstm": "An LSTM over means in time, without attention,",
    "dcnn-blstm": "A convolutional network over segments with a BLSTM and attention,",
}
_SEXES = {"f": "women", "m": "men", "unknown": "sex unknown"}


def card(manifest: Manifest) -> str:
    """Return the card's text; every figure is from the manifest."""
    training = manifest.training
    test, part = judged(manifest), _part(manifest)
    overall = test["all"]
    groups = {**test["corpora"], **{_SEXES[sex]: figures for sex, figures in test["sexes"].items()}}
    network = _NETWORKS[training["network"].get("kind", "attention-bilstm")]
    parts = [
        f"# {manifest.title}",
        f"Hears {len(manifest.labels)} emotions in a voice: {', '.join(manifest.labels)}. "
        f"{network} with {training['parameters']:,} parameters over {manifest.window_s:g} s of "
        f"{manifest.spec.features} features, in TensorFlow Lite.",
        _whose(manifest),
        f"UAR {_percent(overall['uar'])} (95 % interval over speakers {_interval(overall)}; chance "
        f"{_percent(overall['chance_uar'])}), accuracy {_percent(overall['accuracy'])} (majority class "
        f"{_percent(overall['majority_accuracy'])}), macro-F1 {_percent(overall['macro_f1'])}, expected "
        f"calibration error {overall['expected_calibration_error']:.3f}; {overall['clips']} clips of "
        f"{overall['speakers']} speakers, one training run (seed {training['seed']}). Measured on the "
        "`.tflite` by the program's own runtime, a clip judged by the mean over its windows.",
        _group_table(groups),
        "An interval over fewer than five speakers is no more than a hint.",
        _confusion_table(manifest.labels, overall),
        f"![Loss and validation UAR over the epochs; confusions of the test {part}]({PICTURE_FILE})",
        _not_tested(manifest),
        _exports(training, part),
        "## What it learned from",
        _data_table(training["corpora"]),
        _oddities(training),
        _parts(manifest),
        f"{'Stopped by hand after' if training['interrupted'] else 'Trained for'} "
        f"{len(training['history'])} epochs of {training['steps']} batches of {training['batch']} windows; "
        f"{_kept(training)}. Each training clip was also heard as {training['variants']} other voices in "
        f"other rooms through other microphones. {training['program']}, Python "
        f"{training['python']}, Keras {training['libraries']['keras']} on {training['keras_backend']}.",
        "## Use",
        "For people who want to see how a voice sounds: study of voices, acting and speech training, "
        "research, curiosity. It names how a voice sounds to listeners, not what a person feels. Not for "
        "judging people: not at work, not in school, not in hiring, care, policing or credit; the EU's AI "
        "Act forbids emotion inference at work and in education.",
        "## Limits",
        "It knows only voices like those above. Public recordings of emotion are mostly acted, by adults, "
        "close to a microphone, in few languages; on other voices, languages and rooms, and on everyday "
        f"speech, expect less than the figures above. {_worst_confusion(manifest.labels, overall)}",
        "## Licence",
        manifest.licence,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _whose(manifest: Manifest) -> str:
    """Say on whose voices the figures were measured."""
    if STRANGERS in manifest.metrics:
        return "## What it is worth on voices that it never met"
    return (
        "## What it is worth on the voices that it learned from\n\n"
        "**No figure for strangers:** too few speakers were known to hold any out. These figures are for "
        "other recordings of the same voices; on anybody else expect much less."
    )


def _part(manifest: Manifest) -> str:
    """Name what training, validation and test are made of."""
    return "speakers" if STRANGERS in manifest.metrics else "recordings"


def _parts(manifest: Manifest) -> str:
    part = _part(manifest)
    apart = {
        "speakers": "Speakers of training, validation and test are disjoint.",
        "recordings": "Training, validation and test are different recordings of the same speakers.",
    }
    return (
        f"{apart[part]} Temperature, the unsure threshold and, where one was chosen, the epoch come from "
        f"validation {part}, the normaliser from training {part}."
    )


def _kept(training: dict[str, Any]) -> str:
    if training.get("averaged"):
        return "a running average of the weights was kept"
    return f"epoch {training['kept_epoch']} was kept"


def _group_table(groups: dict[str, dict[str, Any]]) -> str:
    head = "| corpus or sex | speakers | clips | classes | UAR | 95 % interval | chance | accuracy |"
    rows = [
        f"| {name} | {f['speakers']} | {f['clips']} | {len(f['recall'])} | {_percent(f['uar'])} | "
        f"{_interval(f)} | {_percent(f['chance_uar'])} | {_percent(f['accuracy'])} |"
        for name, f in groups.items()
    ]
    return "\n".join([head, f"|{'---|' * 8}", *rows])


def _confusion_table(labels: tuple[str, ...], figures: dict[str, Any]) -> str:
    head = f"| spoken ↓ heard → | {' | '.join(labels)} | recall |\n|{'---|' * (len(labels) + 2)}"
    rows = [
        f"| {label} | {' | '.join(str(count) for count in row)} | {_percent(figures['recall'][label])} |"
        for label, row in zip(labels, figures["confusion"], strict=True)
        if label in figures["recall"]
    ]
    return "\n".join([head, *rows])


def _worst_confusion(labels: tuple[str, ...], figures: dict[str, Any]) -> str:
    """Name the mistake that the largest share of a class falls for; nothing where there is none."""
    confusion = np.array(figures["confusion"], float)
    wrong = confusion / np.maximum(confusion.sum(1, keepdims=True), 1)
    np.fill_diagonal(wrong, 0)
    spoken, heard = np.unravel_index(wrong.argmax(), wrong.shape)
    if not wrong[spoken, heard]:
        return ""
    share = _percent(float(wrong[spoken, heard]))
    return f"Its worst mistake: {labels[spoken]} taken for {labels[heard]} ({share} of it)."


def _not_tested(manifest: Manifest) -> str:
    """Say for which corpora and emotions there is no figure."""
    corpora = manifest.training["corpora"]
    alone = [name for name, corpus in corpora.items() if not corpus["test_speakers"]]
    unheard = [label for label in manifest.labels if label not in judged(manifest)["all"]["recall"]]
    sentences = []
    if alone:
        sentences.append(
            f"No figure for {', '.join(alone)}: too few speakers to hold any out, so all were trained on."
        )
    if unheard:
        sentences.append(f"No figure for {', '.join(unheard)}: none of the test speakers sounds so.")
    return " ".join(sentences)


def _exports(training: dict[str, Any], part: str) -> str:
    """Compare the files that the model was exported to; nothing for a model from before there were two."""
    if "exports" not in training:
        return ""
    rows = [
        f"| {WEIGHTS[name]} | {e['bytes'] / 1000:.0f} kB | {_percent(e['validation_uar'])} | "
        f"{_percent(e['test_uar'])} |"
        for name, e in training["exports"].items()
    ]
    told = (
        "Of a file with float and one with 8-bit weights the smaller is kept if it loses at most "
        f"{100 * MOST_LOST:g} points of UAR on validation {part}: here {WEIGHTS[training['export']]}. The "
        f"UAR on test {part} decided nothing."
    )
    return "\n".join([told, "", "| weights | file | UAR, validation | UAR, test |", f"|{'---|' * 4}", *rows])


def _data_table(corpora: dict[str, Any]) -> str:
    head = "| corpus | clips | speakers | held out: validation, test | skipped | licence |"
    rows = [
        f"| {name} | {c['clips']} | {c['speakers']} | {len(c['validation_speakers'])}, "
        f"{len(c['test_speakers'])} | {c['skipped']} | {c['licence']} |"
        for name, c in corpora.items()
    ]
    sources = [f"- {name}: {c['citation']}" for name, c in corpora.items() if c["citation"]]
    return "\n".join([head, f"|{'---|' * 6}", *rows, "", *sources]).rstrip()


def _oddities(training: dict[str, Any]) -> str:
    """Repeat what is odd about the recordings."""
    lines = [f"- {name}: {text}" for name, c in training["corpora"].items() for text in c["remarks"]]
    unnamed = training["clips"]["unnamed_speakers"]
    if unnamed and any(corpus["test_speakers"] for corpus in training["corpora"].values()):
        lines.append(
            f"- {unnamed} training clips are by speakers whom nobody named; should a test speaker be among "
            "them, the figures are too high."
        )
    if training["merge"]:
        merged = ", ".join(f"{old} as {new}" for old, new in training["merge"].items())
        lines.append(f"- Counted: {merged}.")
    return "\n".join(lines)


def _percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def _interval(figures: dict[str, Any]) -> str:
    if figures["uar_interval_95"] is None:
        return "one speaker"
    low, high = figures["uar_interval_95"]
    return f"{100 * low:.1f} to {100 * high:.1f}"
