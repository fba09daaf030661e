"""What the drawn engine shows of itself: five contact sheets, drawn one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..pose.library import POSES
from ..pose.library import pose as library_pose
from ..pose.openpose import draw_openpose
from ..pose.skeleton import fitted
from .artist import Wish, paint
from .contact_sheet import Cell, Picture, contact_sheet
from .features import VIEWS, View
from .styles import STYLES
from .words import read_words

PROMPTS: tuple[str, ...] = (
    "female warrior, blue armor, long white hair, red cape, holding a sword",
    "old wizard with a long grey beard, purple robe and round glasses",
    "cyberpunk woman, neon pink undercut, black jacket, tech implants",
    "a boy in a dark teal hoodie without glasses",
    "elf archer, green tunic, brown cloak, long auburn braid, bow",
    "pirate captain, eye patch, red coat, black hat, sword",
    "businessman, grey suit, short black hair, glasses",
    "girl with black twintails, sailor uniform, cat ears",
    "woman in a red floral kimono, black bun, umbrella",
    "medieval knight in shining silver armor, holding a shield",
    "samurai with a topknot, red armor, katana",
    "vampire queen, pale skin, black gown, red eyes, crown",
    "steampunk inventor with brass goggles, brown leather vest and a mechanical arm",
    "cheerful baker, flour on her apron, curly brown hair in a bun, bread",
    "astronaut in a white space suit, in outer space",
    "old woman with grey bun, lilac cardigan, glasses, a cup of tea",
    "little girl with red braids, freckles, yellow raincoat and boots",
    "basketball player, dark skin, orange jersey, afro",
    "viking, long red beard, fur cloak, axe",
    "nurse in a blue uniform, brown ponytail",
    "punk with a green mohawk, black leather jacket, ripped jeans",
    "bride in a white dress, blonde updo, flowers",
    "fire mage, orange hair, black robe, casting a spell",
    "detective in a beige trench coat and a brown hat",
    "angel with white wings, golden hair, white robe",
    "demon with red skin, horns, black armor, tail",
    "chef with a white hat, dark moustache, ladle",
    "surfer, tan skin, blond messy hair, blue swim shorts, beach",
    "ballerina, pink tutu, black bun, dancing",
    "scientist in a white lab coat, safety glasses, laboratory",
    "cowboy, brown hat, checked shirt, blue jeans, desert",
    "princess, purple gown, long wavy blonde hair, tiara, castle",
    "ninja in black, mask, katana, at night",
    "farmer in denim overalls, straw hat, grey beard",
    "hijabi woman in a green dress, smiling",
    "robot with glowing blue eyes",
    "rock singer, long black hair, red guitar, on stage",
    "monk in an orange robe, bald, praying",
    "runner in a yellow top, black shorts, running in a park",
    "man in a cable-knit blue sweater, red scarf, winter, arms crossed",
)

PEOPLE: tuple[str, ...] = (
    PROMPTS[0],
    PROMPTS[1],
    PROMPTS[6],
    PROMPTS[7],
    "woman, dark skin, yellow dress, coily black hair, gold earrings, smiling",
    PROMPTS[4],
    PROMPTS[5],
    PROMPTS[16],
    PROMPTS[10],
    PROMPTS[8],
)

HAIR: tuple[str, ...] = (
    "long straight black hair",
    "long wavy blonde hair",
    "curly red hair",
    "coily brown hair",
    "short brown hair",
    "auburn bob",
    "black bowl cut",
    "silver pixie cut",
    "brown ponytail",
    "blonde side ponytail",
    "pink twintails",
    "black bun",
    "purple space buns",
    "red braid",
    "blonde twin braids",
    "black dreadlocks",
    "black afro",
    "blue spiky hair",
    "green mohawk",
    "black hime cut",
)

_MODEL = "young woman, teal jacket, white shirt, dark trousers, brown boots, auburn bob"

Step = Callable[[], object]


def _drawn(prompt: str, **wish: Any) -> Picture:
    return paint(read_words(prompt).features, Wish(**wish)).picture


def prompts_sheet(step: Step = lambda: None) -> Picture:
    """40 prompts as strangers write them."""
    cells = []
    for seed, prompt in enumerate(PROMPTS, 1):
        cells.append(Cell(prompt, (_drawn(prompt, width=240, height=320, seed=seed),)))
        step()
    return contact_sheet("From words", cells, 8)


def poses_sheet(step: Step = lambda: None) -> Picture:
    """Every pose of the library from four sides, and as an OpenPose picture."""
    width, height = 138, 184
    cells = []
    for name in POSES:
        pictures = [
            _drawn(
                _MODEL, view=view, pose=library_pose(name, view), width=width, height=height, seed=3
            )
            for view in VIEWS
        ]
        named = fitted(library_pose(name), width / height)
        pictures = [picture[..., :3] for picture in pictures]
        pictures.append(draw_openpose(named, width, height, stick_width=2))
        cells.append(Cell(name.replace("_", " "), tuple(pictures)))
        step()
    return contact_sheet(f"{len(POSES)} poses", cells, 3)


def styles_sheet(step: Step = lambda: None) -> Picture:
    """Seven styles by six people."""
    cells = []
    for seed, person in enumerate(PEOPLE[:6], 1):
        for style in STYLES:
            picture = _drawn(person, style=style, width=256, height=352, seed=seed)
            cells.append(Cell(style.replace("_", " "), (picture,)))
        step()
    return contact_sheet("Seven styles", cells, len(STYLES))


def views_sheet(step: Step = lambda: None) -> Picture:
    """Four views by ten people."""
    cells = []
    for seed, person in enumerate(PEOPLE, 1):
        pictures = tuple(
            _drawn(person, view=view, width=240, height=340, seed=seed) for view in VIEWS
        )
        cells.append(Cell(person, pictures))
        step()
    return contact_sheet("Four views", cells, 2)


def hair_sheet(step: Step = lambda: None) -> Picture:
    """20 hair styles from three sides."""
    views: tuple[View, ...] = ("front", "side", "back")
    cells = []
    for seed, hair in enumerate(HAIR, 1):
        pictures = tuple(
            _drawn(
                f"young woman, white shirt, {hair}",
                view=view,
                framing="bust",
                width=180,
                height=200,
                seed=seed,
            )
            for view in views
        )
        cells.append(Cell(hair, pictures))
        step()
    return contact_sheet("Hair", cells, 4)


SHEETS: Mapping[str, Callable[[Step], Picture]] = {
    "prompts": prompts_sheet,
    "poses": poses_sheet,
    "styles": styles_sheet,
    "views": views_sheet,
    "hair": hair_sheet,
}
"""By the file's name, without its ending."""
