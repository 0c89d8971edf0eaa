"""Official names in, common labels out: for every corpus, in every container, to the last clip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from ser_desktop.results import EMOTIONS
from ser_desktop.training.corpora import load_corpus
from ser_desktop.training.corpora.official import OFFICIAL

Make = Callable[..., Path]

EXAMPLES = [
    ("emodb", "wav/03a01Fa", "03", "m", "happiness"),
    ("emodb", "wav/16b10Lb", "16", "f", "boredom"),
    ("emodb", "wav/08a02Wc", "08", "f", "anger"),
    ("emodb", "wav/11a05Ea", "11", "m", "disgust"),
    ("emodb", "wav/12b03Ad", "12", "m", "fear"),
    ("emodb", "wav/14a07Na", "14", "f", "neutral"),
    ("emodb", "wav/15b09Ta", "15", "m", "sadness"),
    ("ravdess", "Actor_01/03-01-01-01-01-01-01", "01", "m", "neutral"),
    ("ravdess", "Actor_02/03-01-02-02-02-02-02", "02", "f", "calm"),
    ("ravdess", "Actor_24/03-01-03-01-01-02-24", "24", "f", "happiness"),
    ("ravdess", "Actor_09/03-01-04-01-02-01-09", "09", "m", "sadness"),
    ("ravdess", "Actor_10/03-01-05-02-01-01-10", "10", "f", "anger"),
    ("ravdess", "Actor_11/03-01-06-01-01-01-11", "11", "m", "fear"),
    ("ravdess", "Actor_12/03-01-07-01-01-01-12", "12", "f", "disgust"),
    ("ravdess", "Actor_13/03-01-08-01-01-01-13", "13", "m", "surprise"),
    ("tess", "OAF_angry/OAF_back_angry", "OAF", "f", "anger"),
    ("tess", "YAF_pleasant_surprise/YAF_witch_ps", "YAF", "f", "surprise"),
    ("tess", "OAF_neutral/OA_bite_neutral", "OAF", "f", "neutral"),
    ("emovo", "f1/dis-f1-b1", "f1", "f", "disgust"),
    ("emovo", "m3/gio-m3-n5", "m3", "m", "happiness"),
    ("emovo", "m2/pau-m2-d2", "m2", "m", "fear"),
    ("emovo", "f3/tri-f3-l4", "f3", "f", "sadness"),
    ("ased", "05Angry/a5-03-01-02-50", "50", "m", "anger"),
    ("ased", "04Sad/S4-04-01-01-01", "01", "f", "sadness"),
    ("ased", "02Fearful/f2-07-02-01-62", "62", "f", "fear"),
    ("urdu", "Angry/SM1_F10_A010", "SM1", "m", "anger"),
    ("urdu", "Sad/SF10_F1_S01", "SF10", "f", "sadness"),
    ("savee", "AudioData/DC/a01", "DC", "m", "anger"),
    ("savee", "AudioData/KL/su15", "KL", "m", "surprise"),
    ("savee", "ALL/JE_sa03", "JE", "m", "sadness"),
    ("savee", "JK_n30", "JK", "m", "neutral"),
    ("cremad", "AudioWAV/1001_DFA_ANG_XX", "1001", "m", "anger"),
    ("cremad", "AudioWAV/1091_WSI_HAP_XX", "1091", "f", "happiness"),
    ("cremad", "AudioWAV/1040_ITH_SAD_X", "1040", "m", "sadness"),
    ("cremad", "AudioWAV/1076_IEO_FEA_HI", "1076", "f", "fear"),
]

COUNTS = {
    "emodb": {
        "anger": 127, "boredom": 81, "disgust": 46, "fear": 69, "happiness": 71, "neutral": 79, "sadness": 62,
    },
    "ravdess": {
        "neutral": 96,
        **dict.fromkeys(("calm", "happiness", "sadness", "anger", "fear", "disgust", "surprise"), 192),
    },
    "tess": dict.fromkeys(set(EMOTIONS) - {"boredom", "calm"}, 400),
    "emovo": dict.fromkeys(set(EMOTIONS) - {"boredom", "calm"}, 84),
    "ased": {"neutral": 522, "fear": 510, "happiness": 486, "anger": 486, "sadness": 470},
    "urdu": dict.fromkeys(("anger", "happiness", "neutral", "sadness"), 100),
}  # fmt: skip

WOMEN_AND_MEN = {
    "emodb": (5, 5), "ravdess": (12, 12), "tess": (2, 0), "emovo": (3, 3), "ased": (25, 40), "urdu": (11, 18),
}  # fmt: skip


@pytest.mark.parametrize(("name", "stem", "speaker", "sex", "label"), EXAMPLES)
@pytest.mark.parametrize("container", ["wav", "FLAC", "ogg"])
def test_a_name_tells_emotion_speaker_and_sex(
    make: Make, container: str, name: str, stem: str, speaker: str, sex: str, label: str
) -> None:
    """A wrong letter in a table would teach the model the wrong emotion, whatever the container."""
    corpus = load_corpus(name, make(f"{stem}.{container}"))
    (clip,) = corpus.clips
    assert (clip.speaker, clip.sex, clip.label) == (f"{name}/{speaker}", sex, label)
    assert not corpus.skipped


@pytest.mark.parametrize("name", OFFICIAL)
def test_every_code_of_a_table_is_a_common_label(name: str) -> None:
    """A label outside the common ones could never be shown."""
    assert set(OFFICIAL[name].labels.values()) <= set(EMOTIONS)
    assert OFFICIAL[name].licence
    assert OFFICIAL[name].citation


@pytest.mark.parametrize(
    ("name", "foreign"),
    [
        ("ravdess", "Actor_01/03-02-05-01-01-01-01.wav"),  # song
        ("ravdess", "Actor_01/01-01-05-01-01-01-01.wav"),  # sound of a video
        ("ravdess", "Actor_25/03-01-05-01-01-01-25.wav"),  # no such actor
        ("emodb", "wav/07a01Fa.wav"),
        ("emodb", "wav/x03a01Fa.wav"),
        ("cremad", "AudioWAV/1092_DFA_ANG_XX.wav"),
        ("savee", "AudioData/XX/a01.wav"),
    ],
)
def test_a_name_of_another_kind_is_named_and_skipped(make: Make, name: str, foreign: str) -> None:
    """What is not the corpus's speech must not slip in under some label."""
    good = next(f"{stem}.wav" for corpus, stem, *_ in EXAMPLES if corpus == name)
    corpus = load_corpus(name, make(good, foreign))
    (skipped,) = corpus.skipped
    assert len(corpus.clips) == 1
    assert skipped.path.match(foreign)
    assert OFFICIAL[name].layout in skipped.reason


def test_the_silent_file_of_cremad_is_skipped_by_name(make: Make) -> None:
    """One official file holds no sound; the report says so instead of calling it broken."""
    corpus = load_corpus("cremad", make("1076_MTI_SAD_XX.wav", "1076_MTI_SAD_HI.wav"))
    (skipped,) = corpus.skipped
    assert (skipped.path.stem, skipped.reason) == ("1076_MTI_SAD_XX", "officially without sound")


def test_cremad_has_the_published_women_and_men(make: Make) -> None:
    """The 91 actors' sexes come from the corpus's demographics: 43 women and 48 men."""
    corpus = load_corpus("cremad", make(*(f"{actor}_DFA_ANG_XX.wav" for actor in range(1001, 1092))))
    assert Counter(clip.sex for clip in corpus.clips) == {"f": 43, "m": 48}


def test_emovo_is_read_from_the_left_microphone(make: Make) -> None:
    """The mean of two microphones at different distances would colour the voice."""
    (clip,) = load_corpus("emovo", make("f1/dis-f1-b1.wav", channels=2)).clips
    assert clip.channel == 0


def test_a_speaker_has_the_sex_that_most_files_say(make: Make) -> None:
    """Five ASED files carry the wrong code; no speaker may be counted as a woman and as a man."""
    names = ("a5-01-01-02-50", "a5-01-02-02-50", "n1-01-01-01-50", "n1-01-01-01-01")
    corpus = load_corpus("ased", make(*(f"{name}.wav" for name in names)))
    assert {clip.speaker: clip.sex for clip in corpus.clips} == {"ased/50": "m", "ased/01": "f"}
    assert [clip.sex for clip in corpus.clips].count("m") == 3


@pytest.mark.corpora
@pytest.mark.parametrize("name", COUNTS)
def test_the_real_corpus_is_found_to_the_last_clip(corpora: Path, name: str) -> None:
    """Official counts by emotion, every speaker's sex, nothing skipped: the tables fit reality."""
    corpus = load_corpus(name, corpora / name)
    sexes = Counter({clip.speaker: clip.sex for clip in corpus.clips}.values())
    assert corpus.counts == COUNTS[name]
    assert (sexes["f"], sexes["m"]) == WOMEN_AND_MEN[name]
    assert len(corpus.speakers) == sum(WOMEN_AND_MEN[name])
    assert not corpus.skipped


@pytest.mark.corpora
def test_one_actor_s_folder_is_enough(corpora: Path) -> None:
    """Pointing a level too deep still works where the names tell everything."""
    corpus = load_corpus("ravdess", corpora / "ravdess" / "Actor_07")
    assert (len(corpus.clips), corpus.speakers) == (60, ("ravdess/07",))
