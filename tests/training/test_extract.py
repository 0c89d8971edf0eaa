"""Features are computed once, kept while they are true, and one bad recording spoils no other."""

from __future__ import annotations

import dataclasses
import itertools
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile
from scipy.spatial.distance import pdist

from ser_desktop.errors import UserError
from ser_desktop.features.frontend import clip_features
from ser_desktop.features.spec import FeatureSpec, Normaliser
from ser_desktop.training.corpora import Clip, Skipped, load_corpus
from ser_desktop.training.extract import Heard, extract, workers
from tests.training.voices import write_corpus

SPEC = FeatureSpec(delta_order=0, coefficients=13)


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Clip, ...]:
    """Return six clips, of two speakers and three emotions, all called "00.wav"."""
    return load_corpus("folder", write_corpus(tmp_path_factory.mktemp("own"), speakers=2, takes=1)).clips


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, recordings: tuple[Clip, ...]) -> Path:
    """Return a cache that holds the clips' features with two variants."""
    cache = tmp_path_factory.mktemp("cache")
    extract(recordings, SPEC, cache, variants=2)
    return cache


@pytest.fixture
def cache(filled: Path, tmp_path: Path) -> Path:
    """Copy the filled cache, to be spoilt."""
    return Path(shutil.copytree(filled, tmp_path / "cache"))


def kept(cache: Path) -> dict[str, int]:
    """Files in the cache, with the moment at which each was written."""
    return {path.name: path.stat().st_mtime_ns for path in cache.rglob("*") if path.is_file()}


def good(results: list[Heard | Skipped]) -> list[Heard]:
    assert not [result for result in results if isinstance(result, Skipped)]
    return [result for result in results if not isinstance(result, Skipped)]


def equal(ours: Sequence[Heard], theirs: Sequence[Heard]) -> bool:
    """Whether all parts of all clips have the same values, in the same precision."""
    return [_exactly(heard) for heard in ours] == [_exactly(heard) for heard in theirs]


def _exactly(heard: Heard) -> list[tuple[object, ...]]:
    return [(part.shape, part.dtype, part.tobytes()) for part in heard]


def test_the_first_is_what_the_app_would_compute(recordings: tuple[Clip, ...], filled: Path) -> None:
    """Training must not hear anything but what the program computes live."""
    for clip, features in zip(recordings, good(extract(recordings, SPEC, filled, variants=2)), strict=True):
        samples, _ = soundfile.read(clip.path, dtype="float32")
        assert np.array_equal(features[0], clip_features(samples, SPEC))


def test_what_is_kept_is_not_computed_again(recordings: tuple[Clip, ...], filled: Path) -> None:
    """A second training starts at once, with the same features, whatever the normaliser."""
    before = kept(filled)
    assert len(before) == len(recordings)
    other = dataclasses.replace(SPEC, normaliser=Normaliser("level"))
    done: list[None] = []
    first = good(extract(recordings, SPEC, filled, variants=2))
    again = good(extract(recordings, other, filled, variants=2, on_clip=lambda: done.append(None)))
    assert equal(first, again)
    assert len(done) == len(recordings)
    assert kept(filled) == before


def test_another_feature_set_is_kept_apart(recordings: tuple[Clip, ...], cache: Path) -> None:
    """Features of another spec, or with another number of variants, are never handed out for these."""
    finer = dataclasses.replace(SPEC, coefficients=14)
    for spec, variants in ((finer, 2), (SPEC, 1)):
        for features in good(extract(recordings, spec, cache, variants=variants)):
            assert [part.shape[1] for part in features] == [spec.features] * (1 + variants)


def test_a_changed_recording_is_heard_again(
    recordings: tuple[Clip, ...], cache: Path, tmp_path: Path
) -> None:
    """Who replaces a bad take must not go on training on the old one."""
    path = Path(shutil.copy(recordings[0].path, tmp_path / "take.wav"))
    clip = dataclasses.replace(recordings[0], path=path)
    (before,) = good(extract([clip], SPEC, cache, variants=0))
    samples, rate_hz = soundfile.read(path)
    soundfile.write(path, samples[::-1], rate_hz)  # as large as before
    (after,) = good(extract([clip], SPEC, cache, variants=0))
    assert equal([after], [(clip_features(samples[::-1].astype(np.float32), SPEC),)])
    assert not equal([before], [after])


def test_damage_in_the_cache_is_mended(recordings: tuple[Clip, ...], filled: Path, cache: Path) -> None:
    """A crash or a full disk may leave anything; it costs time, never the training or wrong features."""
    *damaged, untouched = sorted(cache.rglob("*.npz"))
    empty, cut, noise, flipped, of_another_shape = damaged
    empty.write_bytes(b"")
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])
    noise.write_bytes(bytes(range(256)) * 8)
    content = flipped.read_bytes()
    half = len(content) // 2
    flipped.write_bytes(content[:half] + bytes([content[half] ^ 0xFF]) + content[half + 1 :])
    np.savez(of_another_shape, plain=np.zeros((3, 5)), variants=np.zeros((2, 5)), lengths=[1, 1])
    before = kept(cache)
    wanted = good(extract(recordings, SPEC, filled, variants=2))
    assert equal(good(extract(recordings, SPEC, cache, variants=2)), wanted)
    after = kept(cache)
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] == before[name]} == {untouched.name}


def test_a_variant_is_one_more_speaker(recordings: tuple[Clip, ...], filled: Path) -> None:
    """Faster or slower by up to 17 %, all that a speaker says alike; so its frames are fewer or more."""
    paces: dict[tuple[str, int], list[float]] = {}
    for clip, (plain, *variants) in zip(
        recordings, good(extract(recordings, SPEC, filled, variants=2)), strict=True
    ):
        for number, variant in enumerate(variants):
            paces.setdefault((clip.speaker, number), []).append(len(variant) / len(plain))
    means = [np.mean(of_one) for of_one in paces.values()]
    assert len(means) == 4
    assert max(np.ptp(of_one) for of_one in paces.values()) < 0.02  # a frame of a hundred, each
    assert pdist(np.reshape(means, (-1, 1))).min() > 0.02
    assert 0.85 < min(means) < 0.98
    assert 1.02 < max(means) < 1.18


def test_variants_are_those_of_the_speaker(
    recordings: tuple[Clip, ...], filled: Path, tmp_path: Path
) -> None:
    """Told that someone else speaks, the cache does not hand out what was varied for the first."""
    clip = recordings[0]
    cache = Path(shutil.copytree(filled, tmp_path / "cache"))
    other = dataclasses.replace(clip, speaker="folder/somebody")
    first, second = good(
        [*extract([clip], SPEC, cache, variants=2), *extract([other], SPEC, cache, variants=2)]
    )
    assert np.array_equal(first[0], second[0])
    assert len(first[1]) != len(second[1])


def test_only_variants_are_half_as_precise(
    recordings: tuple[Clip, ...], filled: Path, tmp_path: Path
) -> None:
    """What judges is exact; most of the memory is the variants', computed just now or kept before."""
    for cache in (filled, tmp_path):
        for features in good(extract(recordings[:2], SPEC, cache, variants=2)):
            assert [part.dtype for part in features] == [np.float32, np.float16, np.float16]
            assert all(np.isfinite(part).all() for part in features)


def test_a_bad_recording_is_named_and_the_others_go_on(
    recordings: tuple[Clip, ...], filled: Path, tmp_path: Path
) -> None:
    """Damage, an end too soon and a file that went away: each is skipped with its own reason."""
    noise = np.random.default_rng(0).uniform(-0.5, 0.5, 32_000).astype(np.float32)
    soundfile.write(tmp_path / "damaged.flac", noise, 16_000)
    content = bytearray((tmp_path / "damaged.flac").read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    (tmp_path / "damaged.flac").write_bytes(content)
    soundfile.write(tmp_path / "short.wav", noise[:3000], 16_000)
    (tmp_path / "text.wav").write_text("This is no sound.")
    names = ("damaged.flac", "short.wav", "text.wav", "gone.wav")
    bad = [dataclasses.replace(recordings[0], path=tmp_path / name) for name in names]
    results = extract([bad[0], *recordings[:2], *bad[1:], *recordings[2:]], SPEC, filled, variants=2)
    skipped = [result for result in results if isinstance(result, Skipped)]
    assert [result.path.name for result in skipped] == list(names)
    assert len({result.reason for result in skipped}) == len(names)
    assert all(result.reason for result in skipped)
    rest = [result for result in results if not isinstance(result, Skipped)]
    assert equal(rest, good(extract(recordings, SPEC, filled, variants=2)))


def test_variants_depend_on_recording_and_speaker_alone(
    recordings: tuple[Clip, ...], filled: Path, tmp_path: Path
) -> None:
    """The same on every machine, under every name, in every order; fewer are the first of more."""
    moved = [
        dataclasses.replace(clip, path=Path(shutil.copy(clip.path, tmp_path / f"{number}.wav")))
        for number, clip in enumerate(recordings)
    ]
    fewer = good(extract(moved[::-1], SPEC, tmp_path / "cache", variants=1))
    more = good(extract(recordings, SPEC, filled, variants=2))
    assert equal(fewer[::-1], [features[:2] for features in more])


def test_two_trainings_may_fill_the_cache_at_once(
    recordings: tuple[Clip, ...], filled: Path, tmp_path: Path
) -> None:
    """Neither reads what the other has half written, and nothing half written stays."""
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from ser_desktop.features.spec import FeatureSpec\n"
        "from ser_desktop.training.corpora import load_corpus\n"
        "from ser_desktop.training.extract import extract\n"
        "if __name__ == '__main__':\n"
        "    clips = load_corpus('folder', Path(sys.argv[1])).clips\n"
        "    extract(clips, FeatureSpec(delta_order=0, coefficients=13), Path(sys.argv[2]), variants=2)\n"
    )
    script = tmp_path / "child.py"
    script.write_text(program)
    cache = tmp_path / "cache"
    corpus = recordings[0].path.parents[2]
    with subprocess.Popen([sys.executable, script, corpus, cache]) as child:
        ours = good(extract(recordings, SPEC, cache, variants=2))
    assert child.returncode == 0
    assert kept(cache).keys() == kept(filled).keys()
    assert equal(good(extract(recordings, SPEC, cache, variants=2)), ours)


def test_workers_leave_ctrl_c_to_their_parent() -> None:
    """A terminal sends it to all of them; a worker that died of it would tell so at length."""
    with workers() as pool:
        assert pool.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN


def test_a_worker_that_dies_is_told() -> None:
    """The system kills it when memory runs out; a person reads that, not how processes talk."""
    with pytest.raises(UserError) as caught, workers() as pool:
        pool.submit(os._exit, 1).result()
    assert caught.value.code == "worker-died"


def test_an_interrupt_waits_for_no_more_work(recordings: tuple[Clip, ...], tmp_path: Path) -> None:
    """Ctrl-C among thousands of clips ends it soon; what was done is kept for the next time."""
    number = 16 * (os.cpu_count() or 1) + 64  # more than the workers take at a time
    many = [
        dataclasses.replace(clip, path=Path(shutil.copy(clip.path, tmp_path / f"{index}.wav")))
        for index, clip in zip(range(number), itertools.cycle(recordings))
    ]

    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        extract(many, SPEC, tmp_path / "cache", variants=1, on_clip=interrupt)
    assert 0 < len(kept(tmp_path / "cache")) < number
