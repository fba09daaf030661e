"""Everyday wardrobes: what is worn together, and in which colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Look: TypeAlias = str
"""Kinds of garments from the inside out, a pattern after a colon: "t-shirt:striped, jeans"."""

_HERS: Mapping[Look, int] = {
    "blouse, jeans, shoes": 2,
    "turtleneck, skirt, tights, ankle boots": 3,
    "t-shirt:striped, denim jacket, trousers, sneakers": 3,
    "sweater, skirt, tights, shoes": 3,
    "shirt, cardigan, trousers, shoes": 2,
    "t-shirt, blazer, jeans, sneakers": 3,
    "dress:floral, ankle boots": 2,
    "dress, cardigan, tights, shoes": 2,
    "hoodie, jeans, sneakers": 2,
    "blouse, long skirt, shoes": 2,
    "t-shirt:striped, overalls, sneakers": 2,
    "turtleneck, coat, trousers, ankle boots": 3,
    "t-shirt, leather jacket, jeans, ankle boots": 2,
    "sweater, wide trousers, sneakers": 2,
    "blouse, trench coat, jeans, ankle boots": 2,
    "tank top, bomber jacket, wide trousers, sneakers": 1,
}
_HIS: Mapping[Look, int] = {
    "t-shirt, bomber jacket, jeans, sneakers": 3,
    "turtleneck, blazer, trousers, shoes": 3,
    "hoodie, jeans, sneakers": 2,
    "t-shirt, denim jacket, trousers, ankle boots": 3,
    "sweater, trousers, ankle boots": 2,
    "shirt, cardigan, trousers, shoes": 2,
    "t-shirt:striped, jeans, sneakers": 2,
    "t-shirt, leather jacket, jeans, ankle boots": 2,
    "shirt:checked, jeans, ankle boots": 2,
    "turtleneck, coat, trousers, ankle boots": 3,
    "shirt, vest, trousers, shoes": 2,
    "polo shirt, trousers, sneakers": 1,
    "t-shirt, jacket, jeans, sneakers": 2,
    "hoodie, puffer vest, jeans, sneakers": 1,
    "sweater, scarf, coat, jeans, ankle boots": 2,
}
_THEIRS: Mapping[Look, int] = {
    "t-shirt:striped, overalls, sneakers": 2,
    "turtleneck, blazer, wide trousers, sneakers": 3,
    "hoodie, denim jacket, trousers, sneakers": 3,
    "sweater, jeans, ankle boots": 2,
    "shirt, vest, trousers, shoes": 2,
    "t-shirt, bomber jacket, joggers, sneakers": 2,
    "turtleneck, coat, trousers, ankle boots": 2,
}
_GIRLS: Mapping[Look, int] = {
    "dress, tights, shoes": 3,
    "t-shirt:striped, overalls, sneakers": 3,
    "sweater, skirt, tights, shoes": 3,
    "t-shirt, cardigan, jeans, sneakers": 2,
    "hoodie, jeans, sneakers": 2,
}
_BOYS: Mapping[Look, int] = {
    "t-shirt:striped, overalls, sneakers": 3,
    "hoodie, jeans, sneakers": 3,
    "t-shirt:striped, shorts, socks, sneakers": 3,
    "shirt:checked, jeans, sneakers": 2,
    "sweater, trousers, sneakers": 2,
}
_OLD_HERS: Mapping[Look, int] = {
    "blouse, cardigan, long skirt, shoes": 3,
    "turtleneck, blazer, trousers, shoes": 2,
    "sweater, long skirt, shoes": 2,
    "dress:floral, cardigan, tights, shoes": 2,
}
_OLD_HIS: Mapping[Look, int] = {
    "shirt, cardigan, trousers, shoes": 3,
    "shirt, vest, bow tie, trousers, shoes": 2,
    "turtleneck, blazer, trousers, shoes": 2,
    "sweater, trousers, shoes": 2,
    "shirt:checked, suspenders, trousers, shoes": 2,
}
LOOKS: Mapping[str, Mapping[Look, int]] = {
    "female": _HERS, "male": _HIS, "non-binary": _THEIRS,
    "female child": _GIRLS, "male child": _BOYS, "non-binary child": _BOYS,
    "female senior": _OLD_HERS, "male senior": _OLD_HIS, "non-binary senior": _OLD_HIS,
}  # fmt: skip
"""By gender, or by gender and age where an age dresses in its own way."""

CALLED: Mapping[str, Mapping[str, Mapping[Look, int]]] = {
    "teacher": {
        "female": {
            "blouse, cardigan, skirt, tights, shoes": 3,
            "turtleneck, blazer, trousers, shoes": 3,
            "shirt, vest, trousers, shoes": 2,
            "sweater, long skirt, shoes": 2,
            "dress:dotted, cardigan, tights, shoes": 2,
            "blouse, blazer, pencil skirt, tights, shoes": 2,
        },
        "male": {
            "shirt, tie, cardigan, trousers, shoes": 3,
            "turtleneck, blazer, trousers, shoes": 3,
            "shirt, tie, vest, trousers, shoes": 3,
            "shirt:checked, bow tie, blazer, trousers, shoes": 2,
            "sweater, trousers, shoes": 2,
        },
    },
    "student": {
        "female": {
            "hoodie, skirt, tights, sneakers": 3,
            "sweater, jeans, sneakers": 2,
            "t-shirt:striped, denim jacket, jeans, sneakers": 3,
            "shirt, cardigan, skirt:checked, tights, shoes": 3,
            "t-shirt, bomber jacket, wide trousers, sneakers": 2,
        },
        "male": {
            "hoodie, jeans, sneakers": 3,
            "t-shirt:striped, bomber jacket, jeans, sneakers": 3,
            "shirt:checked, trousers, sneakers": 2,
            "hoodie, denim jacket, trousers, sneakers": 3,
            "sweater, trousers, sneakers": 2,
        },
    },
}  # fmt: skip
"""What people of a calling wear whose clothes are nobody's uniform."""

OVER_ROLES: Mapping[str, Mapping[str, int]] = {
    "warrior": {"": 4, "cape": 4, "cloak": 2, "fur mantle": 3, "scarf": 1},
}
"""What a calling may add to what it implies: kinds, "" for nothing."""

SCHEMES: tuple[tuple[str, str, str, str, str], ...] = (
    # upper part, lower part, shoes, accent, what goes over; each hangs together
    ("cream", "brown", "dark brown", "rust", "forest green"),
    ("white", "navy", "tan", "mustard", "camel"),
    ("sage", "cream", "tan", "terracotta", "olive"),
    ("dusty rose", "charcoal", "white", "burgundy", "light grey"),
    ("navy", "beige", "brown", "mustard", "camel"),
    ("mustard", "navy", "white", "cream", "charcoal"),
    ("rust", "charcoal", "black", "cream", "dark brown"),
    ("powder blue", "navy", "white", "coral", "beige"),
    ("burgundy", "charcoal", "black", "mustard", "camel"),
    ("lavender", "grey", "white", "plum", "slate"),
    ("teal", "beige", "white", "coral", "charcoal"),
    ("white", "charcoal", "white", "crimson", "steel blue"),
    ("light grey", "navy", "white", "coral", "burgundy"),
    ("terracotta", "cream", "tan", "teal", "navy"),
    ("forest green", "khaki", "brown", "amber", "dark brown"),
    ("plum", "charcoal", "black", "silver", "grey"),
    ("charcoal", "grey", "white", "turquoise", "slate"),
    ("peach", "slate", "white", "teal", "sage"),
    ("off white", "olive", "brown", "rust", "camel"),
    ("burgundy", "navy", "dark brown", "cream", "taupe"),
    ("mauve", "navy", "black", "cream", "charcoal"),
    ("mint", "slate", "white", "coral", "off white"),
    ("charcoal", "black", "white", "gold", "camel"),
    ("steel blue", "light grey", "white", "orange", "charcoal"),
)
EVERYDAY = frozenset({
    "t-shirt", "shirt", "blouse", "sweater", "turtleneck", "hoodie", "polo shirt", "sweatshirt",
    "tank top", "cardigan", "jacket", "bomber jacket", "blazer", "coat", "vest", "puffer vest",
    "skirt", "long skirt", "miniskirt", "pencil skirt", "trousers", "wide trousers", "joggers",
    "dress", "scarf", "shoes", "ankle boots", "sneakers", "tie", "bow tie",
})  # fmt: skip
"""Kinds that take the scheme's colours where no colour at all was asked for."""
