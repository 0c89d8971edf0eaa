"""The emotions' colours, in two choices: as people expect them, and for colour-blind eyes.

Both keep 3:1 against the grounds of the palettes that they belong to. "expected" was found by search near
what people expect of each emotion; any two differ by at least 12 in CIEDE2000 to protan, deutan and tritan
eyes (Machado et al., 2009). "apart" is what ``assets/make_colours.py`` found: the smallest difference of any
two, to eyes of any kind, is as large as it gets.
"""

from __future__ import annotations

from collections.abc import Mapping

ON_DARK: Mapping[str, Mapping[str, str]] = {
    "expected": {
        "anger": "#e92b17",
        "boredom": "#81655a",
        "disgust": "#6cb876",
        "fear": "#997bff",
        "happiness": "#ede44b",
        "neutral": "#b9b9bb",
        "calm": "#66effe",
        "sadness": "#4667bd",
        "surprise": "#ba7aa8",
    },
    "apart": {
        "anger": "#a2988c",
        "boredom": "#61713e",
        "disgust": "#48b001",
        "fear": "#a9a0ff",
        "happiness": "#e1ff16",
        "neutral": "#f8e2c5",
        "calm": "#b5f4fe",
        "sadness": "#8240f0",
        "surprise": "#885f77",
    },
}
ON_LIGHT: Mapping[str, Mapping[str, str]] = {
    "expected": {
        "anger": "#cb0334",
        "boredom": "#876a60",
        "disgust": "#006111",
        "fear": "#8a5be0",
        "happiness": "#b28000",
        "neutral": "#4a4f53",
        "calm": "#0a96a3",
        "sadness": "#0c229d",
        "surprise": "#d7488c",
    },
    "apart": {
        "anger": "#91000f",
        "boredom": "#7f7e92",
        "disgust": "#355553",
        "fear": "#b45dff",
        "happiness": "#f63100",
        "neutral": "#060b0b",
        "calm": "#089b6b",
        "sadness": "#36014e",
        "surprise": "#8432a3",
    },
}
