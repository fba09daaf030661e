"""What is held in a hand or floats beside one."""

from __future__ import annotations

from collections.abc import Mapping

PROPS: Mapping[str, str] = {
    "sword": "blade|longsword|broadsword|long sword|claymore|rapier|sabre|saber|scimitar|cutlass"
    "|greatsword|great sword|shortsword|excalibur|short sword|swords|fencing sword|zweihander"
    "|flaming sword|epee|machete|energy sword|two handed sword|giant sword|huge sword|gladius",
    "katana": "samurai sword|wakizashi|nodachi|ninja sword|katanas|ninjato|laser katana",
    "lightsaber": "light saber|laser sword|beam saber|lightsabre|plasma sword|light sword",
    "dagger": "knife|daggers|dirk|stiletto knife|throwing knife|knives|kunai|combat knife|throwing"
    " knives|kris|tanto|cleaver|scalpel|letter opener|twin daggers|dual daggers|sai",
    "shuriken": "throwing star|throwing stars|ninja star|ninja stars",
    "axe": "ax|battle axe|battleaxe|hatchet|tomahawk|greataxe|war axe|double axe|fire axe"
    "|lumberjack axe|great axe",
    "hammer": "war hammer|warhammer|mallet|sledgehammer|mjolnir|blacksmith hammer|gavel|war mace",
    "mace": "morning star|morningstar|flail|club|cudgel|wooden club|spiked club",
    "spear": "lance|javelin|harpoon|lances",
    "scythe": "sickle|death scythe|reaper scythe",
    "bow": "longbow|bow and arrow|bow and arrows|recurve bow|archery bow|hunting bow|short bow"
    "|compound bow|wooden bow",
    "crossbow": "arbalest|hand crossbow",
    "shield": "buckler|round shield|tower shield|kite shield|captain shield|shields|heater shield",
    "staff": "wizard staff|magic staff|quarterstaff|bo staff|wooden staff|mage staff|scepter staff"
    "|walking staff|gnarled staff|glowing staff|bo|shepherd crook|crook|crystal staff|staves",
    "wand": "magic wand|fairy wand|star wand|magic rod|rod|magical wand",
    "sceptre": "scepter|royal sceptre|orb and sceptre",
    "cane": "walking stick|walking cane|crutch|pimp cane|gentleman cane",
    "gun": "pistol|revolver|handgun|blaster|laser gun|ray gun|raygun|firearm|flintlock|pistols"
    "|laser pistol|guns|six shooter|flintlock pistol|plasma gun|laser blaster|colt",
    "rifle": "shotgun|machine gun|musket|sniper rifle|assault rifle|plasma rifle|laser rifle"
    "|bazooka|cannon|carbine|rocket launcher|submachine gun|blunderbuss|rifles",
    "whip": "bullwhip|lash|chain whip",
    "magic orb": "orb|crystal ball|glowing orb|magic ball|energy ball|crystal orb|magic energy"
    "|energy orb|ball of light|glowing sphere|arcane orb",
    "fireball": "flame|fire in hand|ball of fire|flames in hands|fire magic|fireballs|magic fire"
    "|flame in hand|fire in her hand|fire in his hand",
    "lightning": "lightning bolt|electricity|thunderbolt|lightning in hand|sparks|lightning magic",
    "book": "spellbook|tome|grimoire|novel|spell book|magic book|notebook|journal|bible|textbook"
    "|books|diary|open book|ancient book|comic book in hand|leather book|old book|stack of books"
    "|encyclopedia|law book|sketchbook",
    "scroll": "map|parchment|treasure map|letter|blueprint|document|scrolls|ancient scroll"
              "|contract",
    "potion": "flask|vial|potion bottle|elixir|magic potion|test tube|beaker|erlenmeyer|tube"
    "|glowing potion|poison bottle|chemistry flask|potions",
    "lantern": "lamp|flashlight|oil lamp|lanterns"
               "|street lamp",
    "torch": "flaming torch|burning torch",
    "flower": "rose|rose flower|flowers|tulip|lily|sunflower bouquet|red rose|roses"
    "|lotus|single rose|sunflowers|daisy|tulips"
    ""
    "|cherry blossoms|cherry blossom branch|orchid flower|white rose|black rose|wildflowers",
    "bouquet": "bouquet of flowers|bunch of flowers|bouquet of roses|bridal bouquet|posy",
    "balloon": "balloons|red balloon|heart balloon",
    "umbrella": "parasol|paper umbrella|oil paper umbrella",
    "fan": "folding fan|hand fan|paper fan|war fan|tessen|feather fan",
    "cup": "mug|coffee|coffee cup|tea cup|teacup|drink|beer|mug of beer|tankard|bubble tea"
           "|boba|coffee mug"
    "|tea|cup of coffee|cup of tea|beer mug|whiskey|juice|soda|milkshake|smoothie|boba tea"
    "|takeaway coffee|mug of coffee|drinking horn|latte",
    "glass": "wine glass|cocktail|glass of wine|champagne|wine|glass of champagne|martini|goblet"
    "|chalice|cup of wine",
    "bottle": "water bottle|wine bottle|beer bottle|rum bottle|bottle of rum|spray bottle|rum",
    "phone": "smartphone|cell phone|mobile phone|cellphone|iphone|mobile|selfie stick|telephone"
    "|walkie talkie|radio",
    "tablet": "clipboard|ipad|datapad|holo tablet|medical chart|digital tablet|document folder",
    "laptop": "computer|notebook computer|keyboard|macbook",
    "camera": "photo camera|dslr|film camera|video camera|polaroid|vintage camera",
    "microphone": "mic|mike|vintage microphone|megaphone",
    "guitar": "electric guitar|acoustic guitar|bass guitar|ukulele|banjo|bass|sitar"
    "|shamisen|guitars|balalaika",
    "lute": "mandolin|oud",
    "harp": "lyre|small harp",
    "violin": "fiddle|viola|cello",
    "flute": "recorder|pan flute|clarinet|ocarina|oboe|panpipes",
    "trumpet": "horn instrument|trombone|bugle|tuba|war horn|blowing horn",
    "drum": "drumsticks|drums|tambourine|maracas|bongo",
    "paintbrush": "brush|paint brush|palette and brush|artist palette|palette|paint palette"
    "|paintbrushes|easel|spray can|spray paint|calligraphy brush",
    "pen": "pencil|quill|feather pen|marker|quill pen|chalk|crayon",
    "magnifying glass": "magnifier|loupe|lens",
    "wrench": "spanner|screwdriver|tool|tools|pliers|drill|monkey wrench|toolbox|soldering iron|saw"
    "|crowbar|power drill",
    "shovel": "spade|trowel|garden tools",
    "broom": "broomstick|mop|flying broom|magic broom|magic broomstick",
    "key": "keys|giant key|golden key|skeleton key",
    "bag": "handbag|purse|tote bag|shopping bag|satchel|messenger bag"
    "|doctor bag|bags|shopping bags|shoulder bag|treasure chest|gift bag"
    ""
    "|medical bag|first aid kit|tote|leather satchel|crate",
    "ball": "basketball|football|soccer ball|volleyball|tennis ball|baseball|rugby ball|beach ball",
    "bat": "baseball bat|cricket bat|hockey stick|golf club|pool cue",
    "racket": "tennis racket|racquet|badminton racket|paddle|ping pong paddle",
    "surfboard": "surf board|body board|boogie board",
    "skateboard": "snowboard|longboard|hoverboard|skate board|skis|scooter",
    "dumbbell": "barbell|weights|kettlebell|weight|dumbbells|weights in hand",
    "trophy": "gold cup|award|championship cup|oscar|gold trophy",
    "gamepad": "game controller|controller|joystick|gaming controller|console|gameboy",
    "skull": "human skull|skull in hand",
    "gem": "gemstone|crystal gem|diamond gem|jewel|crystals|glowing crystal|magic crystal|ruby gem"
    "|emerald gem|sapphire gem|coin|coins|gold coin|gold coins|gold nugget|heart gem|diamonds",
    "pumpkin lantern": "jack o lantern|jack o lanterns|carved pumpkin|halloween pumpkin",
    "apple": "poison apple|red apple|pear|green apple",
    "fruit": "fruits|oranges|banana|strawberry|strawberries|carrot|vegetable|vegetables|pineapple"
    "|watermelon|cherries|grapes|lemon fruit|berries",
    "pizza": "slice of pizza|pizza slice|hot dog|taco|sandwich|sushi"
    "|fish",
    "bread": "loaf of bread|baguette|loaf|toast|loaves|bagel|bun of bread",
    "cake": "cupcake|birthday cake|donut|doughnut|cookie|cookies|slice of cake|pie|pastry|muffin"
    "|macaron",
    "ice cream": "ice cream cone|popsicle|gelato|lollipop|lolly|candy|candy cane|cotton candy"
                 "|icecream",
    "ladle": "spoon|spatula|rolling pin|fork|wooden spoon|whisk|pot",
    "frying pan": "pan|skillet|wok",
    "tray": "serving tray|silver tray|tray of drinks",
    "burger": "hamburger|cheeseburger",
    "bowl": "ramen|noodles|bowl of ramen|bowl of noodles|plate of food|food|bowl of rice|soup",
    "sack": "bag of gold|bag of presents|burlap sack|sack of gifts|sack of toys|bag of toys",
    "suitcase": "briefcase|luggage|duffel bag|travel bag|attache case",
    "basket": "wicker basket|picnic basket|basket of flowers|basket of fruit|flower basket"
    "|basket of apples",
    "plant": "potted plant|cactus|succulent|flower pot|bonsai|pot plant|house plant|houseplant",
    "candle": "candelabra|lit candle|candles|candlestick",
    "telescope": "spyglass|binoculars",
    "knitting": "knitting needles|yarn|ball of yarn|wool|crochet|crocheting|knits|knitting needle"
    "|ball of wool",
    "pom poms": "pompoms|pom pom|pompom|cheerleader pom poms",
    "cauldron": "bubbling cauldron|witch cauldron",
    "trident": "tridents|pronged spear",
    "halberd": "polearm|pike|naginata|glaive|poleaxe",
    "pitchfork": "hay fork|rake",
    "pickaxe": "pick axe|mattock|hoe",
    "saxophone": "sax|alto sax",
    "lasso": "rope|coiled rope|lariat",
    "placard": "sign|protest sign|cardboard sign",
    "cat": "kitten|black cat|pet cat|kitty|cats|white cat|orange cat|tabby cat|pet|kittens|tabby",
    "dog": "puppy|corgi|wolf pup|pet dog|shiba inu|husky|dogs|wolf companion|golden retriever"
           "|shiba",
    "bird": "owl|raven bird|crow|parrot|hawk|falcon|eagle|dove|parrot on shoulder|owl on shoulder"
    "|raven on shoulder|falcon on arm|hawk on arm|pet parrot|pet owl|parrot on his shoulder"
    "|parrot on her shoulder|crow on shoulder|owl on her shoulder|owl on his shoulder|birds|duck"
    "|chicken|penguin|phoenix|raven on her shoulder|raven on his shoulder",
    "rabbit": "bunny|pet rabbit|hamster|guinea pig|bunny rabbit|mouse|squirrel|hedgehog|ferret",
    "fox companion": "pet fox|fox cub|baby fox",
    "snake": "serpent|pet snake|python|cobra|lizard|pet lizard|chameleon|iguana",
    "baby dragon": "pet dragon|small dragon|dragonling|little dragon|dragon companion|tiny dragon",
    "teddy bear": "stuffed animal|plushie|plush toy|teddy|plush|doll|stuffed toy|toy|plush bear"
    "|stuffed bear|stuffed bunny",
    "flag": "banner|standard|war banner|pirate flag|pennant|rainbow flag",
    "gift": "present|gift box|wrapped present|presents|gifts",
    "heart": "heart shape|paper heart|heart in hands|giant heart|glowing heart",
    "cigarette": "cigar|vape|cigarettes",
    "newspaper": "magazine|paper|papers|folder|files|documents|comic",
    "syringe": "needle|injection|thermometer",
    "drone": "robot companion|floating drone|hologram|holographic screen|holographic display|robot"
    " pet|holographic interface|holographic map|small robot|hologram display|robot dog",
    "anchor": "ship wheel|rudder|ships wheel|helm wheel|oar",
    "compass": "pocket compass|sextant|monocular|astrolabe|globe"
    "|hourglass|stopwatch",
    "watering can": "hose",
    "fishing rod": "fishing pole|rod and reel|fishing net|net",
    "cards": "tarot cards|playing cards|card|deck of cards|tarot",
}  # fmt: skip
