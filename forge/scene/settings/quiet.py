"""No place in particular: soft light and large calm shapes, for a setting that is not known."""

from __future__ import annotations

import math

from ...avatar.paint import mix
from .nature import stars
from .stage import Stage


def quiet(stage: Stage) -> None:
    b, w, air = stage.back, stage.w, stage.out
    stage.horizon = 0.74
    looks = {
        "dawn": (("#b9b4e4", "#f0cbd6", "#fde6d2"), ("#c4b6e2", "#e8c8da")),
        "day": (("#a9d2ea", "#d2e8ee", "#f6f1e2"), ("#9fcbd8", "#c8e0d6")),
        "sunset": (("#7a6cb4", "#ea9a94", "#fbd29c"), ("#b07aa8", "#e59a88")),
        "night": (("#1a2250", "#34407e", "#5c669e"), ("#26306a", "#3c4786")),
    }
    (top, middle, low), (far, near) = looks[air.time]
    warm = stage.pick("turn", 0.0, 0.25, 0.45)
    top, far = mix(top, low, warm * 0.6), mix(far, low, warm)
    if air.weather != "clear":
        top, middle, far = (mix(c, air.haze, 0.4) for c in (top, middle, far))
    b.strips(0, 0, w, 1000, ((0, top), (0.5, middle), (1, low)), count=72)
    if air.night:
        stars(stage, b, 560, count=46)
    kind = stage.pick("kind", "disc", "waves", "lights")
    light = mix(low, "#ffffff", 0.45 if not air.night else 0.16)
    cx = w * stage.between("disc", 0.42, 0.58)
    if kind == "disc":
        for radius, seen in ((370, 0.22), (300, 0.30), (230, 0.38)):
            b.oval(cx, 410, radius, radius, light, seen)
    elif kind == "waves":
        for k in range(3):
            b.land(
                [
                    (
                        w * j / 5,
                        470 + 90 * k + 60 * math.sin(j * 1.3 + k * 1.9 + stage.dice("phase") * 6),
                    )
                    for j in range(-1, 7)
                ],
                1001,
                mix(middle, light, 0.25 + 0.22 * k),
            )
    else:
        for k in range(16):
            x = w * stage.dice(f"light x{k}")
            y = 60 + 640 * stage.dice(f"light y{k}")
            r = 24.0 + 60 * stage.dice(f"light r{k}")
            if abs(x / w - 0.5) < 0.22:
                r *= 0.5
            b.oval(x, y, r, r, light, 0.26)
            b.oval(x, y, r * 0.82, r * 0.82, light, 0.2)
    b.land(
        [(w * k / 4, 760 + 30 * math.sin(k * 1.7 + stage.dice("hill") * 6)) for k in range(-1, 6)],
        1001,
        far,
    )
    b.land(
        [
            (w * k / 4, 830 + 20 * math.sin(k * 1.3 + 2 + stage.dice("hill") * 6))
            for k in range(-1, 6)
        ],
        1001,
        near,
    )
    b.oval(stage.c, 935, w * 0.42, 50, mix(near, light, 0.4))
