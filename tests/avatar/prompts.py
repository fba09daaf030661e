"""Prompts as strangers write them, and what each must be read as."""

from __future__ import annotations

G, A, P = "garments", "accessories", "props"

PROMPTS: list[tuple[str, dict[str, str]]] = [
    (
        "female warrior, blue armor, long white hair, red cape, holding a sword",
        {
            "gender": "female", f"{G}.armour.colour": "blue", "hair.length": "long",
            "hair.colour": "white", f"{G}.cape.colour": "red", f"{P}.sword": "yes",
            f"{G}.boots": "yes", "roles.warrior": "yes",
        },
    ),
    (
        "old wizard with a long grey beard, purple robe and round glasses",
        {
            "age": "senior", "face.facial_hair": "long beard", "face.facial_hair_colour": "grey",
            f"{G}.robe.colour": "purple", f"{A}.glasses.style": "round", f"{A}.hat.style": "wizard",
            f"{P}.staff": "yes", "hair.colour": "grey",
        },
    ),
    (
        "cyberpunk, neon pink hair, tech implants",
        {
            "hair.colour": "neon pink", f"{A}.tech implants": "yes", f"{G}.jacket.colour": "black",
            "background": "neon city",
        },
    ),
    (
        "a boy in a dark teal hoodie without glasses",
        {
            "gender": "male", "age": "teen", f"{G}.hoodie.colour": "dark teal",
            "without.glasses": "yes",
        },
    ),
    (
        "a cheerful baker with flour on her apron, brown curly hair in a bun, holding a loaf"
        " of bread",
        {
            "gender": "female", "hair.style": "bun", "hair.type": "curly", "hair.colour": "brown",
            "face.expression": "happy", f"{G}.apron": "yes", f"{P}.bread": "yes",
        },
    ),
    (
        "medieval knight in shining silver armor, holding a shield",
        {f"{G}.armour.colour": "silver", f"{P}.shield": "yes", f"{G}.greaves": "yes"},
    ),
    (
        "elf ranger with long silver hair, green cloak, bow and quiver",
        {
            "hair.colour": "silver", f"{G}.cloak.colour": "green", f"{P}.bow": "yes",
            f"{A}.quiver": "yes", f"{A}.elf ears": "yes",
        },
    ),
    (
        "a japanese samurai with a topknot, red armor, katana, serious expression",
        {
            "hair.style": "top knot", f"{G}.samurai armour.colour": "red", f"{P}.katana": "yes",
            "face.expression": "neutral", "hair.colour": "black",
        },
    ),
    (
        "steampunk inventor with brass goggles, brown leather vest and a mechanical arm",
        {
            f"{A}.goggles.colour": "brass", f"{G}.vest.colour": "brown",
            f"{G}.vest.material": "leather", f"{A}.robot arm": "yes",
        },
    ),
    (
        "vampire queen, pale skin, black gown, red eyes, crown",
        {
            "gender": "female", "skin_tone": "fair", f"{G}.gown.colour": "black",
            "face.eye_colour": "red", f"{A}.crown": "yes", f"{A}.fangs": "yes",
        },
    ),
    (
        "robot chef with a white hat and a wooden spoon",
        {f"{A}.hat.style": "chef", f"{A}.hat.colour": "white", f"{P}.ladle": "yes"},
    ),
    (
        "a tired middle-aged businessman in a grey suit with a loosened blue tie, receding"
        " hairline",
        {
            "gender": "male", "age": "middle-aged", "face.expression": "sleepy",
            f"{G}.suit.colour": "grey", f"{G}.tie.colour": "blue", "hair.style": "tonsure",
        },
    ),
    (
        "punk girl with pink spiky hair, ripped jeans, combat boots and a nose ring",
        {
            "hair.colour": "pink", "hair.style": "spiky", f"{G}.jeans": "yes", f"{G}.boots": "yes",
            f"{A}.piercings": "yes",
        },
    ),
    (
        "my grandmother: 75 years old, short white curly hair, glasses, purple cardigan, kind"
        " smile",
        {
            "gender": "female", "age": "senior", "hair.length": "short", "hair.type": "curly",
            "hair.colour": "white", f"{G}.cardigan.colour": "purple", "face.expression": "happy",
        },
    ),
    (
        "superhero in a red and gold suit with a blue cape flying through the sky",
        {
            f"{G}.superhero suit.colour": "red", f"{G}.superhero suit.trim": "gold",
            f"{G}.cape.colour": "blue", "stance": "flying", "background": "sky",
        },
    ),
    (
        "viking with a braided red beard, horned helmet, fur cloak and an axe",
        {
            "face.facial_hair": "braided beard", "face.facial_hair_colour": "red",
            f"{A}.helmet.style": "viking", f"{G}.fur mantle": "yes", f"{P}.axe": "yes",
            "hair.colour": "red",
        },
    ),
    (
        "mermaid princess with turquoise tail and flowing red hair underwater",
        {
            f"{A}.tail.style": "mermaid", f"{A}.tail.colour": "turquoise", "hair.style": "loose",
            "hair.colour": "red", "background": "underwater", f"{A}.tiara": "yes",
        },
    ),
    (
        "astronaut on the moon, white space suit, gold visor",
        {
            f"{G}.spacesuit.colour": "white", f"{A}.visor.colour": "gold", "background": "space",
        },
    ),
    (
        "detective in a beige trench coat and fedora, smoking a pipe, film noir",
        {
            f"{G}.trench coat.colour": "beige", f"{A}.hat.style": "fedora", f"{A}.pipe": "yes",
        },
    ),
    (
        "a hijabi doctor wearing a white lab coat and stethoscope",
        {
            f"{A}.hijab": "yes", f"{G}.lab coat.colour": "white", f"{A}.stethoscope": "yes",
        },
    ),
    (
        "black woman with an afro, gold hoop earrings and a yellow sundress",
        {
            "gender": "female", "skin_tone": "dark", "hair.style": "afro",
            f"{A}.earrings.style": "hoop", f"{A}.earrings.colour": "gold",
            f"{G}.dress.colour": "yellow",
        },
    ),
    (
        "a muscular bald man with a tattoo on his arm wearing a white tank top",
        {
            "build": "athletic", "hair.length": "bald", "gender": "male",
            "face.marks.tattoos": "yes", f"{G}.tank top.colour": "white",
        },
    ),
    (
        "ginger teenage boy with freckles, green hoodie, skateboard",
        {
            "hair.colour": "ginger", "age": "teen", "gender": "male", "face.marks.freckles": "yes",
            f"{G}.hoodie.colour": "green", f"{P}.skateboard": "yes",
        },
    ),
    (
        "goth girl, black lipstick, choker, fishnet stockings, platform boots",
        {
            "face.lip_colour": "black", f"{A}.choker": "yes", f"{G}.tights": "yes",
            f"{G}.boots": "yes", "hair.colour": "black",
        },
    ),
    (
        "cat girl with purple eyes, twin tails, maid outfit",
        {
            "gender": "female", f"{A}.animal ears.style": "cat", "face.eye_colour": "purple",
            "hair.style": "twintails", f"{G}.apron.colour": "white",
        },
    ),
    (
        "wizard without a hat, no beard, young",
        {
            "age": "young adult", "face.facial_hair": "none", "without.hat": "yes",
            f"{G}.robe": "yes",
        },
    ),
    (
        "a knight but without armor, in a simple white tunic",
        {"without.armour": "yes", f"{G}.tunic.colour": "white", f"{P}.sword": "yes"},
    ),
    (
        "woman with blue skin and white hair, alien, antennae",
        {"skin_colour": "blue", "hair.colour": "white", f"{A}.antenna": "yes"},
    ),
    (
        "old fisherman with weathered face, yellow raincoat, grey stubble",
        {
            "age": "senior", "gender": "male", f"{G}.raincoat.colour": "yellow",
            "face.facial_hair": "stubble", "face.facial_hair_colour": "grey",
        },
    ),
    (
        "south indian bride in a red and gold saree with heavy jewellery",
        {
            "gender": "female", f"{G}.sari.colour": "red", f"{G}.sari.trim": "gold",
            f"{A}.necklace": "yes", "skin_tone": "brown",
        },
    ),
    (
        "1girl, solo, long hair, blue eyes, school uniform, smile, masterpiece, best quality",
        {
            "gender": "female", "hair.length": "long", "face.eye_colour": "blue",
            f"{G}.school uniform": "yes", "face.expression": "happy",
        },
    ),
    (
        "man, 30, slicked back black hair, tuxedo, bow tie, holding a martini",
        {
            "age": "young adult", "hair.style": "slicked back", "hair.colour": "black",
            f"{G}.tuxedo": "yes", f"{G}.bow tie": "yes", f"{P}.glass": "yes",
        },
    ),
    (
        "a pirate captain with an eyepatch, parrot on his shoulder, black tricorn hat, gold"
        " earring",
        {
            f"{A}.eyepatch": "yes", f"{P}.bird": "yes", f"{A}.hat.style": "pirate",
            f"{A}.hat.colour": "black", f"{A}.earrings.colour": "gold",
        },
    ),
]  # fmt: skip
