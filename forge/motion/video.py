"""Pictures to a video file: MP4 that plays everywhere, or an animated WebP."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Literal, TypeAlias, get_args

import numpy as np
import numpy.typing as npt

Picture: TypeAlias = npt.NDArray[np.uint8]

Format = Literal["mp4", "webp"]
FORMATS: tuple[Format, ...] = get_args(Format)
MIME_TYPES: dict[Format, str] = {"mp4": "video/mp4", "webp": "image/webp"}

_QUALITY = 17  # x264's constant rate factor: lines of a drawing stay clean
_WEBP_QUALITY = 86


class VideoError(ValueError):
    """The pictures cannot be written as this format."""


def encode(
    pictures: Iterable[Picture],
    fps: float,
    form: Format,
    *,
    told: Callable[[int], None] = lambda _: None,
) -> bytes:
    """(H, W, 3) uint8 each, of one size, as a file of exactly so many pictures.

    H.264 in yuv420p with the index at the front, one thread, without the time: the same
    pictures give the same bytes on one machine. Safe to call from any thread. `told` is called
    with the number of pictures written. Raises VideoError for no pictures, a rate that is not
    positive, pictures of different sizes, and odd sides in an MP4.
    """
    if not 0 < fps <= 1000:
        raise VideoError(f"A video cannot have {fps:g} pictures a second")
    checked = _checked(pictures, form)
    return (_mp4 if form == "mp4" else _webp)(checked, fps, told)


def _checked(pictures: Iterable[Picture], form: Format) -> Iterator[Picture]:
    rest = iter(pictures)
    first = list(islice(rest, 1))
    if not first:
        raise VideoError("A video needs at least one picture")
    height, width = first[0].shape[:2]
    if form == "mp4" and (height % 2 or width % 2):
        raise VideoError(f"An MP4 needs even sides, not {width}x{height} pixels")

    def each() -> Iterator[Picture]:
        yield first[0]
        for picture in rest:
            if picture.shape[:2] != (height, width):
                raise VideoError("The pictures of a video must be of one size")
            yield picture

    return each()


def _mp4(pictures: Iterator[Picture], fps: float, told: Callable[[int], None]) -> bytes:
    rate = Fraction(fps).limit_denominator(1001)
    # a file, for to put the index at its front the muxer reads back what it has written;
    # bitexact leaves out the versions of the libraries and the time
    options = {"movflags": "+faststart", "fflags": "+bitexact"}
    with tempfile.TemporaryDirectory(prefix="avatarforge-") as folder:
        path = Path(folder) / "video.mp4"
        _mux(path, pictures, rate, options, told)
        return path.read_bytes()


def _mux(
    path: Path,
    pictures: Iterator[Picture],
    rate: Fraction,
    options: dict[str, str],
    told: Callable[[int], None],
) -> None:
    import av
    from av.video.reformatter import ColorRange, Colorspace

    with av.open(str(path), "w", format="mp4", options=options) as container:
        stream = None
        for index, picture in enumerate(pictures):
            if stream is None:
                stream = container.add_stream("libx264", rate=rate)
                stream.height, stream.width = picture.shape[:2]
                stream.pix_fmt = "yuv420p"
                stream.time_base = 1 / rate
                stream.thread_count = 1
                stream.options = {
                    "preset": "medium", "crf": str(_QUALITY), "tune": "animation",
                    "threads": "1", "flags": "+bitexact",
                    "colorprim": "bt709", "transfer": "bt709", "colormatrix": "bt709",
                }  # fmt: skip
            frame = av.VideoFrame.from_ndarray(
                np.ascontiguousarray(picture[..., :3]), format="rgb24"
            ).reformat(
                format="yuv420p",
                src_colorspace=Colorspace.ITU709,
                dst_colorspace=Colorspace.ITU709,
                dst_color_range=ColorRange.MPEG,
            )
            frame.pts = index
            frame.time_base = 1 / rate
            container.mux(stream.encode(frame))
            told(index + 1)
        assert stream is not None
        container.mux(stream.encode())


def _webp(pictures: Iterator[Picture], fps: float, told: Callable[[int], None]) -> bytes:
    from PIL import Image

    first = next(pictures)
    count = 1

    def rest() -> Iterator[Image.Image]:
        nonlocal count
        for picture in pictures:
            told(count)
            count += 1
            yield Image.fromarray(np.ascontiguousarray(picture[..., :3]))

    frames = list(rest())
    # WebP has whole milliseconds: the rounding is spread, so that the whole is as long as it is
    ends = [round(1000 * (index + 1) / fps) for index in range(len(frames) + 1)]
    durations = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(first[..., :3])).save(
        buffer, "WEBP", save_all=True, append_images=frames, duration=durations, loop=0,
        quality=_WEBP_QUALITY, method=2, minimize_size=False, allow_mixed=False,
    )  # fmt: skip
    told(count)
    return buffer.getvalue()
