"""Video files: they play, and are what was asked for."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from typing import Any

import av
import numpy as np
import pytest
import skimage.data
from avatarforge.forge.motion.video import VideoError, encode
from PIL import Image

CAT = skimage.data.chelsea()[:256, :320]
FRAMES = [np.roll(CAT, 4 * index, axis=1) for index in range(24)]


def played(data: bytes) -> tuple[Any, list[np.ndarray[Any, Any]], float]:
    with av.open(io.BytesIO(data), "r") as container:
        assert container.duration is not None
        stream = container.streams.video[0]
        seconds = container.duration / av.time_base
        return stream, [f.to_ndarray(format="rgb24") for f in container.decode(video=0)], seconds


@pytest.mark.parametrize("fps", [8.0, 12.5, 23.976, 24.0, 30.0])
def test_an_mp4_has_all_its_frames_at_their_pace(fps: float) -> None:
    told: list[int] = []
    data = encode(FRAMES, fps, "mp4", told=told.append)
    stream, frames, seconds = played(data)
    assert (stream.codec.canonical_name, stream.pix_fmt) == ("h264", "yuv420p")
    assert stream.average_rate == Fraction(fps).limit_denominator(1001)
    assert (len(frames), frames[0].shape) == (24, CAT.shape)
    assert seconds == pytest.approx(24 / fps, rel=1e-3)
    assert data.index(b"moov") < data.index(b"mdat")
    assert told == list(range(1, 25))


def test_colours_come_back() -> None:
    _, frames, _ = played(encode(FRAMES, 24.0, "mp4"))
    for sent, seen in zip(FRAMES, frames, strict=True):
        assert np.abs(sent.astype(float) - seen).mean() < 4


def test_the_same_frames_are_the_same_bytes_from_any_thread() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: encode(FRAMES, 24.0, "mp4"), range(4)))
    assert len(set(made)) == 1


def test_a_webp_is_animated_and_as_long() -> None:
    data = encode(FRAMES, 24.0, "webp")
    with Image.open(io.BytesIO(data)) as opened:
        count = getattr(opened, "n_frames", 1)
        assert (opened.format, count, opened.size) == ("WEBP", 24, (320, 256))
        lengths = []
        for index in range(count):
            opened.seek(index)
            opened.load()
            lengths.append(opened.info["duration"])
    assert sum(lengths) == 1000
    assert set(lengths) <= {41, 42}


@pytest.mark.parametrize(
    ("frames", "fps", "message"),
    [
        ([], 24.0, "at least one"),
        (FRAMES, 0.0, "pictures a second"),
        ([CAT[:255]], 24.0, "even sides"),
        ([CAT, CAT[:128]], 24.0, "one size"),
    ],
)
def test_what_cannot_be_a_video_is_refused(frames: Any, fps: float, message: str) -> None:
    with pytest.raises(VideoError, match=message):
        encode(frames, fps, "mp4")
