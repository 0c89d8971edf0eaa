"""What the page of models says, in the window's language."""

from __future__ import annotations

from ser_desktop.results import EMOTIONS, ModelInfo
from ser_desktop.ui.language import in_words, tr
from ser_desktop.ui.words import noun, percent


def figure(info: ModelInfo) -> str:
    """Say what a model is worth to somebody whom it never heard, as far as anybody knows."""
    if info.uar is None:
        return tr("Nobody measured it on strangers")
    if info.strangers == 1:
        return tr("{share} of emotions right on one stranger", share=percent(info.uar))
    if not info.strangers:
        return tr("{share} of emotions right on strangers", share=percent(info.uar))
    share, count = percent(info.uar), info.strangers
    return tr("{share} of emotions right on {count} strangers", share=share, count=count)


def caution(info: ModelInfo) -> str:
    """Say how far a figure can be relied on, where that is not far; else nothing."""
    if info.uar is None or not 0 < info.strangers < 5:
        return ""
    return tr("So few people are a hint, no more.")


def explained(info: ModelInfo) -> str:
    """Say what the figure is, for who wants to know."""
    if info.uar is None:
        return ""
    return tr(
        "The share of clips that it names rightly, the same weight for each emotion, "
        "of people whose voices it never heard (unweighted average recall)."
    )


def origin(info: ModelInfo) -> str:
    """Say whose model it is."""
    return tr("Your own") if info.own else tr("Came with the program")


def emotions(labels: tuple[str, ...]) -> str:
    """Name the emotions, in the order that every list has."""
    return ", ".join(noun(label) for label in EMOTIONS if label in labels)


def line(info: ModelInfo) -> str:
    """Say in a few words what a model is: its second line in the list."""
    if info.error is not None:
        return tr("Damaged: it cannot be used")
    if info.uar is None:
        return tr("Not measured on strangers")
    return tr("{share} right on strangers", share=percent(info.uar))


def spoken(info: ModelInfo, *, in_use: bool) -> str:
    """Say all that a row shows, for those who do not see it."""
    parts = [info.title, tr("in use") if in_use else "", line(info), origin(info)]
    return ", ".join(part for part in parts if part)


def fault(info: ModelInfo) -> str:
    """Say why a model cannot be used."""
    return in_words(info.error) if info.error is not None else ""
