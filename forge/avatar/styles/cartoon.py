"""3D cartoon: a toy of smooth plastic. Few full colours in clean gradients, a highlight where
the lamp is mirrored, a rim of light all round, glossy eyes and rosy cheeks; no line, no grain."""

from __future__ import annotations

import numpy as np

from .planes import (
    Plane,
    clipped,
    curve,
    kuwahara,
    kuwahara_wide,
    luma,
    mixed,
    restored,
    saturated,
    scaled,
    screened,
    shifted,
    slopes,
    smooth,
    softened,
    wide,
)
from .relief import relief
from .scene import Scene, disc
from .skin import scattered, skin_in

# Room above the lights, so that white cloth is still modelled.
_HEADROOM = ((0, 14), (40, 46), (160, 164), (255, 226))
_ROSE = (236, 84, 96)


def render(colour: Plane, scene: Scene) -> tuple[Plane, Plane]:
    if not scene.apart:
        return _from_photograph(colour, scene), scene.alpha
    form = relief(colour, scene.body)
    eased = softened(kuwahara(colour, 1 + scene.zoom), 2 + scene.zoom, 16)
    # A seam is a soft groove.
    eased = mixed(restored(eased, smooth(colour, 1)), colour, scene.fine)
    eased = saturated(eased, luma(eased), 86)
    before = curve(*_HEADROOM)[eased]
    lit = scene.spared(form.lit(42, 44).astype(np.int16) - 128, 130) + 128
    picture = scaled(before, lit.astype(np.uint8))
    dim = 128 - scene.spared(128 - form.sky(48), 190)
    picture = scaled(scaled(picture, dim.astype(np.uint8)), scene.facing(44))
    skin = skin_in(colour)
    picture = scattered(picture, before, skin)
    # Light goes a little way into plastic: shade is full of its own colour.
    picture = saturated(picture, luma(picture), 72)
    # The lamp, mirrored where the surface leans just so; skin shines less.
    shiny = 255 - skin.astype(np.int32) * 3 // 4
    gloss = (form.mirror(96, 64) * shiny >> 9).astype(np.uint8)
    picture = screened(picture, scene.spared(gloss, 220))
    picture = screened(picture, _rim(scene))
    picture = _face(picture, eased, scene)
    if not scene.cut_out:
        picture = mixed(_stage(colour, scene), picture, scene.body)
    glow = wide(curve((0, 0), (190, 0), (255, 70))[picture], 3)
    return screened(picture, (glow >> 1).astype(np.uint8)), scene.alpha


def _rim(scene: Scene) -> Plane:
    """(3, H, W): light from behind along both sides, warm on the left and cool on the right."""
    right, down = slopes(smooth(scene.body, 1 + scene.zoom + (scene.side >= 480)))
    strength = min(4, scene.side // 90) << scene.zoom
    left = np.clip((right + (down >> 1)) * strength - 24, 0, 40).astype(np.uint16)
    far = np.clip((-right + (down >> 1)) * strength - 24, 0, 84).astype(np.uint16)
    inside = scene.body.astype(np.uint16)
    left, far = (left * inside) >> 8, (far * inside) >> 8
    rim = np.stack([left + (far * 3 >> 2), (left * 7 >> 3) + (far * 15 >> 4), (left >> 1) + far])
    return clipped(rim)


def _face(picture: Plane, eased: Plane, scene: Scene) -> Plane:
    """Rosy cheeks, and eyes of glass."""
    picture = mixed(picture, eased, scene.eyes - (scene.eyes >> 2))
    head = scene.head
    if head is None or len(head.eyes) == 0:
        return picture
    rose = np.array(_ROSE, np.uint8)[:, np.newaxis, np.newaxis]
    skin, paler = skin_in(eased), curve((0, 20), (80, 50), (200, 200), (255, 200))[luma(eased)]
    paler = paler.astype(np.uint16)
    for x, y in head.eyes:
        outwards = head.size // 24 * (1 if x >= head.x else -1)
        cheek = disc(scene.shape, x + outwards, y + head.size * 5 // 32, 0, head.size // 8)
        blush = (np.minimum(cheek, skin) * paler) >> 9
        picture = mixed(picture, rose, blush.astype(np.uint8))
        reach = max(1, head.size // 42)
        spot = disc(scene.shape, x - reach, y - reach, reach // 2, reach)
        picture = screened(picture, spot)
    return picture


def _stage(colour: Plane, scene: Scene) -> Plane:
    """Behind the figure its own colour, bright and clean, with a soft shadow on it."""
    clean = saturated(colour, luma(colour), 100)
    step = scene.marks(14)
    cast = shifted(wide(scene.body, 2, 3), step, step).astype(np.uint16)
    return scaled(clean, (132 - (cast >> 3)).astype(np.uint8))


def _from_photograph(colour: Plane, scene: Scene) -> Plane:
    """As if modelled in clay: small texture goes, the photograph's own light is smoothed and
    grows stronger."""
    zoom = scene.zoom
    flat = restored(kuwahara_wide(colour, 2 + zoom), kuwahara(colour, 1 + zoom))
    flat = restored(softened(flat, 3, 14), colour)
    light = luma(flat)
    full = saturated(flat, light, 88)
    # Lights swell and shades sink in round, even steps.
    form = (wide(light, 1).astype(np.int16) - wide(light, 3)) >> 2
    full = clipped(full + np.clip(form, -14, 10))
    full = curve((0, 16), (60, 64), (128, 136), (200, 208), (255, 250))[full]
    glow = wide(curve((0, 0), (170, 0), (255, 90))[full], 3)
    return screened(full, (glow >> 1).astype(np.uint8))
