"""What people do sitting, at a table, at play."""

from __future__ import annotations

from dataclasses import replace

from .company import INDOORS, Company, Cue, each
from .part import Part

_SEATED_OUT = frozenset({"stadium", "park", "castle"})

# Seated ------------------------------------------------------------------------------------


def _sits_low(company: Company) -> bool:
    setting = company.scene.setting
    return setting not in INDOORS and setting not in _SEATED_OUT and setting is not None


def _seat(company: Company, index: int) -> Part:
    if _sits_low(company):
        options = (
            Part(pose="sitting_cross_legged", level="floor", wide=2.6),
            Part(pose="sitting_on_the_ground", level="floor", wide=2.3),
        )
        return company.pick("sit", index, options)
    return Part(pose="sitting", level="seat", wide=2.0 if len(company) < 4 else 1.62)


def sitting(company: Company) -> Cue:
    return Cue(each(company, lambda i: _seat(company, i)))


def reading(company: Company) -> Cue:
    hold: tuple[tuple[str, tuple[float, float]], ...] = (
        ("right", (-0.30, 1.02)), ("left", (0.30, 1.02)),
    )  # fmt: skip

    def part(index: int) -> Part:
        return replace(_seat(company, index), reach=hold, props=("book",))

    return Cue(each(company, part))


def sleeping(company: Company) -> Cue:
    part = Part(
        level="bed",
        wide=3.3 if len(company) < 4 else 2.95,
        expression="neutral",
        eyes_shut=True,
        reach=(("right", (-0.3, 1.5)), ("left", (0.3, 1.5))),
    )
    return Cue(each(company, lambda i: replace(part, turn=company.turn(i))))


_AT_TABLE = Part(level="table", wide=2.2)


def _held(company: Company, index: int, adult: str, child: str) -> str:
    return child if company.is_young(index) else adult


def eating(company: Company) -> Cue:
    foods = ("pizza", "burger", "bowl", "cake", "apple", "bread")
    start = int(company.chance("food") * len(foods))

    def part(index: int) -> Part:
        bite = "pizza" if (start + index) % 2 else "apple"
        if index % 2 == 0:
            return replace(
                _AT_TABLE,
                reach=(("right", (-0.42, 0.12)), ("left", (0.75, 1.22))),
                props=(bite,),
            )
        return replace(
            _AT_TABLE, reach=(("right", (-0.22, 0.42)), ("left", (0.22, 0.42))), props=("burger",)
        )

    things = tuple(foods[(start + i) % 4] for i in range(max(2, len(company))))
    return Cue(each(company, part), things=things)


def drinking(company: Company) -> Cue:
    bar = company.scene.setting in ("bar", "restaurant", "castle", "concert", "stadium")

    def part(index: int) -> Part:
        drink = _held(company, index, "glass" if bar else "cup", "cup")
        if index % 2 == 0:
            place = (("right", (-0.40, 0.22)), ("left", (0.72, 1.22)))
        else:
            place = (("right", (-0.86, 0.55)), ("left", (0.66, 1.22)))
        return replace(_AT_TABLE, reach=place, props=(drink,))

    grown = any(not company.is_young(i) for i in range(len(company)))
    things = ("bottle", "bowl", "cup") if bar and grown else ("cake", "cup", "cake")
    return Cue(each(company, part), things=things)


def working(company: Company) -> Cue:
    part = replace(_AT_TABLE, reach=(("right", (-0.42, 1.22)), ("left", (0.42, 1.22))), wide=2.5)
    return Cue(each(company, lambda _: part), things=("laptop",) * len(company))


def cooking(company: Company) -> Cue:
    tools = ("frying pan", "ladle", "bowl")

    def part(index: int) -> Part:
        tool = tools[index % 2]
        place = ("right", (-0.95, 0.72)) if tool == "frying pan" else ("right", (-0.62, 0.85))
        return replace(_AT_TABLE, reach=(place, ("left", (0.66, 1.16))), props=(tool,))

    return Cue(each(company, part), things=("pot", "fruit", "bread", "bowl"))


# Play --------------------------------------------------------------------------------------


def playing(company: Company) -> Cue:
    props = company.scene.props
    if company.scene.setting in INDOORS - {"gym", "school", "studio"} and "ball" not in props:
        hold: tuple[tuple[str, tuple[float, float]], ...] = (
            ("right", (-0.26, 1.05)), ("left", (0.26, 1.05)),
        )  # fmt: skip
        return Cue(
            each(
                company,
                lambda i: replace(_seat(company, i), reach=hold, props=("gamepad",)),
            )
        )
    throwing = Part(
        pose="fighting_stance",
        reach=(("right", (-0.85, -0.95)), ("left", (0.95, 0.35))),
        hands="jumping",
        props=("ball",),
        wide=2.5,
    )
    if len(company) == 1:
        return Cue((throwing,))
    catching = (
        Part(
            pose="running",
            view="quarter",
            reach=(("near", (1.2, -0.35)), ("far", (1.25, 0.05))),
            hands="jumping",
            wide=2.5,
        ),
        Part(pose="arms_open", wide=2.6),
        Part(pose="jumping", wide=2.5),
    )

    def part(index: int) -> Part:
        if index == 0:
            return throwing
        if index == len(company) - 1:
            return replace(catching[0], turn=-1)
        return replace(catching[index % 3], turn=company.turn(index))

    return Cue(each(company, part))


def singing(company: Company) -> Cue:
    free = ((1.15, 0.35), (1.3, -0.75), (0.8, 1.4))

    def part(index: int) -> Part:
        return Part(
            reach=(("right", (-0.24, 0.02)), ("left", free[index % 3])),
            hands="jumping",
            props=("microphone",),
            wide=2.3,
            expression="happy",
        )

    return Cue(each(company, part))


def swimming(company: Company) -> Cue:
    if company.scene.setting == "underwater":
        part = Part(pose="flying", view="quarter", level="air", wide=2.5, lift=1.0)
        return Cue(each(company, lambda i: replace(part, turn=company.turn(i))))
    options = (
        Part(reach=(("right", (-0.9, -0.75)), ("left", (1.0, 0.9))), level="water", hands="waving"),
        Part(reach=(("right", (-1.05, 0.85)), ("left", (1.05, 0.85))), level="water"),
        Part(
            view="quarter",
            reach=(("near", (1.1, -0.35)), ("far", (0.9, 0.95))),
            level="water",
            hands="salute",
        ),
    )
    return Cue(
        each(
            company,
            lambda i: replace(company.pick("swim", i, options), wide=2.3, turn=company.turn(i)),
        )
    )


def exercising(company: Company) -> Cue:
    lifting = Part(
        reach=(("right", (-0.82, 0.35)), ("left", (0.82, 0.35))),
        hands="fighting_stance",
        props=("dumbbell", "dumbbell"),
        wide=2.5,
        expression="determined",
    )
    stretching = Part(
        reach=(("right", (-0.3, -1.5)), ("left", (0.95, 1.35))),
        elbows_up=True,
        lean=12,
        hands="jumping",
        wide=2.4,
    )
    boxing = Part(pose="fighting_stance", wide=2.3, expression="determined")
    options = (lifting, stretching, boxing)
    return Cue(each(company, lambda i: options[i % 3]))
