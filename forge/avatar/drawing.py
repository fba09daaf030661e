"""The drawn avatar: features and a pose in, one SVG out.

The same features, view, framing, pose, size, seed and line style give the same bytes on
every platform. The SVG has no text, filters or references outside itself.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Literal

from ..pose.skeleton import Pose
from .backdrop import Backdrop
from .body import GROUND, HEAD_UNITS, HEIGHT, Body, measure
from .features import Features, View
from .figure import Figure, Layer
from .line import LineStyle
from .outfit import dress
from .paint import Canvas
from .parts.background import backdrop_of, draw_background, draw_ground
from .parts.hats import headroom
from .parts.props import cut_off, reach
from .parts.scene import draw_person, stances
from .parts.seats import draw_seat
from .posing import stand, take

Framing = Literal["figure", "bust"]

PEN = 1.55  # an outline, in units of the drawing's 768
BUST_PEN = 0.80
BUST_HEAD = 0.63
"""Crown to chin, hair or hat included, as a share of a bust's height."""
HAIR_COLOUR = "#4b3327"
SKIN = {
    "fair": "#f9dfcf", "light": "#f2cbaf", "medium": "#e0ac84", "olive": "#c79a68",
    "tan": "#b98058", "brown": "#8a5837", "dark": "#573524",
}  # fmt: skip


@dataclass(frozen=True)
class Drawing:
    """`svg` is the whole picture, `figure` the person alone, to be laid over `backdrop`,
    which is None for a transparent ground.

    `joints` is where the joints ended up in the picture, as a pose of this picture.
    `not_drawn` names asked-for kinds that were drawn as their nearest kind or left out,
    `cut_off` held things that a bust's frame would have cut and that were left out.
    """

    svg: str
    figure: str
    backdrop: Backdrop | None
    width: int
    height: int
    joints: Pose
    not_drawn: tuple[str, ...] = ()
    cut_off: tuple[str, ...] = ()


def draw(
    features: Features,
    *,
    view: View = "front",
    framing: Framing = "figure",
    pose: Pose | None = None,
    width: int = 512,
    height: int = 768,
    seed: int = 0,
    line: LineStyle = LineStyle(),  # noqa: B008
    transparent: bool = False,
) -> Drawing:
    """Draw one person.

    `width` and `height` are in pixels, at least 1. Open features are drawn as an average
    young adult in everyday clothes; nobody is drawn undressed.
    """
    if width < 1 or height < 1:
        raise ValueError(f"A picture cannot be {width}x{height} pixels")
    wide = HEIGHT * width / height
    half = wide / 2
    figure = _figure(
        features, view=view, framing=framing, pose=pose, half=half, seed=seed, line=line
    )
    box = (-half, 0.0, wide, HEIGHT)
    left_out: list[str] = []
    if framing == "bust":
        box = _bust_box(figure.body, features, width / height)
        left_out = cut_off(figure.body, features, box)
        if left_out:
            kept = tuple(prop for prop in features.props if prop.kind not in left_out)
            features = replace(features, props=kept)
            figure = _figure(
                features, view=view, framing=framing, pose=pose, half=half, seed=seed, line=line
            )
            box = _bust_box(figure.body, features, width / height)
    backdrop = None if transparent else backdrop_of(figure, floor=framing == "figure")
    if backdrop is not None:
        draw_background(figure, backdrop, box)
    if framing == "figure":
        draw_ground(figure)
    if figure.is_seated and framing == "figure" and not figure.is_worn("wheelchair"):
        draw_seat(figure)
    not_drawn = draw_person(figure)
    canvas = figure.canvas
    return Drawing(
        svg=canvas.svg(width, height, box),
        figure=canvas.svg(width, height, box, above=Layer.BACKDROP),
        backdrop=backdrop,
        width=width,
        height=height,
        joints=_in_box(figure.body.pose(), box),
        not_drawn=not_drawn,
        cut_off=tuple(left_out),
    )


def _figure(
    features: Features, *, view: View, framing: Framing, pose: Pose | None, half: float, seed: int,
    line: LineStyle,
) -> Figure:  # fmt: skip
    measures = measure(features)
    right, left = stances(features)
    body = stand(
        measures, view, right=right, left=left, gender=features.gender,
        expression=features.face.expression,
    )  # fmt: skip
    if pose is not None:
        adult = stand(measure(replace(features, age="young adult")), view)
        if features.age not in ("child", "teen"):
            adult = stand(measures, view)
        body = take(pose, body, adult, top=24.0, half_width=half - 8)
    body = _fitted(body, features, half)
    key = repr((features, view, framing, seed, pose and sorted(pose.joints.items()), half))
    prefix = "a" + hashlib.sha256(key.encode()).hexdigest()[:6] + "-"
    hair = features.hair.colour.hex if features.hair.colour else HAIR_COLOUR
    skin = SKIN[features.skin_tone or "light"]
    if features.skin_colour:
        skin = features.skin_colour.hex
    return Figure(
        features=features,
        outfit=dress(features),
        body=body,
        canvas=Canvas(BUST_PEN if framing == "bust" else PEN, prefix, line),
        view=view,
        seed=seed,
        skin=skin,
        hair=hair,
        doing=pose.name if pose is not None else "",
    )


def _fitted(body: Body, features: Features, half: float) -> Body:
    """Moved aside and shrunk where the figure with what it holds would leave the picture."""
    pad = body.measures.hand * 0.45
    points = [(x - pad, y) for x, y in body.joints.values()]
    points += [(x + pad, y) for x, y in body.joints.values()]
    points += [*reach(body, features), body.head(0, -headroom(features))]
    low, high = min(x for x, _ in points), max(x for x, _ in points)
    top = min(y for _, y in points)
    room = half - 6
    by = min(1.0, 2 * room / (high - low), (GROUND - 10) / (GROUND - top))
    aside = max(0.0, -room - low * by) + min(0.0, room - high * by)
    if by >= 1 and not aside:
        return body
    joints = {
        joint: (x * by + aside, GROUND + (y - GROUND) * by) for joint, (x, y) in body.joints.items()
    }
    return replace(body, measures=body.measures.scaled(by), joints=joints)


def _bust_box(body: Body, features: Features, aspect: float) -> tuple[float, float, float, float]:
    """Head and shoulders, with what is on the head."""
    size = body.measures.head
    above = headroom(features) / HEAD_UNITS * size
    x, y = body.head(0, 0)
    neck = body.joints["neck"]
    crown, chin = y - above, y + size * 0.5
    tall = (chin - crown) / BUST_HEAD
    top = crown - tall * 0.06
    least = size * 1.45
    if tall * aspect < least:
        top -= (least / aspect - tall) * 0.40
        tall = least / aspect
    wide = tall * aspect
    return ((x + neck[0]) / 2 - wide / 2, top, wide, tall)


def _in_box(pose: Pose, box: tuple[float, float, float, float]) -> Pose:
    x, y, wide, tall = box
    by = HEIGHT / tall
    return Pose(
        {
            joint: (
                round((px * HEIGHT - x - wide / 2) / HEIGHT * by, 5),
                round((py * HEIGHT - y) / HEIGHT * by, 5),
                round(depth * by, 5),
            )
            for joint, (px, py, depth) in pose.joints.items()
        }
    )


__all__ = ["Drawing", "Framing", "draw"]
