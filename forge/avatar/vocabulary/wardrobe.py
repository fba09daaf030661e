"""Clothes: what they are called and which part of the body they cover."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Slot = Literal[
    "torso", "legs", "full", "over", "back", "feet", "hands", "neck", "waist", "calves", "generic"
]
"""Where it is worn. "full" covers torso and legs; "over" goes over the torso (a coat);
"back" hangs from the shoulders; "generic" says no more than that there are clothes."""


@dataclass(frozen=True, slots=True)
class Wear:
    slot: Slot
    words: str = ""
    material: str | None = None  # what the kind is made of unless said
    colour: str | None = None


GARMENTS: Mapping[str, Wear] = {
    # torso
    "t-shirt": Wear("torso", "t shirt|tshirt|tee|tee shirt|graphic tee|graphic t shirt"),
    "shirt": Wear("torso", "button up|button up shirt|button down|button down shirt|dress shirt"
                  "|collared shirt|flannel|flannel shirt|long sleeve shirt|overshirt|top"),
    "hawaiian shirt": Wear("torso", "aloha shirt"),
    "blouse": Wear("torso", "tunic blouse|frilly blouse|peasant blouse"),
    "polo shirt": Wear("torso", "polo"),
    "tank top": Wear("torso", "singlet|undershirt|muscle shirt|camisole|sleeveless shirt"
                     "|sleeveless top|vest top|tanktop"),
    "crop top": Wear("torso", "cropped top|halter top|tube top|croptop|sports bra|bralette"),
    "sweater": Wear("torso", "jumper|pullover|knit sweater|knitted sweater|jersey sweater"
                    "|christmas sweater|knitwear|cable knit|knit", "wool"),
    "turtleneck": Wear("torso", "polo neck|turtle neck|turtleneck sweater|roll neck", "wool"),
    "sweatshirt": Wear("torso", "crewneck|crew neck"),
    "hoodie": Wear("torso", "hooded sweatshirt|hoody|hooded sweater|zip up hoodie|zip hoodie"),
    "jersey": Wear("torso", "football shirt|sports shirt|soccer jersey|football jersey"
                   "|basketball jersey|sports jersey"),
    "tunic": Wear("torso", "jerkin|doublet|gambeson|surcoat|tabard"),
    "corset": Wear("torso", "bustier|bodice|corset top"),
    "breastplate": Wear("torso", "chest plate|chestplate|cuirass|chest armour", "metal"),
    "chainmail": Wear("torso", "chain mail|mail shirt|hauberk|mail armour|chain armour", "metal"),
    # torso and legs
    "armour": Wear("full", "plate armour|full plate|platemail|plate mail|body armour|suit of armour"
                   "|knight armour|battle armour|armoured|armour suit|armoured suit|plate"
                   "|full armour|fantasy armour", "metal"),
    "samurai armour": Wear("full", "yoroi|o yoroi|lacquered armour"),
    "leather armour": Wear("full", "studded armour|studded leather"
                                   "|hide armour", "leather", "brown"),
    "power armour": Wear("full", "mech suit|exosuit|mecha suit|mecha armour|exoskeleton"
                                 "|space armour"
                         "|powered armour|sci fi armour|futuristic armour|cyber armour"
                         "|robot suit|iron suit", "metal"),
    "dress": Wear("full", "frock|sundress|summer dress|maxi dress|mini dress|midi dress"
                  "|cocktail dress|party dress|pinafore|lolita dress|gothic lolita|minidress"
                  "|slip dress|wrap dress|maid dress|shift dress"),
    "ball gown": Wear("full", "ballgown|princess dress|debutante gown|crinoline", "silk"),
    "wedding dress": Wear("full", "bridal gown|wedding gown|bridal dress", None, "white"),
    "nightgown": Wear("full", "nightdress|night gown"),
    "bathrobe": Wear("full", "dressing gown|bath robe|housecoat"),
    "gown": Wear("full", "evening dress|evening gown|prom dress"
                 "|royal gown", "silk"),
    "robe": Wear("full", "wizard robe|mage robe|monk robe|habit|cassock|priest robe|vestment"
                 "|hooded robe|wizards robe|garb|thobe|thawb|kaftan|caftan"),
    "kimono": Wear("full", "yukata|hakama|haori|furisode", "silk"),
    "qipao": Wear("full", "cheongsam|hanfu|chinese dress|ao dai", "silk"),
    "hanbok": Wear("full", ""),
    "sari": Wear("full", "saree|lehenga|salwar|salwar kameez", "silk"),
    "toga": Wear("full", "chiton|greek dress|peplos"),
    "jumpsuit": Wear("full", "boiler suit|coveralls|coverall|flight suit|flightsuit|romper"
                     "|playsuit|prison uniform|onesie|racing suit|jump suit"),
    "overalls": Wear("full", "dungarees|dungaree|overall|bib overalls", "denim"),
    "leotard": Wear("full", "unitard|ballet leotard"),
    "wetsuit": Wear("full", "diving suit|surf suit", None, "charcoal"),
    "bodysuit": Wear("full", "catsuit|plugsuit|plug suit|latex suit|spandex suit"
                     "|skin suit|skinsuit|tights suit"),
    "superhero suit": Wear("full", "super suit|hero suit|hero costume|superhero costume"
                           "|superhero outfit"),
    "spacesuit": Wear("full", "space suit|astronaut suit|eva suit|pressure suit", None, "white"),
    "swimsuit": Wear("full", "bathing suit|one piece swimsuit|swimwear|bikini|swim suit"),
    "suit": Wear("full", "business suit|three piece suit|two piece suit|pantsuit|pinstripe suit"
                 "|formal suit|suited|power suit|trouser suit"),
    "tuxedo": Wear("full", "tux|dinner suit|dinner jacket|black tie|smoking jacket"),
    "uniform": Wear("full", "guard uniform|work uniform|dress uniform"
                    "|naval uniform|navy uniform|captain uniform|uniformed|bellhop uniform"),
    "police uniform": Wear("full", "police clothes|cop uniform|police outfit", None, "navy"),
    "military uniform": Wear("full", "army uniform|fatigues|combat uniform|camo outfit|battle dress"
                             "|soldier uniform|combat gear|tactical gear|military outfit"
                             "|military gear", None, "army green"),
    "school uniform": Wear("full", "gakuran"
                           "|schoolgirl outfit|school outfit", None, "navy"),
    "sailor uniform": Wear("full", "sailor suit|sailor fuku|seifuku|serafuku|sailor dress",
                           None, "navy"),
    "nurse uniform": Wear("full", "nurse dress|nurse outfit|nurses uniform", None, "white"),
    "scrubs": Wear("full", "medical scrubs|surgical scrubs|hospital scrubs",
                   None, "teal"),
    "gi": Wear("full", "karate gi|judogi|martial arts uniform|dogi|karategi|judo gi"
                       "|martial arts gi",
               None, "white"),
    "ninja outfit": Wear("full", "shinobi outfit|ninja suit|shinobi shozoku|ninja garb|ninja gear",
                         None, "black"),
    "tracksuit": Wear("full", "track suit|jogging suit|training suit|shell suit"),
    "pyjamas": Wear("full", "pajamas|pjs|sleepwear"
                    "|nightwear|pyjama|pajama"),
    # over
    "jacket": Wear("over", "windbreaker|track jacket|cropped jacket|anorak|motorcycle jacket"
                   "|biker jacket|moto jacket|military jacket"
                   "|field jacket|flight jacket|rain jacket"),
    "puffer jacket": Wear("over", "puffer|down jacket|quilted jacket|padded jacket"),
    "parka": Wear("over", "winter parka|hooded parka"),
    "raincoat": Wear("over", "mackintosh|rain coat|rain slicker", None, "yellow"),
    "tailcoat": Wear("over", "tail coat|tails coat", None, "black"),
    "firefighter coat": Wear("over", "firefighter jacket|turnout coat|bunker coat"
                             "|firefighter uniform|fire jacket", None, "amber"),
    "puffer vest": Wear("over", "gilet|down vest|quilted vest|body warmer"),
    "tactical vest": Wear("over", "bulletproof vest|kevlar vest|kevlar|hi vis vest|safety vest"
                          "|hi vis|body armour vest"),
    "bomber jacket": Wear("over", "bomber|varsity jacket|letterman jacket|letterman"
                                  "|baseball jacket"),
    "denim jacket": Wear("over", "jean jacket|jeans jacket", "denim", "denim blue"),
    "leather jacket": Wear("over", "leather biker jacket|pleather jacket", "leather", "black"),
    "blazer": Wear("over", "sport coat|sports jacket|suit jacket|sportcoat|waistcoat jacket"),
    "coat": Wear("over", "overcoat|winter coat|pea coat|peacoat|fur coat|greatcoat"
                 "|duffle coat|wool coat|frock coat|captain coat|pirate coat"
                 "|longcoat|hooded coat|regal coat|royal coat"),
    "trench coat": Wear("over", "trenchcoat|duster|duster coat|long coat|detective coat",
                        None, "tan"),
    "lab coat": Wear("over", "labcoat|doctor coat|white coat|laboratory coat|medical coat",
                     None, "white"),
    "chef jacket": Wear("over", "chef coat|chef whites|chef uniform|chef outfit|cook uniform",
                        None, "white"),
    "cardigan": Wear("over", "shrug|knit cardigan", "wool"),
    "vest": Wear("over", "waistcoat|suit vest"
                 "|sweater vest"),
    "poncho": Wear("over", "serape", "wool"),
    "apron": Wear("over", "smock|leather apron|pinny"),
    # back
    "cape": Wear("back", "capelet|caped|superhero cape|royal cape"),
    "cloak": Wear("back", "mantle|hooded cloak|travelling cloak|travel cloak|traveling cloak"
                          "|cloaked"
                  "|shroud"),
    "fur mantle": Wear("back", "fur cape|fur cloak|fur pelt|wolf pelt|fur collar|fur shoulders"
                               "|pelt",
                       "fur"),
    # legs
    "trousers": Wear("legs", "pants|slacks|chinos|dress pants|breeches|trouser|pant"
                     "|suit trousers|suit pants|corduroys|capris|culottes"
                     "|baggy pants|baggy trousers"
                     "|leather pants|leather trousers|khaki pants"),
    "cargo trousers": Wear("legs", "cargo pants|cargos|combat trousers|combat pants|utility pants"),
    "wide trousers": Wear("legs", "wide leg trousers|wide leg pants|pantaloons|palazzo pants"
                          "|flares|flared trousers|bell bottoms"),
    "jeans": Wear("legs", "denim jeans|ripped jeans|skinny jeans|denims|mom jeans|bluejeans"
                  "|blue jeans|baggy jeans|torn jeans", "denim"),
    "shorts": Wear("legs", "short pants|hot pants|cut offs|bermudas"
                   "|denim shorts|jean shorts|gym shorts|boxers"),
    "swim trunks": Wear("legs", "board shorts|swimming trunks|boardshorts|swim shorts"),
    "leggings": Wear("legs", "yoga pants|jeggings|legging"),
    "joggers": Wear("legs", "sweatpants|track pants|tracksuit bottoms|jogging bottoms|harem pants"
                    "|sweat pants|parachute pants"),
    "skirt": Wear("legs", "pleated skirt"
                  "|plaid skirt|hoop skirt|grass skirt|a line skirt"
                  "|skater skirt"),
    "miniskirt": Wear("legs", "mini skirt|short skirt"),
    "pencil skirt": Wear("legs", "tight skirt"),
    "long skirt": Wear("legs", "maxi skirt|petticoat|floor length skirt"),
    "tutu": Wear("legs", "ballet skirt|tulle skirt"),
    "kilt": Wear("legs", "tartan kilt"),
    "loincloth": Wear("legs", "loin cloth|fur loincloth"),
    # calves and feet
    "tights": Wear("calves", "stockings|pantyhose|thigh highs|thighhighs|nylons|fishnets|fishnet"
                   "|fishnet stockings|fishnet tights|stocking|thigh high socks"),
    "socks": Wear("calves", "knee socks|knee highs|ankle socks|leg warmers|sock|long socks"
                  "|kneesocks|striped socks"),
    "boots": Wear("feet", "boot|knee high boots|combat boots|cowboy boots|hiking boots"
                  "|rain boots|wellies|wellingtons|riding boots|platform boots|thigh boots"
                  "|dr martens"
                  "|doc martens|thigh high boots|leather boots|work boots|snow boots|army boots"
                  "|high boots|knee boots"),
    "ankle boots": Wear("feet", "chelsea boots|desert boots|booties"),
    "greaves": Wear("feet", "sabatons|armoured boots|plate boots|metal boots", "metal"),
    "shoes": Wear("feet", "shoe|dress shoes|oxfords|brogues|loafers|footwear|flats|mary janes"
                  "|ballet flats|moccasins|court shoes|oxford shoes|leather shoes"),
    "sneakers": Wear("feet", "trainers|running shoes|sneaker|vans|converse|kicks|tennis shoes"
                     "|high tops"
                     "|gym shoes|plimsolls|jordans|athletic shoes|skate shoes"),
    "heels": Wear("feet", "high heels|pumps|stilettos|high heeled shoes|stiletto heels|high heel"
                  "|platform shoes|platforms|wedges|heeled shoes"),
    "sandals": Wear("feet", "flip flops|sandal|geta|zori|gladiator sandals|clogs|crocs|flipflops"),
    "slippers": Wear("feet", "slipper|house shoes|bunny slippers"),
    "skates": Wear("feet", "roller skates|rollerblades|ice skates|roller blades|inline skates"),
    "bare feet": Wear("feet", "barefoot|barefooted|bare foot|shoeless|bare footed"),
    # hands, neck, waist
    "gloves": Wear("hands", "glove|mittens|mitts|fingerless gloves|leather gloves|long gloves"
                   "|opera gloves|boxing gloves|evening gloves|arm warmers"),
    "gauntlets": Wear("hands", "gauntlet|bracers|vambraces|arm guards|wrist guards|metal gloves"
                      "|bracer", "metal"),
    "scarf": Wear("neck", "muffler|shawl|neckerchief|neck scarf|shemagh|keffiyeh|pashmina|stole"
                  "|feather boa|boa|neck warmer|snood"),
    "tie": Wear("neck", "necktie|neck tie|cravat|ascot"),
    "bow tie": Wear("neck", "bowtie"),
    "ruff": Wear("neck", "ruffled collar|ruffle collar|jabot|elizabethan collar"),
    "belt": Wear("waist", "leather belt|utility belt|tool belt|sword belt|waistband|sash|obi"
                 "|girdle|cummerbund|champion belt|studded belt"),
    "suspenders": Wear("waist", "suspender|trouser braces"),
    "harness": Wear("waist", "bandolier|straps|bandoleer|leather harness|chest harness"),
    "pauldrons": Wear("back", "shoulder armour|shoulder pads|shoulder plates|pauldron|spaulders"
                      "|shoulder guards|epaulettes|epaulets", "metal"),
    # no more than that there are clothes; casting finds which
    "outfit": Wear("generic", "clothes|clothing|attire|garments|garment"
                   "|apparel|costume|wear|ensemble|getup|outfits|fashion"
                   "|robes and clothes"
                   "|wardrobe|street clothes|garbed"),
    "formal wear": Wear("generic", "formal|formal attire|formal clothes|formal clothing|black tie"
                        " attire|business attire|formalwear|business wear|elegant outfit"
                        "|smart clothes|formal outfit|dressy clothes|evening wear|business formal"
                        "|semi formal|business casual|smart casual"),
    "casual wear": Wear("generic", "casual|casual attire|casual clothes|casual clothing|everyday"
                        " clothes|plain clothes|casual outfit|loungewear|casuals|casually dressed"),
    "sportswear": Wear("generic", "sports outfit|athletic wear|activewear|gym clothes|sporty"
                                  "|gym wear"
                       "|sports clothes|workout clothes|athleisure|sports wear|sporty outfit"
                       "|athletic outfit|gym outfit"),
    "traditional wear": Wear("generic", "traditional|traditional clothes|traditional clothing"
                             "|traditional attire|folk costume|ethnic wear|national dress"
                             "|traditional outfit|traditional dress|folk dress"),
    "rags": Wear("generic", "ragged clothes|tattered clothes|torn clothes|shabby clothes|tatters"),
}  # fmt: skip

MATERIALS: Mapping[str, str] = {
    "leather": "leathery|suede|pleather|faux leather|vinyl|patent leather",
    "denim": "",
    "wool": "woolen|woollen|knitted|tweed|cashmere|woolly|fleece|felt|crocheted|merino",
    "silk": "silken|silky fabric|satin|satiny|chiffon|organza",
    "cotton": "linen|canvas|cloth|fabric|burlap|homespun|jersey cotton|corduroy",
    "velvet": "velour|velvety",
    "fur": "furry|fur trimmed|fur lined|faux fur|fluffy|shearling",
    "lace": "lacy|lacey|sheer|tulle|mesh",
    "metal": "metallic metal|steel plated|metal plated|plated|metallic|iron clad",
    "latex": "rubber|pvc|shiny latex|glossy latex|spandex|lycra",
    "carbon fibre": "carbon fiber|kevlar weave|nanofibre|nanotech|nano tech",
    "wood": "wooden|oaken|oak|bamboo",
    "crystal": "glass|crystalline|gem|ice|icy crystal|diamond encrusted|jewelled|bejeweled"
    "|gemstone|jeweled|bejewelled",
    "feather": "feathered|feathery|feathers",
    "straw": "wicker|woven straw|raffia",
    "sequin": "sequined|glittery|sparkly|sequinned|glittering|sparkling|bedazzled|shimmering",
    "scale": "dragonscale|dragon scale|scaled|scaly|scalemail|scale mail",
}

PATTERNS: Mapping[str, str] = {
    "striped": "stripy|stripes|pinstriped|pinstripe|stripe|candy striped|horizontal stripes"
    "|vertical stripes|stripey",
    "checked": "plaid|tartan|checkered|chequered|gingham|buffalo plaid|checkerboard|houndstooth"
    "|argyle|checks|lumberjack",
    "dotted": "polka dot|polka dots|dots|polka dotted|spotted|polkadot",
    "floral": "flowery|flower print|floral print|flower patterned|rose patterned"
    "|cherry blossom print",
    "camouflage": "camo|camouflaged",
    "leopard": "leopard print|animal print|cheetah print|tiger print|zebra print|snakeskin",
    "star": "starry|star patterned|galaxy|galaxy print|stars|star print|starry print|constellation",
    "heart": "hearts|heart print|heart patterned",
    "circuit": "circuitry|glowing lines|led|light up|glowing|luminous|neon lit|circuit patterned",
    "gradient": "tie dye|tie dyed|two tone|two toned|tiedye",
    "embroidered": "ornate|filigree|brocade|decorated|engraved|embroidery|intricate|runic"
    "|gold trimmed|elaborate|etched|ornamental|rune engraved|rune covered",
    "plain": "solid|simple|unadorned|solid coloured|minimalist",
    "tattered": "torn|ripped|ragged|worn|distressed|battered|weathered|scuffed|shabby|dirty"
    "|patched",
}
