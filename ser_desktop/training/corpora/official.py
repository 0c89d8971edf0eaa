"""How the official corpora name their files: one entry a corpus.

A pattern is matched, in any case, against the end of a file's path without its suffix; its groups
``emotion`` and ``speaker`` are looked up and kept as they are. The container is never asked: the original
WAVs and copies in any other format load alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from ser_desktop.training.corpora.clip import Sex

Groups = Mapping[str, str]


@dataclass(frozen=True)
class Naming:
    """What a corpus calls its files, and what one needs to know of it.

    ``layout`` tells a person what was expected. ``speaker`` and ``sex`` read the pattern's groups (upper
    case); ``silent`` are official files without any sound; ``channel`` is the one to read where the
    originals have several microphones.
    """

    layout: str
    pattern: str
    labels: Mapping[str, str]
    speaker: Callable[[Groups], str]
    sex: Callable[[Groups], Sex]
    licence: str
    citation: str
    channel: int | None = None
    silent: frozenset[str] = frozenset()
    remarks: tuple[str, ...] = ()

    def match(self, path: PurePath) -> re.Match[str] | None:
        """Match the name of a file; the match spans the part of its path that names the recording."""
        return re.search(rf"(?<![^/]){self.pattern}$", path.with_suffix("").as_posix(), re.IGNORECASE)


RESEARCH = "no licence beyond free use for research is known"

_EMODB_WOMEN = {"08", "09", "13", "14", "16"}

# Sex of the actors as in the corpus's own VideoDemographics.csv: 43 women, the other 48 are men.
_CREMAD_WOMEN = {
    *("1002", "1003", "1004", "1006", "1007", "1008", "1009", "1010", "1012", "1013", "1018"),
    *("1020", "1021", "1024", "1025", "1028", "1029", "1030", "1037", "1043", "1046", "1047"),
    *("1049", "1052", "1053", "1054", "1055", "1056", "1058", "1060", "1061", "1063", "1072"),
    *("1073", "1074", "1075", "1076", "1078", "1079", "1082", "1084", "1089", "1091"),
}


def _own(groups: Groups) -> str:
    return groups["speaker"]


def _sex_letter(groups: Groups) -> Sex:
    return "f" if groups["sex"] == "F" else "m"


OFFICIAL: Mapping[str, Naming] = {
    "emodb": Naming(
        layout="wav/03a01Fa.wav: speaker, text, emotion (W L E A F T N), version",
        pattern=r"(?P<speaker>03|08|09|1[0-6])[ab]\d\d(?P<emotion>[WLEAFTN])[a-z]",
        labels={
            "W": "anger", "L": "boredom", "E": "disgust", "A": "fear", "F": "happiness", "N": "neutral",
            "T": "sadness",
        },
        speaker=_own,
        sex=lambda groups: "f" if groups["speaker"] in _EMODB_WOMEN else "m",
        licence="CC0 (as published by audEERING)",
        citation="Burkhardt et al., A database of German emotional speech, Interspeech 2005",
    ),
    "ravdess": Naming(
        layout="Actor_01/03-01-05-01-01-01-01.wav: audio only (03), speech (01), emotion, intensity,"
        " statement, repetition, actor",
        pattern=r"03-01-(?P<emotion>0[1-8])-0[12]-0[12]-0[12]-(?P<speaker>0[1-9]|1\d|2[0-4])",
        labels={
            "01": "neutral", "02": "calm", "03": "happiness", "04": "sadness", "05": "anger", "06": "fear",
            "07": "disgust", "08": "surprise",
        },
        speaker=_own,
        sex=lambda groups: "m" if int(groups["speaker"]) % 2 else "f",
        licence="CC BY-NC-SA 4.0",
        citation="Livingstone and Russo, PLoS ONE 13(5) e0196391, 2018",
        remarks=(
            "03-01-03-01-02-01-07 and 03-01-03-01-02-02-07 are one recording, kept twice as published.",
        ),
    ),
    "tess": Naming(
        layout="OAF_angry/OAF_back_angry.wav: speaker (OAF or YAF), word, emotion",
        pattern=r"(?P<speaker>O|Y)AF?_[a-z]+_(?P<emotion>angry|disgust|fear|happy|neutral|ps|sad)",
        labels={
            "ANGRY": "anger", "DISGUST": "disgust", "FEAR": "fear", "HAPPY": "happiness",
            "NEUTRAL": "neutral", "PS": "surprise", "SAD": "sadness",
        },
        speaker=lambda groups: groups["speaker"] + "AF",  # OA_bite_neutral is misnamed, and OAF's
        sex=lambda _: "f",
        licence="CC BY-NC-ND 4.0",
        citation="Pichora-Fuller and Dupuis, Toronto emotional speech set, doi:10.5683/SP2/E8H2MF, 2020",
    ),
    "emovo": Naming(
        layout="f1/dis-f1-b1.wav: emotion (dis gio neu pau rab sor tri), speaker, sentence",
        pattern=r"(?P<emotion>dis|gio|neu|pau|rab|sor|tri)-(?P<speaker>(?P<sex>[fm])[1-3])-[a-z]\d+",
        labels={
            "DIS": "disgust", "GIO": "happiness", "NEU": "neutral", "PAU": "fear", "RAB": "anger",
            "SOR": "surprise", "TRI": "sadness",
        },
        speaker=lambda groups: groups["speaker"].lower(),
        sex=_sex_letter,
        licence=RESEARCH,
        citation="Costantini et al., EMOVO corpus: an Italian emotional speech database, LREC 2014",
        channel=0,  # two microphones at different distances: their mean would comb-filter
    ),
    "ased": Naming(
        layout="05Angry/a5-03-01-02-50.wav: emotion, sentence, repetition, sex (01 f, 02 m), speaker",
        pattern=r"(?P<emotion>n1|f2|h3|s4|a5)-\d\d-\d\d-(?P<sex>0[12])-(?P<speaker>\d\d)",
        labels={"N1": "neutral", "F2": "fear", "H3": "happiness", "S4": "sadness", "A5": "anger"},
        speaker=_own,
        sex=lambda groups: "f" if groups["sex"] == "01" else "m",
        licence=RESEARCH,
        citation="Retta et al. (ASED), doi:10.1145/3529759, 2022",
        remarks=(
            "Four pairs of files (repetitions by one speaker) are one recording, kept twice as published.",
            "In five files the sex code differs from the speaker's other files; the majority decides.",
            "Sentences 03 to 07 belong to one emotion each: the words help, so its figure is too kind.",
        ),
    ),
    "urdu": Naming(
        layout="Angry/SM1_F10_A010.wav: sex and speaker, file, emotion (A H N S) with a number",
        pattern=r"(?P<speaker>S(?P<sex>[FM])\d+)_F\d+_(?P<emotion>[AHNS])\d+",
        labels={"A": "anger", "H": "happiness", "N": "neutral", "S": "sadness"},
        speaker=_own,
        sex=_sex_letter,
        licence=RESEARCH,
        citation="Latif et al., Cross lingual speech emotion recognition, FIT 2018 (arXiv:1812.10411)",
    ),
    "savee": Naming(
        layout="AudioData/DC/a01.wav or DC_a01.wav: speaker (DC JE JK KL), emotion (a d f h n sa su), number",
        pattern=r"(?P<speaker>DC|JE|JK|KL)[_/](?P<emotion>sa|su|[adfhn])\d\d",
        labels={
            "A": "anger", "D": "disgust", "F": "fear", "H": "happiness", "N": "neutral", "SA": "sadness",
            "SU": "surprise",
        },
        speaker=_own,
        sex=lambda _: "m",
        licence="free for research after registration",
        citation="Haq and Jackson, Speaker-dependent audio-visual emotion recognition, AVSP 2009",
    ),
    "cremad": Naming(
        layout="AudioWAV/1001_DFA_ANG_XX.wav: actor, sentence, emotion (ANG DIS FEA HAP NEU SAD), intensity",
        pattern=r"(?P<speaker>10(?:0[1-9]|[1-8]\d|9[01]))_[A-Z]{3}_(?P<emotion>ANG|DIS|FEA|HAP|NEU|SAD)_[A-Z]{1,2}",
        labels={
            "ANG": "anger", "DIS": "disgust", "FEA": "fear", "HAP": "happiness", "NEU": "neutral",
            "SAD": "sadness",
        },
        speaker=_own,
        sex=lambda groups: "f" if groups["speaker"] in _CREMAD_WOMEN else "m",
        licence="ODbL 1.0",
        citation="Cao et al., CREMA-D, IEEE Transactions on Affective Computing 5(4), 377-390, 2014",
        silent=frozenset({"1076_MTI_SAD_XX"}),
    ),
}  # fmt: skip
"""Every official corpus by the name used on the command line."""
