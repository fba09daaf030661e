"""The bare body: legs, arms, trunk and neck, in skin."""

from __future__ import annotations

from ..figure import Figure, Layer, cloth
from ..geometry import Strip
from ..paint import Brush, chain, glow, mix, shadow

SIDES = ("right", "left")


def inner_first(figure: Figure, side: str) -> tuple[float, float]:
    """Where a limb's left and right outline begin, so that it grows out of the trunk."""
    if figure.view == "side":
        return (0.30, 0.30)
    screen_left = (side == "right") != (figure.view == "back")
    return (0.02, 0.40) if screen_left else (0.40, 0.02)


def draw_limbs(figure: Figure) -> None:
    body, skin = figure.body, figure.skin
    for order, side in enumerate(figure.leg_order()):
        brush = figure.brush(Layer.FAR_LEG + order * 0.5)
        leg = body.leg(side)
        tone = skin if order or figure.view in ("front", "back") else mix(skin, shadow(skin), 0.5)
        start = _legs_from(figure)
        if start > 0:
            brush.fill(leg.panel(start, 2.06), shadow(tone, 0.5))
            brush.edge(leg.outline(start, 2.06), tone, width=0.9)
        else:
            cloth(brush, leg, leg.panel(-0.15, 2.06), tone, 0.1, 2.0, depth=0.28)
            brush.edge(leg.outline(-0.1, 2.06), tone, width=0.9)
            _knee(figure, brush, leg, tone, side)
    trunk = body.trunk()
    brush = figure.brush(Layer.TRUNK)
    seat = 0.94 + 0.26 * body.upright  # where seated, the thighs are before it
    full = figure.outfit.full
    if figure.outfit.legs or (full and full.cut.place == "suit"):
        seat = min(seat, 0.92)  # trousers are cut closer than the seat
    brush.shape(trunk.panel(-0.14, seat, hem=0.06 * body.upright), skin)
    for side in SIDES:
        layer = figure.arm_layer(side)
        far = layer == Layer.FAR_ARM
        tone = mix(skin, shadow(skin), 0.5) if far else skin
        arm = body.arm(side)
        brush = figure.brush(layer)
        start = 1.5 if _has_long_sleeves(figure) else 0.0
        if start > 0:
            brush.fill(arm.panel(start, 2.0), tone)
            brush.edge(arm.outline(start, 2.0), tone, width=0.9)
            continue
        cloth(brush, arm, arm.panel(-0.15, 2.0), tone, 0.0, 2.0, depth=0.30)
        left, right = inner_first(figure, side)
        brush.edge(arm.outline(-0.1, 2.0, left=left, right=right), tone, width=0.9)
    draw_neck(figure)


def _knee(figure: Figure, brush: Brush, leg: Strip, tone: str, side: str) -> None:
    """A raised knee comes towards the viewer: what is under it lies in its shade."""
    body = figure.body
    hip, knee, _ = body.bones(side, "hip", "knee", "ankle")
    thigh = body.measures.hip_height - body.measures.knee_height
    if figure.view != "front" or knee[1] - hip[1] > 0.72 * thigh:
        if body.recedes(side) * body.yaw[0] > 0.5:
            brush.tone(leg.panel(1.05, 2.06, top=0.08), shadow(tone, 0.9))
        return
    brush.tone(leg.panel(1.04, 1.5, top=0.14, hem=0.06), shadow(tone, 1.1), opacity=0.85)
    brush.stroke([leg.at(-0.95, 0.97), leg.at(-0.5, 1.10), leg.at(0, 1.16), leg.at(0.5, 1.10),
                  leg.at(0.95, 0.97)], shadow(tone, 2.0), width=2.4)  # fmt: skip


def _legs_from(figure: Figure) -> float:
    """The t below which a leg may be seen: 0 but under long clothes."""
    legs, full = figure.outfit.legs, figure.outfit.full
    if full and full.cut.place == "suit":
        return 0.0 if full.kind in ("swimsuit", "undersuit", "leotard") else 1.7
    if legs is not None and legs.cut.sleeve >= 1.9:
        return 1.7
    return 1.3 if is_gowned(figure) else 0.0


def is_gowned(figure: Figure) -> bool:
    """Whether a long skirt hides the legs: of someone upright, down to the shins."""
    if figure.doing or figure.body.upright <= 0.9:
        return False
    return any(
        worn is not None
        and worn.cut.place != "suit"
        and worn.cut.length >= 1.7
        and worn.cut.fall not in ("slit", "loincloth", "wrap")
        for worn in (figure.outfit.skirt, figure.outfit.full)
    )


def _has_long_sleeves(figure: Figure) -> bool:
    outfit = figure.outfit
    return any(
        worn and worn.cut.sleeve >= 1.9 and worn.cut.arms in ("", "raglan", "bishop")
        for worn in (outfit.top, outfit.over, outfit.full)
    )


def neck_strip(figure: Figure) -> Strip:
    """From under the jaw (t = 0) to between the collar bones (t = 1)."""
    body = figure.body
    frame = body.head
    wide = body.extent(-0.3)
    to_left, to_right = wide
    top = {"front": (0, 62), "back": (0, 62), "quarter": (-8, 56), "side": (-23, 38)}[figure.view]
    x, y = frame(*top)
    trunk = body.trunk()
    a, b = trunk.at(-1, -0.13), trunk.at(1, -0.13)
    half = (to_left + to_right) / 2 * {"quarter": 0.92, "side": 1.08}.get(figure.view, 1.0)
    flare = 0.7
    if figure.features.gender == "male" and figure.features.build != "heavy":
        half *= 0.9
        flare = 0.4
    ax, ay = (b[0] - a[0], b[1] - a[1])
    length = max(1.0, (ax * ax + ay * ay) ** 0.5)
    ux, uy = ax / length, ay / length
    middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
    stations = (0.0, 0.35, 0.7, 1.0, 1.35)
    left, right = [], []
    for t in stations:
        spread = half * (1 + (0.0 if t < 0.5 else (t - 0.5) * flare))
        cx, cy = x + (middle[0] - x) * t, y + (middle[1] - y) * t
        left.append((cx - ux * spread, cy - uy * spread))
        right.append((cx + ux * spread, cy + uy * spread))
    return Strip(stations, tuple(left), tuple(right))


def draw_neck(figure: Figure) -> None:
    skin = figure.skin
    neck = neck_strip(figure)
    brush = figure.brush(Layer.NECK)
    trunk = figure.body.trunk()
    brush.fill(neck.panel(0, 1, hem=0.25), skin)
    brush.edge(neck.outline(0, 1), skin, width=0.9)
    if figure.view == "back":
        brush.tone(neck.panel(0, 0.6, hem=0.1), shadow(skin))
        return
    # The jaw's shadow, deeper on the side turned from the light.
    deep = chain(
        neck.edge(-1, 0.0, 0.46),
        [neck.at(-1, 0.46), neck.at(-0.45, 0.66), neck.at(0.15, 0.80), neck.at(0.62, 0.98),
         neck.at(1, 1.02)],
        neck.edge(1, 1.0, 0.0),
    )  # fmt: skip
    brush.tone(deep, shadow(skin, 1.15))
    brush.stroke([neck.at(0.90, 0.34), neck.at(0.90, 0.6), neck.at(0.94, 0.86)],
                 glow(skin, 0.1), width=1.2)  # fmt: skip
    if figure.view in ("front", "quarter"):
        u = figure.body.middle(-0.03)
        ink = shadow(skin, 1.5)
        for sign in (-1.0, 1.0):
            near, far = u + sign * 0.10, u + sign * 0.62
            if abs(far) < 0.97:
                brush.stroke(
                    [trunk.at(near, 0.03), trunk.at((near + far) / 2, -0.005), trunk.at(far, 0.0)],
                    ink, width=1.5,
                )  # fmt: skip
            brush.stroke(
                [neck.at(sign * 0.55, 0.62), neck.at(sign * 0.36, 0.86),
                 neck.at(sign * 0.12, 1.12)],
                shadow(skin, 1.3), width=1.2,
            )  # fmt: skip


def hand_tone(figure: Figure, side: str) -> str:
    if figure.outfit.hands:
        return figure.outfit.hands.colour
    full = figure.outfit.full
    if full and full.kind == "spacesuit":
        return shadow(full.colour, 0.6)
    far = figure.arm_layer(side) == Layer.FAR_ARM
    return mix(figure.skin, shadow(figure.skin), 0.5) if far else figure.skin
