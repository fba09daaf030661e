"""More prompts as strangers write them, and what each must be read as."""

from __future__ import annotations

from .prompts import A, G, P

MORE_PROMPTS: list[tuple[str, dict[str, str]]] = [
    (
        "nurse with blonde ponytail and light blue scrubs",
        {
            "hair.style": "ponytail", "hair.colour": "blonde", f"{G}.scrubs.colour": "light blue",
        },
    ),
    (
        "demon with red skin, curved horns, black wings and a pointed tail",
        {
            "skin_colour": "red", f"{A}.horns.style": "ram", f"{A}.wings.colour": "black",
            f"{A}.tail.style": "demon",
        },
    ),
    (
        "hippie with round sunglasses, tie-dye shirt and a peace sign necklace",
        {f"{A}.glasses.style": "sunglasses", f"{G}.shirt.pattern": "gradient"},
    ),
    (
        "ballerina in a pink tutu, hair in a bun",
        {"gender": "female", f"{G}.tutu.colour": "pink", "hair.style": "bun"},
    ),
    (
        "ninja in black with a red scarf, throwing stars",
        {
            f"{G}.ninja outfit.colour": "black", f"{G}.scarf.colour": "red", f"{P}.shuriken": "yes",
        },
    ),
    (
        "angel with large white feathered wings and golden halo",
        {f"{A}.wings.style": "angel", f"{A}.wings.colour": "white", f"{A}.halo": "yes"},
    ),
    (
        "witch with green skin, purple hat, broomstick, black cat",
        {
            "skin_colour": "green", f"{A}.hat.style": "witch", f"{A}.hat.colour": "purple",
            f"{P}.broom": "yes", f"{P}.cat": "yes",
        },
    ),
    (
        "hipster barista, full beard, beanie, plaid flannel shirt, round glasses",
        {
            "face.facial_hair": "full beard", f"{A}.hat.style": "beanie",
            f"{G}.shirt.pattern": "checked", f"{A}.glasses.style": "round",
        },
    ),
    (
        "a professor with messy grey hair, tweed jacket, bow tie",
        {
            "hair.style": "messy", "hair.colour": "grey", f"{G}.jacket.material": "wool",
            f"{G}.bow tie": "yes",
        },
    ),
    (
        "queen in a lavish blue velvet gown with gold embroidery, diamond tiara",
        {
            f"{G}.gown.colour": "blue", f"{G}.gown.material": "velvet", f"{G}.gown.trim": "gold",
            f"{A}.tiara": "yes",
        },
    ),
    (
        "orc warrior with tusks, heavy iron armor and a giant hammer",
        {
            "skin_colour": "green", f"{A}.tusks": "yes", f"{G}.armour.colour": "iron",
            f"{P}.hammer": "yes",
        },
    ),
    (
        "a shy librarian with braided brown hair, big glasses, green sweater and plaid skirt",
        {
            "hair.style": "braid", "hair.colour": "brown", f"{A}.glasses": "yes",
            f"{G}.sweater.colour": "green", f"{G}.skirt.pattern": "checked",
        },
    ),
    (
        "boy with heterochromia, one blue eye and one green eye, silver hair",
        {
            "face.second_eye_colour": "blue", "face.eye_colour": "green", "hair.colour": "silver",
        },
    ),
    (
        "cowboy with a brown leather hat, red bandana, denim jeans, holding a lasso",
        {
            f"{A}.hat.style": "cowboy", f"{A}.hat.colour": "brown", f"{A}.bandana.colour": "red",
            f"{G}.jeans": "yes", f"{P}.lasso": "yes",
        },
    ),
    (
        "woman wearing a navy blazer over a white shirt, gold necklace, shoulder-length straight"
        " blonde hair with bangs",
        {
            f"{G}.blazer.colour": "navy", f"{G}.shirt.colour": "white",
            f"{A}.necklace.colour": "gold", "hair.length": "medium", "hair.type": "straight",
            "hair.colour": "blonde", "hair.fringe": "straight",
        },
    ),
    (
        "fairy with butterfly wings, pastel pink hair, flower crown, green dress",
        {
            f"{A}.wings.style": "fairy", "hair.colour": "pastel pink", f"{A}.flower crown": "yes",
            f"{G}.dress.colour": "green",
        },
    ),
    (
        "soldier in camouflage uniform, helmet, holding a rifle",
        {
            f"{G}.military uniform.pattern": "camouflage", f"{A}.helmet.style": "soldier",
            f"{P}.rifle": "yes",
        },
    ),
    (
        "tattooed biker with long grey beard, leather vest, sunglasses, bandana",
        {
            "face.marks.tattoos": "yes", "face.facial_hair": "long beard",
            f"{G}.vest.material": "leather", f"{A}.glasses.style": "sunglasses",
            f"{A}.bandana": "yes",
        },
    ),
    (
        "young african man with dreadlocks, white linen shirt, beaded necklace",
        {
            "age": "young adult", "gender": "male", "skin_tone": "dark",
            "hair.style": "dreadlocks", f"{G}.shirt.colour": "white",
            f"{G}.shirt.material": "cotton", f"{A}.necklace": "yes",
        },
    ),
    (
        "schoolteacher in her fifties with short auburn bob and a floral blouse",
        {
            "gender": "female", "age": "middle-aged", "hair.style": "bob", "hair.length": "short",
            "hair.colour": "auburn", f"{G}.blouse.pattern": "floral",
        },
    ),
    (
        "kid with red baseball cap, striped t-shirt, denim overalls",
        {
            "age": "child", f"{A}.hat.style": "cap", f"{A}.hat.colour": "red",
            f"{G}.t-shirt.pattern": "striped", f"{G}.overalls.material": "denim",
        },
    ),
    (
        "non-binary person with a lavender buzz cut, septum piercing and oversized sweater",
        {
            "gender": "non-binary", "hair.style": "buzz cut", "hair.colour": "lavender",
            f"{A}.piercings": "yes", f"{G}.sweater": "yes",
        },
    ),
    (
        "king with golden crown, red velvet robe with white fur trim, long white beard, scepter",
        {
            f"{A}.crown.colour": "gold", f"{G}.robe.colour": "red", f"{G}.robe.material": "velvet",
            f"{G}.robe.trim": "white", "face.facial_hair": "long beard", f"{P}.sceptre": "yes",
        },
    ),
    (
        "scientist in lab coat with safety goggles holding a glowing green potion",
        {
            f"{G}.lab coat": "yes", f"{A}.goggles": "yes", f"{P}.potion.colour": "green",
        },
    ),
    (
        "tall slim woman with olive skin, dark wavy hair, brown almond eyes, gold hoop earrings,"
        " wearing a white off-shoulder blouse and blue jeans",
        {
            "height": "tall", "build": "slim", "skin_tone": "olive", "hair.type": "wavy",
            "hair.colour": "dark brown", "face.eye_colour": "brown", "face.eye_shape": "almond",
            f"{G}.blouse.colour": "white", f"{G}.jeans": "yes",
        },
    ),
    (
        "a guy with a man bun and round glasses drinking coffee",
        {
            "gender": "male", "hair.style": "top knot", f"{A}.glasses.style": "round",
            f"{P}.cup": "yes",
        },
    ),
    (
        "EMO BOY, BLACK HAIR COVERING ONE EYE, STRIPED SHIRT",
        {"hair.colour": "black", "hair.fringe": "side", f"{G}.shirt.pattern": "striped"},
    ),
    (
        "a woman in traditional korean hanbok, hair in a braid",
        {f"{G}.hanbok": "yes", "hair.style": "braid", "hair.colour": "black"},
    ),
    (
        "young man smiling, blue t-shirt, no background",
        {
            "age": "young adult", "face.expression": "happy", f"{G}.t-shirt.colour": "blue",
            "background": "plain",
        },
    ),
    (
        "elderly asian man with long white beard in a red silk robe meditating",
        {
            "age": "senior", "face.facial_hair": "long beard", "face.facial_hair_colour": "white",
            f"{G}.robe.colour": "red", f"{G}.robe.material": "silk", "stance": "sitting",
        },
    ),
    (
        "athletic woman in sportswear, ponytail, headphones, running",
        {
            "build": "athletic", f"{G}.sportswear": "yes", f"{A}.headphones": "yes",
            "stance": "running",
        },
    ),
    (
        "bride in white wedding dress with veil holding bouquet of roses",
        {
            "gender": "female", f"{G}.wedding dress.colour": "white", f"{A}.veil": "yes",
            f"{P}.bouquet": "yes",
        },
    ),
    (
        "tiefling bard with purple skin, lute and feathered hat",
        {
            "skin_colour": "purple", f"{P}.lute": "yes", f"{A}.hat.style": "ranger",
            f"{A}.horns.style": "demon",
        },
    ),
    (
        "hair: long and blonde, eyes: green, (red cape:1.3)",
        {
            "hair.length": "long", "hair.colour": "blonde", "face.eye_colour": "green",
            f"{G}.cape.colour": "red",
        },
    ),
]  # fmt: skip
