"""What hair styles are made of: a fringe, a back, what is tied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..features import Hair


@dataclass(frozen=True, slots=True)
class Style:
    fringe: str = "swept"  # a name of hair_edges.FRINGES or LINES
    reach: float = 0.0  # how far the back falls below the eyes' line, in head units of 200
    locks: float = 0.0  # how far the locks beside the face fall
    volume: float = 9.0
    wave: str = "straight"  # straight, wavy, curly, coily
    tied: str = ""  # ponytail, twintails, bun, braid, mohawk, dreads, ...
    cap: bool = True  # False: a shaved skull
    sides: str = "hair"  # hair, shaved, buzz
    edge: str = ""  # of the crown: "", tufts, spikes
    cut: bool = False  # keeps its own length whatever is said of length

    @property
    def is_cropped(self) -> bool:
        """Short at the sides, whatever there is on top."""
        return self.reach == 0 and self.locks <= 34 and not self.tied and self.edge != "spikes"


SHORT, MEDIUM, LONG = 0.0, 118.0, 285.0

STYLES: Mapping[str, Style] = {
    "straight": Style("swept", LONG, 225, 11),
    "wavy": Style("swept", LONG, 225, 14, "wavy"),
    "curly": Style("curls", 120, 110, 20, "curly"),
    "coily": Style("curls", 60, 64, 24, "coily"),
    "short": Style("short", volume=11, edge="tufts"),
    "medium": Style("swept", MEDIUM, 112, 11),
    "layered": Style("wispy", 140, 128, 15, edge="tufts"),
    "bob": Style("bangs", 86, 92, 14, cut=True),
    "bowl cut": Style("bangs", 26, 40, 15, cut=True),
    "lob": Style("parted", 124, 124, 11, cut=True),
    "curtains": Style("middle", 0, 30, 15, cut=True),
    "pixie": Style("swept", 0, 24, 11, cut=True),
    "bangs": Style("bangs", LONG, 200, 11),
    "hime": Style("bangs", LONG, 96, 10, cut=True),
    "ponytail": Style("swept", 0, 70, 9, tied="ponytail"),
    "high ponytail": Style("swept", 0, 76, 9, tied="high ponytail"),
    "side ponytail": Style("swept", 0, 44, 9, tied="side ponytail"),
    "half up": Style("parted", LONG, 200, 10, tied="half up"),
    "twintails": Style("bangs", 0, 74, 9, tied="twintails"),
    "bun": Style("swept", 0, 62, 9, tied="bun"),
    "updo": Style("parted", 0, 30, 20, tied="updo"),
    "space buns": Style("bangs", 0, 66, 9, tied="buns"),
    "braid": Style("swept", 0, 66, 9, tied="braid"),
    "braids": Style("middle", 0, 24, 9, tied="braids"),
    "crown braid": Style("parted", 0, 40, 8, tied="crown"),
    "drill curls": Style("bangs", 70, 60, 10, tied="drills"),
    "cornrows": Style("back", 118, 0, 3, tied="cornrows"),
    "dreadlocks": Style("parted", 190, 0, 10, tied="dreads"),
    "afro": Style("curls", 0, 0, 48, "coily", tied="afro"),
    "spiky": Style("spiky", 0, 26, 16, edge="spikes"),
    "messy": Style("tousled", 0, 30, 16, edge="tufts"),
    "side part": Style("parted", 0, 0, 11),
    "mohawk": Style("none", 0, 0, 0, tied="mohawk", sides="shaved"),
    "undercut": Style("quiff", 0, 0, 18, sides="shaved", edge="tufts"),
    "quiff": Style("quiff", 0, 0, 20),
    "slicked back": Style("back", 0, 0, 6),
    "buzz": Style("back", 0, 0, 1.5, sides="buzz"),
    "fade": Style("short", 0, 0, 8, sides="shaved", edge="tufts"),
    "topknot": Style("back", 0, 0, 5, tied="topknot"),
    "mullet": Style("tousled", 118, 30, 12, edge="tufts", cut=True),
    "receding": Style("receding", 0, 0, 5),
    "tonsure": Style("none", 0, 0, 5, tied="tonsure", sides="shaved"),
    "bald": Style("none", cap=False),
}

ALIASES: Mapping[str, str] = {
    "pony tail": "ponytail", "low ponytail": "ponytail", "pigtails": "twintails",
    "pig tails": "twintails", "twin tails": "twintails", "twin buns": "space buns",
    "two buns": "space buns", "odango": "space buns", "messy bun": "bun", "man bun": "topknot",
    "top knot": "topknot", "chignon": "bun", "plait": "braid", "french braid": "braid",
    "side braid": "braid", "twin braids": "braids", "two braids": "braids",
    "box braids": "cornrows", "locs": "dreadlocks", "dreads": "dreadlocks", "waves": "wavy",
    "curls": "curly", "ringlets": "drill curls", "fro": "afro", "buzz cut": "buzz",
    "buzzcut": "buzz", "crew cut": "buzz", "crewcut": "buzz", "shaved": "buzz",
    "shaved head": "bald", "hime cut": "hime", "fringe": "bangs", "pompadour": "quiff",
    "slicked": "slicked back", "sleek": "slicked back", "tousled": "messy", "shaggy": "layered",
    "side shave": "undercut", "faux hawk": "mohawk", "fauxhawk": "mohawk",
    "wolf cut": "layered", "shag": "layered", "curtain bangs": "lob", "balding": "receding",
    "loose": "straight", "flowing": "wavy", "long": "straight", "crown": "crown braid",
}  # fmt: skip

_FRINGES: Mapping[str, str] = {
    "none": "parted", "straight": "bangs", "side": "swept", "curtain": "middle",
    "wispy": "wispy", "choppy": "choppy",
}  # fmt: skip
_FREE = frozenset({"none", "receding", "quiff"})


def style_of(hair: Hair, *, gender: str | None, age: str) -> tuple[Style, str | None]:
    """The style with length, type and fringe applied, and the word for it that is not drawn."""
    if hair.length == "bald":
        return STYLES["bald"], None
    word = (hair.style or "").strip().lower()
    unknown = None
    name = ALIASES.get(word, word)
    if name not in STYLES:
        found = next((key for key in (*STYLES, *ALIASES) if word and key in word), None)
        unknown = word if word and found is None else None
        name = ALIASES.get(found, found) if found else ""
    if name == "straight" and word == "loose" and hair.length == "short":
        name = ""
    if not name:
        name = {"short": "short", "medium": "medium", "long": "straight"}.get(hair.length or "", "")
    if not name:
        name = "short" if gender == "male" else "medium"
    if name == "short" and gender == "female":
        name = "pixie"
    style = STYLES[name]
    style = _fringed(style, hair.fringe)
    style = _typed(style, hair.type)
    style = _measured(style, hair.length)
    if age == "senior" and style.wave in ("curly", "coily") and style.reach == 0:
        style = replace(style, volume=style.volume * 0.55)  # thinner, and closer to the head
    return style, unknown


def _fringed(style: Style, fringe: str | None) -> Style:
    """The fringe asked for; "none" only clears hair that would fall over the forehead."""
    if fringe is None or style.fringe in _FREE or not style.cap or style.fringe == "curls":
        return style
    if fringe == "none" and (style.cut or style.edge or not (style.reach or style.tied)):
        return style
    if fringe == "none" and style.fringe in ("back", "middle", "parted"):
        return style
    if fringe == "strands":
        return style
    return replace(style, fringe=_FRINGES.get(fringe, style.fringe))


def _typed(style: Style, kind: str | None) -> Style:
    if kind in (None, "straight") or style.wave in ("coily",) or not style.cap:
        return style
    if style.tied in ("cornrows", "dreads", "mohawk", "drills", "crown", "tonsure"):
        return style
    if style.sides == "buzz" or style.fringe in ("back", "receding"):
        return style
    fringe = style.fringe
    if kind in ("curly", "coily") and fringe not in ("quiff", "none"):
        fringe = "curls"
    more = {"wavy": 2.0, "curly": 7.0, "coily": 9.0}[kind or "wavy"]
    edge = style.edge if kind == "wavy" else ""
    volume = style.volume + more
    if kind != "wavy" and style.reach == 0:
        volume = min(volume, 15.0)  # short curls lie close
    return replace(style, wave=kind or "wavy", fringe=fringe, volume=volume, edge=edge)


def _measured(style: Style, length: str | None) -> Style:
    if length is None or not style.cap or style.cut or style.edge == "spikes":
        return style
    if style.tied and style.tied != "half up":
        return style
    if length == "short" and style.reach > 90:
        return replace(style, reach=62, locks=min(style.locks, 62))
    if length == "medium":
        if style.reach == 0 and style.sides == "hair" and style.edge == "tufts":
            return replace(style, reach=MEDIUM * 0.6, locks=74)
        return replace(style, reach=MEDIUM if style.reach else 0.0, locks=min(style.locks, 112))
    if length == "long":
        if style.sides != "hair" or style.fringe in ("spiky", "quiff", "back", "receding"):
            return style
        return replace(style, reach=max(style.reach, LONG), locks=max(style.locks, 215))
    return style
