"""What everybody does while the people of a scene do something together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ..story.scene import Action, Setting
from . import pastimes
from .company import Company, Cue, each
from .part import Part

_ONLY_SEATED: frozenset[Setting | None] = frozenset({"car"})
_SEATED: frozenset[Action | None] = frozenset({"sitting", "reading"})
_TOGETHER: frozenset[Action | None] = frozenset({"hugging", "kissing", "holding hands", "dancing"})


def cue(company: Company, action: Action | None) -> Cue:
    """The main action for all of them; unknown ones are a conversation."""
    setting = company.scene.setting
    if setting in _ONLY_SEATED and action not in _SEATED:
        return pastimes.sitting(company)
    if setting == "underwater" and action not in _TOGETHER:
        return pastimes.swimming(company)
    return _ACTIONS.get(action or "standing", _talking)(company)


# Standing ----------------------------------------------------------------------------------

_LISTENING = (
    Part(view="quarter", wide=2.0),
    Part(pose="hands_in_pockets", view="quarter", wide=2.0),
    Part(pose="standing", view="quarter", wide=2.0),
)
_SPEAKING = (
    Part(view="quarter", reach=(("near", (1.15, 0.70)),), hands="arms_open", wide=2.3),
    Part(
        view="quarter",
        reach=(("near", (1.0, 0.35)), ("far", (1.25, 0.95))),
        hands="arms_open",
        wide=2.4,
    ),
)
_FACING = (
    Part(wide=2.0),
    Part(reach=(("right", (-0.95, 0.75)),), hands="arms_open", wide=2.2),
    Part(pose="hands_on_hips", wide=2.3),
    Part(pose="hands_in_pockets", wide=2.1),
    Part(pose="arms_crossed", wide=2.0),
)


def _talking(company: Company) -> Cue:
    if len(company) == 1:
        return Cue((_FACING[1],))
    first = int(company.chance("speaks") * 2)

    def part(index: int) -> Part:
        if len(company) % 2 and index == len(company) // 2:
            return company.pick("facing", index, _FACING[:3])
        options = _SPEAKING if index % 2 == first else _LISTENING
        return replace(company.pick("talk", index, options), turn=company.turn(index))

    return Cue(each(company, part))


def _standing(company: Company) -> Cue:
    if len(company) > 1:
        return _talking(company)
    return Cue((company.pick("alone", 0, (_FACING[0], _FACING[2], _FACING[3])),))


_ALONE_POSES = (
    "hands_on_hips", "peace_sign", "heroic", "hands_in_pockets", "arms_crossed", "leaning",
)  # fmt: skip


def _posing(company: Company) -> Cue:
    options = tuple(Part(pose=name, wide=2.15) for name in _ALONE_POSES)
    return Cue(
        each(
            company,
            lambda i: replace(company.pick("pose", i, options), turn=-company.turn(i) or 1),
        )
    )


def _waving(company: Company) -> Cue:
    part = Part(pose="waving", wide=2.4)
    return Cue(each(company, lambda i: replace(part, turn=company.turn(i))))


def _cheering(company: Company) -> Cue:
    options = (
        Part(pose="cheering", wide=2.3),
        Part(pose="jumping", wide=2.4, lift=0.0),
        Part(pose="cheering", wide=2.3, hands="jumping"),
    )
    return Cue(
        each(
            company,
            lambda i: replace(
                company.pick("cheer", i, options), turn=company.turn(i), expression="happy"
            ),
        )
    )


# Going -------------------------------------------------------------------------------------


def _walking(company: Company) -> Cue:
    turn = 1 if company.chance("way") < 0.5 else -1
    options = (
        Part(pose="walking", view="quarter", wide=2.0),
        Part(pose="strolling", view="quarter", wide=2.0),
    )
    hand_in_hand = len(company) > 1 and "holding hands" in company.scene.actions
    ties = tuple(("hands", i, i + 1) for i in range(len(company) - 1)) if hand_in_hand else ()
    return Cue(each(company, lambda i: replace(company.pick("walk", i, options), turn=turn)), ties)


def _running(company: Company) -> Cue:
    turn = 1 if company.chance("way") < 0.5 else -1
    options = (
        Part(pose="running", view="quarter", wide=2.5),
        Part(pose="sprinting", view="quarter", wide=2.6),
    )
    return Cue(each(company, lambda i: replace(company.pick("run", i, options), turn=turn)))


# Together ----------------------------------------------------------------------------------


def _hugging(company: Company) -> Cue:
    if len(company) == 1:
        return Cue((Part(props=("teddy bear",), wide=2.0),))
    if len(company) == 2:
        parts = tuple(
            Part(view="quarter", turn=company.turn(i), lean=5, wide=1.0, expression="happy")
            for i in range(2)
        )
        return Cue(parts, (("hug", 0, 1),))
    return _in_a_row(company)


def _in_a_row(company: Company) -> Cue:
    """Arms round each other's shoulders."""
    part = Part(wide=1.55)
    ties = tuple(("row", i, i + 1) for i in range(len(company) - 1))
    return Cue(each(company, lambda i: replace(part, turn=company.turn(i))), ties)


def _kissing(company: Company) -> Cue:
    grown = [i for i in range(len(company)) if not company.is_young(i)]
    if len(company) == 1:
        if company.is_young(0):
            return _waving(company)
        blown = Part(reach=(("right", (-0.16, -0.22)),), hands="salute", wide=2.1)
        return Cue((replace(blown, expression="smirk"),))
    if len(grown) < 2:
        return _hugging(company)
    pair = next((i for i in grown if i + 1 in grown), None)
    if pair is None:
        return _hugging(company)

    def part(index: int) -> Part:
        if index in (pair, pair + 1):
            turn = 1 if index == pair else -1
            return Part(
                view="quarter", turn=turn, lean=4, wide=1.15, expression="smirk", eyes_shut=True
            )
        watching = Part(pose="cheering", wide=2.2, expression="happy")
        return replace(watching, turn=company.turn(index))

    return Cue(each(company, part), (("kiss", pair, pair + 1),))


def _holding_hands(company: Company) -> Cue:
    if len(company) == 1:
        return _waving(company)
    ties = tuple(("hands", i, i + 1) for i in range(len(company) - 1))
    part = Part(wide=2.35 if len(company) < 4 else 1.85)
    return Cue(each(company, lambda i: replace(part, turn=company.turn(i))), ties)


def _dancing(company: Company) -> Cue:
    if len(company) == 2 and company.scene.mood in ("romantic", "calm"):
        parts = tuple(Part(view="quarter", turn=company.turn(i), wide=1.25) for i in range(2))
        return Cue(parts, (("waltz", 0, 1),))
    options = (
        Part(pose="dancing", wide=2.4),
        Part(
            reach=(("right", (-1.05, -0.75)), ("left", (1.1, 0.55))),
            hands="dancing",
            pose="strolling",
            wide=2.4,
        ),
        Part(
            reach=(("right", (-0.85, -1.1)), ("left", (0.9, -1.0))),
            hands="dancing",
            pose="hands_in_pockets",
            wide=2.3,
        ),
    )
    return Cue(
        each(
            company,
            lambda i: replace(company.pick("dance", i, options), turn=company.turn(i)),
        )
    )


def _fighting(company: Company) -> Cue:
    part = Part(pose="fighting_stance", view="quarter", wide=2.5, expression="determined")
    if len(company) == 1:
        return Cue((replace(part, view="front"),))
    other = Part(pose="guard", view="quarter", wide=2.5, expression="smirk", hands="punching")
    return Cue(
        each(
            company,
            lambda i: replace(part if i % 2 == 0 else other, turn=1 if i % 2 == 0 else -1),
        )
    )


_ACTIONS: Mapping[str, Callable[[Company], Cue]] = {
    "standing": _standing,
    "walking": _walking,
    "running": _running,
    "hugging": _hugging,
    "holding hands": _holding_hands,
    "kissing": _kissing,
    "dancing": _dancing,
    "sitting": pastimes.sitting,
    "eating": pastimes.eating,
    "drinking": pastimes.drinking,
    "cheering": _cheering,
    "reading": pastimes.reading,
    "playing": pastimes.playing,
    "talking": _talking,
    "sleeping": pastimes.sleeping,
    "singing": pastimes.singing,
    "swimming": pastimes.swimming,
    "working": pastimes.working,
    "cooking": pastimes.cooking,
    "waving": _waving,
    "exercising": pastimes.exercising,
    "fighting": _fighting,
    "posing": _posing,
}
