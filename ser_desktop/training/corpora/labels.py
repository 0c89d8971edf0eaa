"""Words that people use for an emotion, and the common label that each of them means."""

from __future__ import annotations

import re
import unicodedata

# Which of the common labels a word means, in English, German, Italian, French, Spanish and Portuguese.
SYNONYMS = {
    "anger": "anger angry ang ärger aerger wut wütend wuetend rabbia arrabbiato colère ira enfado raiva",
    "boredom": "boredom bored boring langeweile gelangweilt noia annoiato ennui aburrimiento tédio",
    "disgust": "disgust disgusted dis ekel disgusto disgustato dégoût asco nojo",
    "fear": "fear fearful fea anxiety anxious scared angst furcht ängstlich aengstlich paura peur miedo medo",
    "happiness": "happiness happy hap joy joyful freude fröhlich froehlich glücklich gluecklich gioia"
    " felicità felice joie heureux alegría felicidad feliz alegria",
    "neutral": "neutral neutrality neu neutrale neutro neutre",
    "calm": "calm calmness ruhig ruhe gelassen calma calmo calme tranquilo",
    "sadness": "sadness sad trauer traurig traurigkeit tristezza triste tristesse tristeza",
    "surprise": "surprise surprised sur ps überraschung ueberraschung überrascht sorpresa sorpreso surpris"
    " surpresa",
}

_PHRASES = {"pleasant surprise": "surprise", "pleasant surprised": "surprise"}


def _fold(text: str) -> str:
    """Lower case without accents, numbers and punctuation: "02_Ärger" becomes "arger"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[\W\d_]+", " ", bare.casefold()).strip()


_LABELS = _PHRASES | {_fold(word): label for label, words in SYNONYMS.items() for word in words.split()}


def label_of(text: str) -> str | None:
    """Return the common label that a word means, whatever its case, accents and numbering.

    >>> label_of("03_Wütend")
    'anger'
    >>> label_of("tea") is None
    True
    """
    return _LABELS.get(_fold(text))
