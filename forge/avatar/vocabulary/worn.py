"""What is worn on head, face and body beside clothes: glasses, hats, ears, wings, ..."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Place = Literal[
    "eyes", "head", "face", "ears", "horns", "wings", "tail", "hair", "ear lobes", "neck",
    "wrist", "body", "back", "halo", "over ears",
]  # fmt: skip
"""What it occupies: two accessories of one place exclude each other where one is implied."""


@dataclass(frozen=True, slots=True)
class Worn:
    place: Place
    words: str = ""
    styles: Mapping[str, str] | None = None
    """style: phrases that name kind and style at once ("wizard hat", "fedora")."""
    manner: Mapping[str, str] | None = None
    """style: adjectives that make it this style before the kind ("round" glasses)."""


ACCESSORIES: Mapping[str, Worn] = {
    "glasses": Worn(
        "eyes",
        "spectacles|eyeglasses|specs|reading glasses|eyewear|bespectacled|nerd glasses|eye glasses",
        {
            "sunglasses": "sunglasses|shades|sun glasses|sunnies|mirrored sunglasses"
                          "|dark glasses|mirrorshades"
            "|tinted glasses",
            "aviator": "aviators|aviator sunglasses|aviator glasses|pilot sunglasses",
            "rimless": "rimless glasses",
            "cat-eye": "cat eye glasses|cateye glasses|cat eye sunglasses",
            "round": "john lennon glasses|harry potter glasses|round glasses|pince nez",
            "half-moon": "half moon glasses|half moon spectacles",
            "heart": "heart shaped glasses|heart glasses|heart sunglasses|heart shaped sunglasses",
            "star": "star glasses|star sunglasses|star shaped glasses",
            "3d": "3d glasses",
        },
        {
            "round": "round|circular|circle|round rimmed|round framed|round lensed",
            "rectangular": "rectangular|rectangle|rectangular framed",
            "square": "square|square framed|thick|thick rimmed|thick framed|horn rimmed|chunky"
            "|hornrimmed|big framed",
            "cat-eye": "cat eye|cateye|retro",
            "rimless": "rimless|frameless|thin|wire|wire rimmed|wire framed|thin rimmed"
                       "|thin framed",
            "half-moon": "half moon|half rim|half rimmed",
            "aviator": "aviator|pilot",
            "sunglasses": "dark|mirrored|tinted",
            "heart": "heart shaped|heart",
            "star": "star shaped|star",
        },
    ),
    "goggles": Worn(
        "eyes",
        "steampunk goggles|safety goggles|ski goggles|aviator goggles|flight goggles|swim goggles"
        "|welding goggles|goggle|pilot goggles|vr headset|vr goggles",
    ),
    "visor": Worn(
        "eyes",
        "cyber visor|hud visor|tech visor|smart glasses|cyber glasses|cyberpunk visor|led visor"
        "|cyber goggles|ar glasses|holographic visor|cyclops visor|neon visor",
    ),
    "monocle": Worn("eyes", ""),
    "eyepatch": Worn("eyes", "eye patch|eye patches"),
    "blindfold": Worn("eyes", "blindfolded"),
    "hat": Worn(
        "head",
        "headwear|headgear|hats|brimmed hat",
        {
            "cap": "baseball cap|cap|snapback|ball cap|trucker hat|trucker cap|peaked cap|flat cap"
            "|newsboy cap|caps|flatcap|backwards cap|newsboy hat",
            "beanie": "beanie|wool hat|knit cap|knit hat|bobble hat|knitted hat|stocking cap|toque"
            "|woolly hat|winter hat|ushanka|fur hat|beanie hat",
            "fedora": "fedora|trilby|panama hat|detective hat|gangster hat|fedora hat|homburg",
            "top hat": "top hat|tophat|topper|stovepipe hat",
            "bowler": "bowler hat|bowler|derby hat|derby",
            "cowboy": "cowboy hat|stetson|ten gallon hat|western hat|cowgirl hat|sheriff hat",
            "sun hat": "sun hat|sunhat|wide brim hat|wide brimmed hat|wide brim sun hat|floppy hat"
            "|wide brimmed sun hat|large brimmed hat|floppy sun hat",
            "straw": "straw hat|boater|farmer hat|boater hat|conical hat|rice hat|kasa|bamboo hat",
            "beret": "beret|french hat|artist beret",
            "bucket": "bucket hat|fishing hat|fisherman hat|safari hat",
            "wizard": "wizard hat|pointed hat|pointy hat|mage hat|sorcerer hat|wizards hat"
            "|conical wizard hat",
            "witch": "witch hat|witches hat|witchs hat",
            "pirate": "pirate hat|tricorn|tricorne|tricorn hat|pirate captain hat"
            "|tricorne hat|bicorne"
            "|admiral hat",
            "chef": "chef hat|chefs hat|toque blanche|cook hat|cooks hat",
            "police": "police cap|police hat|officer cap|captain hat|captains hat"
                      "|military cap|army cap|sailor hat"
                      "|sailor cap"
            "|officers cap|pilot hat|pilot cap|peaked hat|garrison cap|conductor hat|nautical cap",
            "nurse": "nurse cap|nurse hat|nurses cap",
            "santa": "santa hat|christmas hat|elf hat|gnome hat|red pointed cap",
            "party": "party hat|birthday hat|jester hat|jester cap|fool cap",
            "graduation": "graduation cap|mortarboard|mortar board|graduation hat|academic cap",
            "deerstalker": "deerstalker|deerstalker hat|sherlock hat|sherlock holmes hat",
            "fez": "fez",
            "sombrero": "sombrero",
            "ranger": "ranger hat|robin hood hat|bycocket|feathered cap|feathered hat|musketeer hat"
            "|hunter hat|plumed hat|adventurer hat",
        },
        {
            "sun hat": "wide brim|wide brimmed|floppy|large brimmed|big brimmed",
            "straw": "straw|conical",
            "wizard": "pointed|pointy|wizard",
            "witch": "witch",
            "top hat": "top",
            "cowboy": "cowboy|western",
            "beanie": "wool|knitted|knit",
        },
    ),
    "helmet": Worn(
        "head",
        "helm|armoured helmet|helmets|battle helmet|helmeted",
        {
            "knight": "knight helmet|great helm|knights helmet|knight helm|full helm|bascinet"
            "|barbute",
            "viking": "viking helmet|horned helmet|horned helm|winged helmet|viking helm",
            "samurai": "samurai helmet|kabuto",
            "roman": "roman helmet|gladiator helmet|spartan helmet|centurion helmet|greek helmet"
            "|plumed helmet|corinthian helmet",
            "astronaut": "space helmet|astronaut helmet|glass helmet|fishbowl helmet|bubble helmet",
            "motorcycle": "motorcycle helmet|biker helmet|racing helmet|bike helmet|bicycle helmet"
            "|crash helmet|cycling helmet|motorbike helmet",
            "hard hat": "hard hat|construction helmet|hardhat|safety helmet|miner helmet"
                        "|pith helmet",
            "firefighter": "firefighter helmet|fire helmet|fireman helmet",
            "soldier": "army helmet|military helmet|combat helmet|soldier helmet|tactical helmet",
            "robot": "mecha helmet|robot helmet|cyber helmet|sci fi helmet|futuristic helmet"
            "|cyberpunk helmet|power armour helmet|bounty hunter helmet",
            "football": "football helmet|hockey helmet|cricket helmet",
        },
    ),
    "crown": Worn("head", "royal crown|diadem|golden crown|kings crown|coronet|crowned|ice crown"),
    "tiara": Worn("head", "princess crown|princess tiara"),
    "circlet": Worn("head", "elven crown|elven circlet|silver circlet|forehead jewel|bindi"),
    "laurel wreath": Worn("head", "laurel|laurels|laurel crown|leaf crown|olive wreath"),
    "headdress": Worn("head", "feather headdress|war bonnet|feathered headdress"),
    "flower crown": Worn("head", "floral crown|flower wreath|crown of flowers|daisy crown"
                         "|flower garland|crown of roses"),
    "hood": Worn("head", "hooded|cowl|raised hood|hood up|coif|chainmail coif"),
    "turban": Worn("head", "head wrap|headwrap|dastar|pagri"),
    "hijab": Worn("head", "headscarf|head scarf|hijabi|chador|wimple|nun veil|niqab"),
    "veil": Worn("head", "bridal veil|wedding veil|veiled"),
    "bandana": Worn("head", "bandanna|durag|do rag|kerchief"),
    "headband": Worn("hair", "head band|sweatband|hachimaki|hair band|hairband|alice band"
                     "|maid headband|maid headdress|ninja headband|forehead protector"),
    "hair bow": Worn("hair", "bow in her hair|bow in hair|hair ribbon|ribbon in her hair"
                     "|ribbon in hair|hair ribbons|ribbon|ribbons|hairbow"),
    "hair clip": Worn("hair", "hairpin|hair pin|barrette|hairclip|hair clips|hair ornament"
                      "|kanzashi|hair accessory|hair accessories|hair sticks|scrunchie|hair tie"),
    "hair flower": Worn("hair", "flower in her hair|flower in hair|flowers in her hair"
                        "|flowers in hair|hibiscus in hair|flower in his hair"),
    "headphones": Worn("over ears", "headset|earphones|ear muffs|earmuffs|earbuds|airpods|headphone"
                       "|gaming headset|cat ear headphones"),
    "mask": Worn(
        "face",
        "masked|face mask|half mask|masks",
        {
            "surgical": "surgical mask|medical mask|dust mask|covid mask|cloth mask",
            "domino": "domino mask|eye mask|superhero mask|bandit mask|zorro mask|hero mask"
            "|thief mask",
            "gas": "gas mask|respirator|oxygen mask|rebreather|breathing mask",
            "kitsune": "kitsune mask|fox mask|cat mask|wolf mask|animal mask|rabbit mask",
            "oni": "oni mask|demon mask|hannya mask|samurai mask|hannya|mempo|tengu mask",
            "venetian": "venetian mask|masquerade mask|carnival mask|opera mask|phantom mask"
            "|theatre mask",
            "skull": "skull mask|skeleton mask|ghost mask|death mask|bone mask",
            "ninja": "ninja mask|shinobi mask|balaclava|ski mask|cloth over mouth",
            "plague doctor": "plague mask|plague doctor mask|beak mask|bird mask",
            "cyber": "cyber mask|tech mask|neon mask|led mask|cyberpunk mask|digital mask"
            "|robot mask",
            "hockey": "hockey mask|goalie mask",
            "full face": "full face mask|white mask|porcelain mask|iron mask|golden mask"
            "|wrestling mask|luchador mask|clown mask|wooden mask|tribal mask",
        },
        {
            "surgical": "surgical|medical",
            "venetian": "venetian|masquerade|carnival",
            "skull": "skull|skeleton",
            "gas": "gas",
            "cyber": "cyber|led|digital",
            "domino": "domino",
            "full face": "full face",
        },
    ),
    "face veil": Worn("face", "yashmak|mouth veil|dancer veil"),
    "pipe": Worn("face", "smoking pipe|corncob pipe|tobacco pipe"),
    "earrings": Worn(
        "ear lobes",
        "earring|ear rings|studs|ear cuff|ear studs",
        {"hoop": "hoop earrings|hoops|hoop earring|gold hoops"},
        {"hoop": "hoop|ring"},
    ),
    "piercings": Worn("body", "piercing|nose ring|nose stud|lip ring|septum ring|pierced"
                      "|eyebrow piercing|snake bites|lip piercing|nose piercing|septum piercing"
                      "|facial piercings"),
    "necklace": Worn("neck", "chain|pendant|amulet|locket|beads|pearls|pearl necklace|gold chain"
                             "|talisman"
                     "|medallion|necklaces|cross necklace|chain necklace|bling|dog tags|rosary"
                     "|jewellery|jewelry|jewels|prayer beads|chains|silver chain|medal|medals"
                     "|lei|stethoscope necklace"),
    "choker": Worn("neck", "collar necklace|leather collar|lace choker|spiked collar|torc"),
    "stethoscope": Worn("neck", ""),
    "bracelet": Worn("wrist", "bracelets|bangle|bangles|wristband|armband|wristbands|arm bands"
                     "|friendship bracelet|anklet|arm rings|armbands|cuffs"),
    "ring": Worn("wrist", "rings|wedding ring|signet ring|finger rings"),
    "watch": Worn("wrist", "wristwatch|smartwatch|smart watch|pocket watch|rolex"),
    "badge": Worn("body", "sheriff badge|police badge|name tag|brooch|pin badge|sheriff star"
                  "|star badge|gold badge|lapel pin|id badge"),
    "elf ears": Worn("ears", "pointed ears|pointy ears|long ears|elven ears|elfin ears|elf ear"
                     "|fairy ears|vulcan ears|sharp ears"),
    "animal ears": Worn(
        "ears",
        "animal ear|kemonomimi|furry ears",
        {
            "cat": "cat ears|nekomimi|neko ears|cat girl|catgirl|cat boy|catboy|kitty ears|neko"
            "|feline ears|cat ear|tiger ears|lion ears",
            "fox": "fox ears|kitsunemimi|fox girl|foxgirl|fox ear|fox boy",
            "bunny": "bunny ears|rabbit ears|usagimimi|bunny girl|bunnygirl|bunny ear",
            "wolf": "wolf ears|dog ears|inumimi|wolf girl|wolf boy|canine ears|puppy ears"
                    "|husky ears",
            "mouse": "mouse ears|mickey mouse ears",
            "bear": "bear ears|teddy bear ears|panda ears|raccoon ears",
        },
        {"cat": "cat|feline", "fox": "fox", "bunny": "bunny|rabbit", "wolf": "wolf|dog",
         "mouse": "mouse", "bear": "bear"},
    ),
    "horns": Worn(
        "horns",
        "horned|horn on head|small horns",
        {
            "demon": "demon horns|devil horns|demonic horns|imp horns|oni horns",
            "ram": "ram horns|curled horns|goat horns|curved horns|sheep horns|curly horns",
            "dragon": "dragon horns|draconic horns",
            "unicorn": "unicorn horn|single horn",
            "antlers": "antlers|deer antlers|deer horns|reindeer antlers|stag antlers|antler",
            "bull": "bull horns|minotaur horns|cow horns",
        },
        {"demon": "demon|devil", "ram": "ram|curled|curved|curly|goat", "dragon": "dragon",
         "unicorn": "unicorn"},
    ),
    "wings": Worn(
        "wings",
        "winged|pair of wings|wing",
        {
            "angel": "angel wings|angelic wings|feathered wings|feather wings|bird wings"
            "|raven wings|eagle wings|feathery wings",
            "demon": "demon wings|devil wings|bat wings|demonic wings|leathery wings|vampire wings",
            "dragon": "dragon wings|draconic wings",
            "fairy": "fairy wings|butterfly wings|insect wings|pixie wings|faerie wings"
            "|dragonfly wings|gossamer wings",
            "mechanical": "mechanical wings|metal wings|robot wings|cyber wings|steampunk wings"
            "|mecha wings",
        },
        {"angel": "angel|angelic|feathered|feathery", "demon": "demon|devil|bat|demonic|leathery",
         "dragon": "dragon", "fairy": "fairy|butterfly", "mechanical": "mechanical|metal|robotic"},
    ),
    "tail": Worn(
        "tail",
        "tailed|tails",
        {
            "cat": "cat tail|lion tail|tiger tail",
            "fox": "fox tail|foxtail|nine tails|fluffy tail|fox tails|bushy tail",
            "wolf": "wolf tail|dog tail",
            "demon": "demon tail|devil tail|pointed tail",
            "dragon": "dragon tail|lizard tail|reptile tail",
            "mermaid": "mermaid tail|fish tail|fishtail fin",
            "bunny": "bunny tail|rabbit tail",
            "monkey": "monkey tail|saiyan tail",
        },
        {"cat": "cat", "fox": "fox|bushy|fluffy", "wolf": "wolf|dog", "demon": "demon|devil",
         "dragon": "dragon|lizard", "mermaid": "fish"},
    ),
    "halo": Worn("halo", "angel halo|glowing halo|golden halo|nimbus"),
    "fangs": Worn("body", "vampire fangs|sharp teeth|vampire teeth|fang|pointed teeth|fanged"),
    "tusks": Worn("body", "orc tusks|tusk|tusked"),
    "tech implants": Worn(
        "body",
        "implants|cyber implants|cybernetic implants|cybernetics|augmentations|cyberware"
        "|neural implants|face implants|tech implant|implant|augmented|circuits|cybernetic"
        "|cyber eye"
        "|cybernetic eye|robotic eye|bionic eye|face cybernetics|augments|glowing implants"
        "|neural implant|mechanical eye|cyborg parts|cyber augmentations|wires|circuit lines"
        "|cyborg implants",
    ),
    "robot arm": Worn("body", "mechanical arm|robotic arm|prosthetic arm|cyber arm|bionic arm"
                      "|cybernetic arm|metal arm|automail|robot hand|hook hand|mechanical hand"
                      "|robotic arms|cybernetic arms|robot arms|mechanical arms|robot limbs"
                      "|mechanical limbs|prosthetic limb|robotic hand|metal hand"),
    "antenna": Worn("horns", "antennae|antennas|feelers|bug antennae|robot antenna"),
    "backpack": Worn("back", "rucksack|knapsack|schoolbag|school bag|satchel backpack|jetpack"
                     "|jet pack|back pack|book bag|bookbag"),
    "wheelchair": Worn("body", "wheel chair|wheelchair user|electric wheelchair|power chair"
                       "|wheelchair bound"),
    "quiver": Worn("back", "arrow quiver|quiver of arrows"),
    "sheathed sword": Worn("back", "sword on back|sword on his back|sword on her back|scabbard"
                           "|sword at hip|sword at his side|sword at her side|sheath"
                           "|sheathed katana"
                           "|katana on back|sword strapped to back"),
}  # fmt: skip
