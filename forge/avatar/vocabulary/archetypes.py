"""All archetypes, and which of their words name a gender."""

from __future__ import annotations

from collections.abc import Mapping

from .archetype import Archetype
from .beings import BEINGS
from .callings import CALLINGS
from .tables import word_set

ARCHETYPES: Mapping[str, Archetype] = {**CALLINGS, **BEINGS}

SKIN_COLOURED = word_set(
    "orc|goblin|zombie|ghost|demon|alien|robot|mermaid|fairy|skeleton|medusa|dragon person"
    "|cat person"
)
"""Beings whose colour, where one stands before the word, is that of their skin."""

PROFESSIONS = word_set(
    "doctor|nurse|scientist|chef|police officer|firefighter|construction worker|business|waiter"
    "|student|teacher|programmer|barista|flight attendant|pilot|artist|photographer|athlete"
    "|cheerleader|basketball player|tennis player|baseball player|gamer|dancer|musician"
    "|guitarist|violinist|rapper|dj|model|postman|yoga teacher|swimmer|soldier|bride|groom"
)
"""Callings of today, of whom "black" and "white" are said as of a man or a woman."""

WOMANLY = word_set(
    "actress|adventuress|afro latina|alien girl|alt girl|amazon|android girl|aphrodite|athena"
    "|aviatrix|ballerina|banshee|barmaid|batgirl|battle maiden|bunny girl|bunnygirl"
    "|businesswoman|businesswomen|cat girl|catgirl|cavewoman|chambermaid|cheerleader|cleopatra"
    "|country girl|cowgirl|cowgirls|craftswoman|demon girl|demon queen|demoness|devil girl|diva"
    "|dog girl|dragon girl|dragon queen|dryad|e girl|egirl|egyptian queen|elf girl|elf maiden"
    "|emo girl|fairy queen|farm girl|farmgirl|female warrior|filipina|firewoman|flapper|fox girl"
    "|fox lady|foxgirl|gamer girl|geisha|gladiatrix|goblin girl|goddess|goth girl|greek goddess"
    "|gynoid|harajuku girl|heroine|huntress|indie girl|knightess|kunoichi|lara croft|latina"
    "|mailwoman|medusa|miko|milkmaid|moana|mrs claus|noblewoman|nymph|office lady|pin up girl"
    "|policewoman|priestess|punk girl|rabbit girl|saleswoman|school girl|sea witch|seamstress"
    "|shield maiden|shieldmaiden|shrine maiden|siren|skater girl|sorceress|space woman"
    "|spacewoman|sportswoman|stage actress|stewardess|succubus|supergirl|superheroine|superwoman"
    "|surfer girl|swordswoman|tinker bell|tinkerbell|unicorn girl|valkyrie|vampiress|villainess"
    "|waitress|warrior queen|warrioress|wolf girl|wonder woman"
)
MANLY = word_set(
    "airman|apollo|army man|barman|batman|bilbo|bowman|bunny boy|businessman|businessmen"
    "|cameraman|captain america|cat boy|catboy|caveman|conan|craftsman|delivery guy|delivery man"
    "|demon king|dog boy|dracula|dragon king|dragon man|dumbledore|e boy|eboy|egyptian king"
    "|einstein|emo boy|farm boy|filipino|fireman|fisherman|fox boy|friar|frodo|gamer boy|gandalf"
    "|gimli|goat man|god|godfather|goth boy|guardsman|gym bro|handyman|hulk|huntsman|imam"
    "|incubus|indie boy|infantryman|iron man|it guy|james bond|jesus|latino|legolas|lizard man"
    "|lizardman|luchador|lumberman|mafia boss|mailman|mario|marksman|medicine man|merlin|merman"
    "|military man|mobster|mountain man|mr tumnus|norseman|policeman|pope|poseidon|punk boy"
    "|rabbi|repairman|roadman|robin hood|salesman|samurai lord|santa|school boy|seaman|sherlock"
    "|sherlock holmes|shrek|skater boy|sorcerer|spaceman|spearman|spider man|spiderman|sportsman"
    "|stable boy|superman|surfer dude|swordsman|thor|tribesman|vaquero|warlock|wolf boy|wolf man"
    "|wolfman|woodsman|zeus"
)
