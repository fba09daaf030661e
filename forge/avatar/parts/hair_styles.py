"""What hair styles are made of: a fringe, a back, what is tied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..features import Hair


@dataclass(frozen=True, slots=True)
class Style:
    fringe: str = "swept"  # swept, bangs, middle, back, short, spiky, curls, none
    reach: float = 0.0  # how far the back falls below the eyes' line, in head units of 200
    locks: float = 0.0  # how far the locks beside the face fall
    volume: float = 9.0
    wave: str = "straight"  # straight, wavy, curly, coily
    tied: str = ""  # ponytail, twintails, bun, buns, braid, braids, mohawk, dreads, topknot
    cap: bool = True  # False: a shaved skull
    sides: str = "hair"  # hair, shaved


SHORT, MEDIUM, LONG = 0.0, 118.0, 285.0

STYLES: Mapping[str, Style] = {
    "straight": Style("swept", LONG, 175),
    "wavy": Style("swept", LONG, 185, 12, "wavy"),
    "curly": Style("curls", 120, 100, 20, "curly"),
    "coily": Style("curls", 60, 60, 24, "coily"),
    "short": Style("short"),
    "medium": Style("swept", MEDIUM, 105),
    "bob": Style("bangs", 88, 88, 12),
    "lob": Style("middle", 122, 122, 10),
    "pixie": Style("swept", 0, 30, 7),
    "bangs": Style("bangs", LONG, 165),
    "hime": Style("bangs", LONG, 92),
    "ponytail": Style("swept", 0, 62, 8, tied="ponytail"),
    "twintails": Style("bangs", 0, 66, 8, tied="twintails"),
    "bun": Style("swept", 0, 56, 8, tied="bun"),
    "space buns": Style("bangs", 0, 60, 8, tied="buns"),
    "braid": Style("swept", 0, 62, 8, tied="braid"),
    "braids": Style("middle", 0, 20, 8, tied="braids"),
    "cornrows": Style("back", 110, 0, 3, tied="dreads"),
    "dreadlocks": Style("middle", 200, 120, 10, tied="dreads"),
    "afro": Style("curls", 0, 0, 46, "coily", tied="afro"),
    "spiky": Style("spiky", 0, 24, 16, tied="spikes"),
    "mohawk": Style("none", 0, 0, 0, tied="mohawk", sides="shaved"),
    "undercut": Style("quiff", 0, 0, 20, sides="shaved"),
    "quiff": Style("quiff", 0, 0, 18),
    "slicked back": Style("back", 0, 0, 5),
    "buzz": Style("back", 0, 0, 1.5, sides="buzz"),
    "fade": Style("short", 0, 0, 7, sides="shaved"),
    "topknot": Style("back", 0, 0, 5, tied="topknot"),
    "mullet": Style("short", 112, 0, 9),
    "receding": Style("receding", 0, 0, 4),
    "bald": Style("none", cap=False),
}

ALIASES: Mapping[str, str] = {
    "pony tail": "ponytail", "high ponytail": "ponytail", "low ponytail": "ponytail",
    "side ponytail": "ponytail", "pigtails": "twintails", "pig tails": "twintails",
    "twin tails": "twintails", "twin buns": "space buns", "odango": "space buns",
    "messy bun": "bun", "man bun": "topknot", "updo": "bun", "chignon": "bun", "plait": "braid",
    "french braid": "braid", "side braid": "braid", "twin braids": "braids",
    "box braids": "dreadlocks", "locs": "dreadlocks", "dreads": "dreadlocks", "waves": "wavy",
    "curls": "curly", "ringlets": "curly", "fro": "afro", "buzz cut": "buzz", "buzzcut": "buzz",
    "crew cut": "buzz", "crewcut": "buzz", "shaved": "buzz", "shaved head": "bald",
    "hime cut": "hime", "fringe": "bangs", "pompadour": "quiff", "side part": "short",
    "slicked": "slicked back", "sleek": "slicked back", "messy": "spiky", "tousled": "spiky",
    "shaggy": "spiky", "side shave": "undercut", "faux hawk": "mohawk", "fauxhawk": "mohawk",
    "bowl cut": "bob", "wolf cut": "mullet", "shag": "mullet", "curtain bangs": "lob",
    "layered": "medium", "loose": "straight", "flowing": "wavy", "long": "straight",
}  # fmt: skip


def style_of(hair: Hair, *, gender: str | None, age: str) -> tuple[Style, str | None]:
    """The style with length and type applied, and the word for it that is not drawn."""
    if hair.length == "bald":
        return STYLES["bald"], None
    word = (hair.style or "").strip().lower()
    unknown = None
    name = ALIASES.get(word, word)
    if name not in STYLES:
        found = next((key for key in (*STYLES, *ALIASES) if word and key in word), None)
        unknown = word if word and found is None else None
        name = ALIASES.get(found, found) if found else ""
    if not name:
        name = {"short": "short", "medium": "medium", "long": "straight"}.get(hair.length or "", "")
    if not name:
        name = "short" if gender == "male" else "medium"
    if name == "short" and gender == "female":
        name = "pixie"
    style = STYLES[name]
    style = _typed(style, hair.type)
    style = _measured(style, hair.length)
    del age
    return style, unknown


def _typed(style: Style, kind: str | None) -> Style:
    if kind in (None, "straight") or style.wave in ("coily",) or not style.cap:
        return style
    fringe = style.fringe
    if kind in ("curly", "coily") and fringe in ("swept", "bangs", "short", "middle"):
        fringe = "curls"
    more = {"wavy": 3.0, "curly": 9.0, "coily": 12.0}[kind or "wavy"]
    if style.sides in ("buzz",) or fringe == "back":
        more = 0
    return replace(style, wave=kind or "wavy", fringe=fringe, volume=style.volume + more)


def _measured(style: Style, length: str | None) -> Style:
    if length is None or not style.cap or style.tied in ("afro", "mohawk", "spikes"):
        return style
    if style.tied:
        return style
    if length == "short" and style.reach > 90:
        return replace(style, reach=62, locks=min(style.locks, 62))
    if length == "medium":
        if style.reach == 0 and style.sides == "hair" and style.fringe in ("short", "curls"):
            return replace(style, reach=MEDIUM * 0.8, locks=64)
        return replace(style, reach=MEDIUM if style.reach else 0.0, locks=min(style.locks, 108))
    if length == "long":
        if style.sides != "hair" or style.fringe == "spiky":
            return style
        return replace(style, reach=max(style.reach, LONG), locks=max(style.locks, 150))
    return style
