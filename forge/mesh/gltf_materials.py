"""Reading the colour of a glTF file: factors, and the first base colour picture."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..images import ImageError, inspect
from .gltf_buffers import Buffers, data_uri, numbers, row, table, whole
from .mesh import MeshError

LARGEST_SIDE = 8192
WHITE = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Surface:
    """What a primitive's material says of its colour.

    Attributes:
        factor: (3,) linear, by which colours are multiplied.
        image: the number of the picture, if any.
        coordinates: the set of texture coordinates that the picture goes by.
    """

    factor: tuple[float, float, float] = WHITE
    image: int | None = None
    coordinates: int = 0


@dataclass(slots=True)
class Materials:
    """The materials of a document; `notes` grows by what was left out."""

    document: dict[str, Any]
    buffers: Buffers
    notes: list[str] = field(default_factory=list)

    def note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)

    def surface(self, number: Any) -> Surface:
        """The material of that number; plain white for None."""
        if number is None:
            return Surface()
        entries = row(self.document.get("materials"), "materials")
        what = f"material {number!r:.20}"
        entry = table(entries[whole(number, what, below=len(entries))], what)
        pbr = table(entry.get("pbrMetallicRoughness"), f"{what}'s pbrMetallicRoughness")
        factor, info = pbr.get("baseColorFactor"), pbr.get("baseColorTexture")
        old = table(entry.get("extensions"), f"{what}'s extensions").get(
            "KHR_materials_pbrSpecularGlossiness"
        )
        if old is not None and not pbr:
            diffuse = table(old, what)
            factor, info = diffuse.get("diffuseFactor"), diffuse.get("diffuseTexture")
        colour = np.ones(4) if factor is None else numbers(factor, 4, f"{what}'s factor")
        red, green, blue = (float(each) for each in np.clip(colour[:3], 0.0, 1.0))
        if info is None:
            return Surface((red, green, blue))
        reference = table(info, f"{what}'s texture")
        if "KHR_texture_transform" in table(reference.get("extensions"), f"{what}'s texture"):
            self.note("A texture's transform (KHR_texture_transform) is ignored")
        coordinates = whole(reference.get("texCoord", 0), f"{what}'s texCoord")
        return Surface((red, green, blue), self._image(reference.get("index")), coordinates)

    def _image(self, number: Any) -> int | None:
        entries = row(self.document.get("textures"), "textures")
        what = f"texture {number!r:.20}"
        entry = table(entries[whole(number, what, below=len(entries))], what)
        extensions = table(entry.get("extensions"), f"{what}'s extensions")
        webp = table(extensions.get("EXT_texture_webp"), what)
        source = webp.get("source", entry.get("source"))
        if source is None:
            names = ", ".join(sorted(map(str, extensions))) or "no source"
            self.note(f"A texture cannot be read ({names}) and is left out")
            return None
        images = row(self.document.get("images"), "images")
        return whole(source, f"{what}'s source", below=len(images))

    def picture(self, number: int) -> NDArray[np.uint8]:
        """(H, W, 3) uint8 sRGB of an image; MeshError where it is no PNG, JPEG or WEBP."""
        what = f"image {number}"
        entry = table(row(self.document.get("images"), "images")[number], what)
        if "bufferView" in entry:
            data = bytes(self.buffers.view(entry["bufferView"])[0])
        elif isinstance(entry.get("uri"), str):
            data = data_uri(entry["uri"], what)
        else:
            raise MeshError(f"{what} of the glTF document has no bytes")
        return decoded(data, f"the texture ({what})")


def decoded(data: bytes, what: str) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 sRGB of a picture file, without its alpha; MeshError with the reason."""
    try:
        inspect(data, largest=LARGEST_SIDE)
    except ImageError as error:
        raise MeshError(f"{what} cannot be used: {error}") from error
    with Image.open(io.BytesIO(data)) as image:
        if image.mode.startswith("I"):  # 16 bits of grey, which convert() would clip
            grey = (np.asarray(image, np.int64) >> 8).clip(0, 255).astype(np.uint8)
            return np.repeat(grey[..., None], 3, axis=2)
        return np.asarray(image.convert("RGB"))
