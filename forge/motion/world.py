"""Where a moving person is: a place of the scenes, or a plain backdrop; and how it is filmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..avatar.backdrop import Backdrop
from ..avatar.body import GROUND, HEAD_UNITS, HEIGHT, Body
from ..avatar.paint import ellipse, number
from ..avatar.parts.background import backdrop_of
from ..avatar.parts.hats import headroom
from ..avatar.raster import rasterise
from ..avatar.styles import Style, apply_style, behind, head_in
from ..pose.skeleton import Pose
from ..scene.gathering import styled
from ..scene.settings import Place, place
from ..scene.shading import lit, over
from ..story.scene import Scene
from .camera import Picture, Plate, Treadmill, View, document, placed
from .puppet import Drawn, Moment, Puppet

Framing = Literal["figure", "medium", "bust", "close"]

_TALL = 0.74  # of the picture's height: a grown person in a place
_ADULT = 650.0
_FAR, _NEAR = 0.72, 1.35
"""How much of a camera's way what is behind and what is before the person goes."""


@dataclass(frozen=True, slots=True)
class World:
    """In pixels of the picture that shows all of it. `where` is None on a plain backdrop."""

    width: int
    height: int
    where: Place | None
    scale: float  # pixels in a unit of the drawing
    x: float  # where the person's middle line is
    ground: float

    @property
    def home(self) -> View:
        return View(self.width / 2, self.height / 2, self.height)

    def at(self, point: tuple[float, float], aside: float = 0.0) -> tuple[float, float]:
        """A point of the drawing."""
        return (
            self.x + aside + point[0] * self.scale,
            self.ground + (point[1] - GROUND) * self.scale,
        )


def world_for(scene: Scene | None, width: int, height: int, seed: int) -> World:
    """The scene's place where it names one, else a plain backdrop."""
    if scene is None or scene.setting is None:
        scale = height / HEIGHT
        return World(width, height, None, scale, width / 2, GROUND * scale)
    where = place(
        scene.setting, time=scene.time, weather=scene.weather, width=width, height=height,
        seed=seed,
    )  # fmt: skip
    scale = min(_TALL * height / _ADULT, width * 0.9 / 330)
    return World(width, height, where, scale, width / 2, where.ground * height)


def framed(world: World, drawn: Drawn, framing: Framing) -> View:
    """What of the world shows this much of the person."""
    body, size = drawn.body, drawn.body.measures.head
    aspect = world.width / world.height
    if framing == "figure" and world.where is not None:
        return world.home
    above = headroom(drawn.person) / HEAD_UNITS * size
    x, y = body.head(0, 0)
    crown, neck, hips = y - above, body.joints["neck"], body.hips
    low = {
        "figure": GROUND + 0.32 * size, "medium": hips[1] + 0.75 * size,
        "bust": neck[1] + 0.95 * size, "close": y + 0.82 * size,
    }[framing]  # fmt: skip
    pad = {"figure": 0.30, "medium": 0.34, "bust": 0.26, "close": 0.12}[framing] * size
    least = {"figure": 3.4, "medium": 3.3, "bust": 2.5, "close": 1.5}[framing] * size
    top = crown - pad
    tall = max(low - top, least / aspect)
    if tall > low - top:
        top -= (tall - (low - top)) * 0.45
    middle = (x * 0.5 + neck[0] * 0.5) if framing != "figure" else neck[0] * 0.5
    at = world.at((middle, top + tall / 2))
    return View(*at, tall * world.scale)


class Shot:
    """Pictures of a person in a world, with everything that stays drawn once.

    `views` are all that the shot will show, so that the plates are large and fine enough.
    `mask` (H, W) uint8 is where the person is in the last picture.
    """

    def __init__(
        self,
        world: World,
        drawn: Drawn,
        style: Style,
        views: Sequence[View],
        *,
        seed: int,
        feet: bool = True,
    ) -> None:
        self.world, self.style, self._seed = world, style, seed
        self._feet = feet
        width, height = world.width, world.height
        self._backdrop: Picture | None = None
        self._treadmill: Treadmill | None = None
        self.mask: Picture = np.zeros((height, width), np.uint8)
        self._floor: float | None = None
        self._plates: list[Plate | None] = [None, None]
        self._weather: Plate | None = None
        where = world.where
        if where is None:
            floor = None
            figure = drawn.figure()
            backdrop = backdrop_of(figure, floor=feet)
            if feet:
                _, top, _, tall = views[0].box(width / height)
                floor = self._floor = (world.ground - 0.055 * HEIGHT * world.scale - top) / tall
                backdrop = Backdrop(backdrop.dark, backdrop.middle, backdrop.light,
                                    backdrop.shape, 0.40, floor)  # fmt: skip
            self._backdrop = behind(backdrop.picture(width, height), style)
            return
        home = world.home
        far = [self._far(view) for view in views]
        behind_all = Plate(where.behind, far, width, height)
        behind_all.picture = behind(_opaque(behind_all.picture), style, place=True)
        self._plates[0] = behind_all
        if where.before:
            near = [view.seen_from(home, _NEAR) for view in views]
            before = Plate(where.before, near, width, height)
            before.premultiply()
            self._plates[1] = before
        if where.weather_before:
            self._weather = Plate(where.weather_before, [home], width, height)
            self._weather.premultiply()

    def rolls(self, view: View, way: float) -> None:
        """The ground goes by under a walker, `way` pixels of the picture in a loop."""
        if self._backdrop is None:
            far = self._plates[0]
            assert far is not None
            self._treadmill = Treadmill(far.seen(self._far(view)), way)
        elif self._floor is not None:
            below = over(_floor_marks(self.world, self._floor, way), self._backdrop)
            horizon = round(self._floor * self.world.height)
            self._treadmill = Treadmill(below, way, from_row=horizon)

    def picture(
        self,
        puppet: Puppet,
        moment: Moment,
        view: View,
        *,
        aside: float = 0.0,
        fall: float = 0.0,
        rolled: float = 0.0,
    ) -> Picture:
        """(H, W, 4) uint8, opaque. `aside` is how far the person is from the world's middle
        line in pixels of the world, `fall` how far the weather has come down, in heights,
        `rolled` how far the ground has gone by, in pixels of the picture."""
        world = self.world
        width, height = world.width, world.height
        aspect = width / height
        where = world.where
        if self._treadmill is not None:
            below = self._treadmill.at(rolled)
        elif self._backdrop is not None:
            below = self._backdrop
        else:
            far = self._plates[0]
            assert far is not None
            below = far.seen(self._far(view))
        box = view.box(aspect)
        left, top = world.x + aside, world.ground - GROUND * world.scale
        if self._feet:
            shade = rasterise(
                document(placed(_shadow(puppet.body), left, top, world.scale), box, width, height),
                width, height,
            )  # fmt: skip
            below = over(shade, below)
        markup = placed(puppet.markup(moment), left, top, world.scale)
        figure = rasterise(document(markup, box, width, height), width, height)
        mask = np.ascontiguousarray(figure[..., 3])
        if where is not None:
            figure = lit(figure, where.light)
        picture = over(figure, below)
        near = self._plates[1]
        if near is not None:
            top_layer = near.seen(view.seen_from(world.home, _NEAR))
            picture = over_premultiplied(top_layer, picture)
            mask = (mask.astype(np.uint16) * (255 - top_layer[..., 3]) // 255).astype(np.uint8)
        if self._weather is not None:
            moved = np.roll(self._weather.picture, round(fall * height) % height, axis=0)
            picture = over_premultiplied(moved, picture)
        self.mask = mask
        head = head_in(self._seen(puppet.body, box, aside), width, height)
        if where is None:
            return apply_style(picture, self.style, seed=self._seed, subject=mask, head=head)
        heads = () if head is None else (head,)
        return styled(picture, self.style, seed=self._seed, people=mask, heads=heads)

    def _far(self, view: View) -> View:
        world = self.world
        return view.seen_from(world.home, _FAR).within(world.home, world.width / world.height)

    def _seen(self, body: Body, box: tuple[float, float, float, float], aside: float) -> Pose:
        left, top, wide, tall = box
        joints = {}
        for joint in body.pose().joints:
            x, y = self.world.at(body.joints[joint], aside)
            joints[joint] = ((x - left - wide / 2) / tall, (y - top) / tall, 0.0)
        return Pose(joints)


_MARKS = (
    (0.14, 0.25, 0.030), (0.44, 0.35, 0.040), (0.74, 0.28, 0.026), (0.26, 0.60, 0.050),
    (0.60, 0.80, 0.060), (0.88, 0.66, 0.046), (0.40, 0.92, 0.070),
)  # fmt: skip
"""Across half of the way, down the floor, how long in ways."""


def _floor_marks(world: World, floor: float, way: float) -> Picture:
    """Light and shade on the floor that show it going by."""
    width, height = world.width, world.height
    start = (width - way / 2) / 2
    pieces = []
    for index, (across, down, long) in enumerate(_MARKS):
        x, y = start + across * way / 2, height * (floor + (1 - floor) * down)
        paint = "#ffffff" if index % 2 else "#1f1b3a"
        pieces.append(
            f'<path d="{ellipse(x, y, long * way, (0.002 + 0.006 * down) * height)}" '
            f'fill="{paint}" fill-opacity="0.13"/>'
        )
    box = (0.0, 0.0, width, height)
    return rasterise(document("".join(pieces), box, width, height), width, height)


def _shadow(body: Body) -> str:
    size = body.measures.head
    right, left = body.joints["right_ankle"], body.joints["left_ankle"]
    x = (right[0] + left[0]) / 2
    half = abs(right[0] - left[0]) / 2 + size * 0.55
    pieces = [f'<path d="{ellipse(x, GROUND + 1, half, size * 0.12)}" fill="#2a2440" '
              'fill-opacity="0.20"/>']  # fmt: skip
    for foot in (right, left):
        near = max(0.0, 1 - (GROUND - body.measures.ankle_height - foot[1]) / (0.5 * size))
        if near > 0.02:
            pieces.append(
                f'<path d="{ellipse(foot[0] + 0.05 * size, GROUND, 0.34 * size, 0.075 * size)}" '
                f'fill="#2a2440" fill-opacity="{number(0.24 * near)}"/>'
            )
    return "".join(pieces)


def over_premultiplied(top: Picture, below: Picture) -> Picture:
    """(H, W, 4) with its colours multiplied by its alpha, over an opaque one."""
    alpha = 255 - top[..., 3:].astype(np.uint16)
    mixed = below[..., :3] * alpha + 127
    result = below.copy()
    result[..., :3] = np.minimum(
        top[..., :3].astype(np.uint16) + ((mixed + 1 + (mixed >> 8)) >> 8), 255
    ).astype(np.uint8)
    return result


def _opaque(picture: Picture) -> Picture:
    result = picture.copy()
    result[..., 3] = 255
    return result
