"""Words that are drawn as something near to them, which is told."""

from __future__ import annotations

from collections.abc import Mapping

from .tables import listed

_AS: Mapping[str, str] = {
    "a bird": "penguin|duck|chicken|phoenix|eagle|hawk|falcon|falcon on arm|hawk on arm",
    "a rabbit": "hamster|guinea pig|mouse|squirrel|hedgehog|ferret",
    "a snake": "lizard|pet lizard|chameleon|iguana",
    "a violin": "cello|viola",
    "a trumpet": "trombone|tuba",
    "a flute": "clarinet|oboe|ocarina|pan flute|panpipes",
    "a drum": "tambourine|maracas",
    "a guitar": "banjo|sitar|shamisen|balalaika",
    "an anchor": "ship wheel|rudder|ships wheel|helm wheel|oar",
    "a compass": "sextant|astrolabe|globe|hourglass|stopwatch",
    "a laptop": "keyboard",
    "a fishing rod": "fishing net|net",
    "a bat": "hockey stick|golf club|pool cue",
    "a skateboard": "skis|scooter",
    "a drone": "hologram|holographic screen|holographic display|holographic interface"
    "|holographic map|hologram display|robot dog",
    "a piece of pizza": "hot dog|taco|sandwich|sushi",
    "a cake": "pie|pastry|macaron|cookie|cookies|donut|doughnut",
    "fruit": "carrot|vegetable|vegetables",
    "a phone": "selfie stick|walkie talkie|radio",
    "a paintbrush": "easel|spray can|spray paint",
    "a wrench": "screwdriver|pliers|drill|soldering iron|saw|crowbar|power drill|toolbox",
    "a ladle": "whisk|spatula|rolling pin|fork",
    "a bag": "treasure chest|crate",
    "a watering can": "hose",
    "a syringe": "thermometer",
    "headphones": "earbuds|airpods|earphones",
    "a faun": "centaur|minotaur",
    "a robot arm": "hook hand|prosthetic limb",
    "a gem": "coin|coins|gold nugget",
}  # fmt: skip

NEAREST: Mapping[str, str] = {word: near for near, words in _AS.items() for word in listed(words)}
"""A word, in the spelling of the tables, to what is drawn in its place."""
