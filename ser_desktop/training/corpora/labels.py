"""Words that people use for an emotion, and the common label that each of them means."""

from __future__ import annotations

import re
import unicodedata

# Which of the common labels a word means, in English, German, Italian, French, Spanish and Portuguese.
SYNONYMS = {
    "anger": "anger angry ang anr furious rage ärger ärgerlich aerger aergerlich wut wütend wuetend zorn "
    "zornig rabbia rab arrabbiato arrabbiata collera furioso colère ira enfado raiva",
    "boredom": "boredom bored boring bor langeweile gelangweilt langweilig noia annoiato annoiata ennui"
    " aburrimiento tédio",
    "disgust": "disgust disgusted dis dsg ekel angeekelt abscheu disgusto disgustato disgustata schifo dégoût"
    " asco nojo",
    "fear": "fear fearful fea afraid frightened anxiety anxious scared angst furcht ängstlich aengstlich"
    " furchtsam paura pau impaurito impaurita spaventato spaventata peur miedo medo",
    "happiness": "happiness happy hap joy joyful freude freudig froh fröhlich froehlich glück glueck "
    "glücklich gluecklich gioia gio gioioso gioiosa felicità felice allegria allegro allegra contento"
    " contenta joie heureux alegría felicidad feliz",
    "neutral": "neutral neutrality neu ntr neutrale neutralità neutro neutra neutre",
    "calm": "calm calmness cal relaxed ruhig ruhe gelassen entspannt calma calmo calme tranquillo tranquilla"
    " tranquilo sereno",
    "sadness": "sadness sad trauer traurig traurigkeit tristezza tri triste tristesse tristeza",
    "surprise": "surprise surprised sur ps überraschung ueberraschung überrascht ueberrascht erstaunen "
    "erstaunt sorpresa sor sorpreso stupore surpris surpresa",
}

_PHRASES = {
    "pleasant surprise": "surprise",
    "pleasant surprised": "surprise",
    "hot anger": "anger",
    "cold anger": "anger",
}


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
