"""Archetypes by what people are: beings of fantasy, looks of a time or scene, origins."""

from __future__ import annotations

from collections.abc import Mapping

from .archetype import Archetype, being, people

BEINGS: Mapping[str, Archetype] = {
    # beings
    "elf": being("elven|elvish|high elf|wood elf|dark elf|half elf|elfin|drow|elves|elfish|legolas"
                  "|night elf|moon elf|blood elf|elf girl|elf maiden|sun elf",
                  "elf ears, slim, long hair, straight hair", "tunic, cloak, leggings, boots,"
                                                              " circlet"),
    "dwarf": being("dwarven|dwarvish|gimli|dwarves|gnome|dwarfs|gnomish", "short, heavy, long"
                                                                           " hair",
                    "leather armour, belt, boots, axe", man="braided beard"),
    "hobbit": being("halfling|frodo|bilbo", "short, curly hair, bare feet",
                     "shirt, vest, shorts, cloak"),
    "orc": being("half orc|ogre|troll|uruk hai|orcish|hulk|orcs|ogres|half ogre|shrek",
                  "green skin, athletic, tusks, elf ears, angry", "leather armour, fur mantle,"
                                                                  " boots"),
    "goblin": being("imp|gremlin|kobold|goblins|goblin girl", "green skin, elf ears, short, smirk,"
                     " fangs", "rags, belt, bare feet"),
    "vampire": being("dracula|nosferatu|vampiress|vampiric|vampires|vampire lord"
                      "|vampire hunter lord",
                      "fair skin, red eyes, fangs, black hair", "black suit,"
                      " white shirt, black cloak with red trim, shoes", man="slicked back hair",
                      woman="black gown, black cloak"
                      " with red trim, heels, long hair"),
    "werewolf": being("wolfman|lycanthrope|wolf man|lycan", "wolf ears, fangs, wolf tail, yellow"
                       " eyes, athletic, messy hair, angry", "torn shirt, torn trousers, bare feet",
                       man="full beard"),
    "zombie": being("undead|ghoul|walking dead|frankenstein|corpse|mummy|frankensteins monster",
                     "sage green skin, stitches, messy hair, dark circles, sleepy", "rags, shoes"),
    "ghost": being("spirit|phantom|spectre|specter|wraith|banshee|ghostly|poltergeist|spectral",
                    "pale blue skin, white hair, long hair, sad", "white robe, bare feet"),
    "skeleton": being("grim reaper|reaper|death|skeletal|skeleton warrior", "ivory skin, skull"
                                                                             " mask,"
                       " bald, slim", "black robe, hood, scythe, boots"),
    "angel": being("seraph|cherub|archangel|angelic|seraphim|angels|guardian angel|celestial"
                    "|heavenly|valkyrie|aasimar|fallen angel|celestial being", "angel wings, halo,"
                    " golden blonde hair, long hair, calm", "white robe, gold belt, sandals"),
    "demon": being("devil|satan|lucifer|succubus|incubus|demoness|oni|demonic|fiend|tiefling"
                    "|demons"
                    "|hellspawn|devilish|demon lord|demon girl|asura|demon king|demon queen"
                    "|devil girl",
                    "red skin, demon horns, demon tail, yellow eyes, fangs, smirk",
                    "black tunic, trousers, cape, boots", woman="black dress, boots"),
    "fairy": being("pixie fairy|faerie|fae|sprite|fey|tinkerbell|nymph|dryad|tinker bell|forest"
                    " spirit|flower fairy|fairies|fairy queen|forest nymph|pixie creature",
                    "fairy wings, elf ears, flower crown, long hair, wavy hair, slim, happy",
                    "green dress, sandals"),
    "mermaid": being("siren|merman|sea witch|merfolk|water nymph|sea nymph|undine|naiad",
                      "mermaid tail, long hair, wavy hair, necklace", "crop top"),
    "dragon person": being("dragonborn|dragon|half dragon|dragonkin|lizardfolk|lizard man|argonian"
                            "|dragon girl|reptilian|dragon lord|lizard person|dragon king"
                            "|dragon queen"
                            "|draconic|lizardman|draconian|naga|kobold sorcerer|dragon man",
                            "dragon horns, dragon tail, scales, yellow eyes, dark green"
                            " skin", "tunic, trousers, boots,"
                            " pauldrons, cape"),
    "alien": being("martian|extraterrestrial|space alien|grey alien|aliens|asari|twilek|twi lek"
                    "|alien girl|navi|avatar alien|green alien|et", "light green skin, bald,"
                                                                    " antenna,"
                    " black eyes", "silver jumpsuit, boots, belt"),
    "robot": being("android|droid|automaton|mecha|mech|synth|robotic|humanoid robot|gynoid|robots"
                    "|cyber being|bot|terminator|robo|golem|ai robot|android girl|synthetic|c3po"
                    "|warforged"
                    "|machine|mechanical being|clockwork robot|steampunk robot", "silver skin,"
                    " tech implants, cyan eyes, bald, robot arm, neutral", "power armour, metal"
                                                                           " boots"),
    "cyborg": being("bionic person|half robot|half machine|part machine|transhuman|enhanced human",
                     "tech implants, robot arm", "bodysuit, jacket, boots"),
    "cat person": being("nekomata|cat person|khajiit|catfolk|tabaxi|cat folk|anthropomorphic cat"
                         "|cat human|cat lady being", "cat ears, cat tail, green eyes"),
    "fox person": being("kitsune|nine tailed fox|gumiho|fox spirit|vulpine|fox lady|fox person"
                         "|anthropomorphic fox|huli jing", "fox ears, fox tail, orange hair,"
                                                           " yellow eyes,"
                         " smirk", "kimono, sandals"),
    "bunny person": being("playboy bunny|rabbit girl|rabbit person|viera|bunny boy|easter bunny"
                           "|anthropomorphic rabbit", "bunny ears, bunny tail"),
    "wolf person": being("wolf person|anthropomorphic wolf|dog girl|furry|anthro|dog person"
                          "|dog boy"
                          "|anthropomorphic dog", "wolf ears, wolf tail"),
    "satyr": being("faun|centaur|minotaur|mr tumnus|goat man|tumnus", "ram horns, elf ears,"
                                                                       " curly hair",
                    "vest, trousers, bare feet", man="goatee"),
    "unicorn": being("unicorn girl|unicorn person", "unicorn horn, long hair, rainbow hair"),
    "medusa": Archetype("being", "gorgon", "light green skin, green hair, curly hair, yellow eyes",
                        "female", dress="toga, sandals"),
    "merchant alien": being("space merchant", "blue skin", "robe, boots"),
    # looks and subcultures
    "cyberpunk": Archetype("look", "cyber punk|netrunner|cyberpunk hacker|edgerunner|street samurai"
                           "|techwear|tech wear|cyberpunk 2077|sci fi|futuristic|cybergoth|cyber"
                           "|dystopian|blade runner", "black jacket with neon blue trim, t-shirt,"
                           " trousers, boots, cyber visor, neon city background, undercut"),
    "steampunk": Archetype("look", "victorian inventor|dieselpunk|clockwork|steam punk|clockpunk",
                           "brown vest, white shirt, brown trousers, boots, goggles, top hat,"
                           " gloves,"
                           " belt"),
    "goth": Archetype("look", "gothic|emo|goth girl|goth boy|emo girl|emo boy|alt girl|e girl|e boy"
                      "|egirl|eboy|alternative|vampiric look|dark academia goth", "black shirt,"
                                                                                  " black jeans,"
                      " boots, choker, fair skin, black hair, eyeliner",
                      woman="black dress, boots, fishnets, black lipstick"),
    "punk": Archetype("look", "punk rock|punk girl|punk boy|grunge|anarchist|rebel|rebellious"
                              "|badass"
                      " biker|rock chick|edgy|scene kid|punkish", "leather jacket, t-shirt, ripped"
                      " jeans, boots, mohawk, piercings, belt"),
    "hippie": Archetype("look", "hippy|boho|flower child|bohemian|1960s|sixties style|70s style"
                                "|1970s"
                        "|woodstock|60s style|hippie girl|disco|70s fashion", "tie dye shirt,"
                        " jeans, sandals, headband, long hair, round glasses, necklace, happy"),
    "dark academia": Archetype("look", "light academia|cottagecore scholar", "turtleneck, tweed"
                               " blazer, brown trousers, shoes, round glasses"),
    "preppy": Archetype("look", "old money|ivy league style|quiet luxury|country club",
                        "cream sweater, beige trousers, shoes", woman="cream sweater, beige"
                        " skirt, shoes"),
    "hipster": Archetype("look", "indie|lumbersexual|indie girl|indie boy", "checked shirt,"
                         " cardigan, jeans, boots, square glasses, beanie", man="full beard"),
    "lumberjack": Archetype("calling", "woodcutter|logger|mountain man|woodsman with axe|lumberman",
                            "red plaid shirt, jeans, boots, beanie, axe, suspenders,"
                            " athletic", None,
                            man="full beard"),
    "streetwear": Archetype("look", "hip hop|hiphop|urban style|b boy|street style|hypebeast|swag"
                            "|gangsta|90s style|1990s|breakdancer style|y2k|roadman|90s hip hop|90s"
                            " fashion", "hoodie, joggers, sneakers, cap, gold chain"),
    "victorian": Archetype("look", "regency|edwardian|19th century|1800s|steampunk lady"
                                   "|18th century"
                           "|rococo|baroque|bridgerton|jane austen|georgian era|gilded age",
                           "suit, vest, ruff, top hat, cane, shoes", woman="gown, gloves, updo,"
                                                                           " choker",
                           man="suit, vest, cravat, top hat, shoes"),
    "medieval": Archetype("look", "fantasy|renaissance|middle ages|rpg|dnd|d d|dungeons and dragons"
                          "|high fantasy|fairytale|fairy tale|dark fantasy|rpg character|tolkien"
                          "|lord of the rings|skyrim|game of thrones|elder scrolls",
                          "tunic, trousers, belt, boots, cloak", woman="dress, belt, boots, cloak"),
    "roaring twenties": Archetype("look", "1920s|20s style|art deco|flapper|gatsby|great gatsby",
                                  "shoes", man="suit, fedora",
                                  woman="sequin dress, bob hair, headband,"
                                  " pearl necklace, long gloves, heels"),
    "1950s": Archetype("look", "50s style|pin up|pinup|pin up girl|greaser|retro|vintage|1940s"
                         "|40s style|rockabilly style|50s diner", "white t-shirt, leather"
                                                                  " jacket, jeans,"
                         " shoes, quiff", woman="polka dot dress, heels, red lips, hair bow,"
                                                " wavy hair"),
    "1980s": Archetype("look", "80s style|80s fashion|synthwave|vaporwave|retrowave|aerobics"
                          "|80s aerobics|eighties style", "bright blue jacket, pink t-shirt, jeans,"
                          " sneakers, headband, sunglasses, curly hair"),
    "post-apocalyptic": Archetype("look", "post apocalyptic|mad max|wasteland survivor|apocalypse"
                                  " survivor|scavenger|wastelander|fallout|apocalyptic", "torn"
                                                                                         " jacket,"
                                  " shirt, torn trousers, boots, goggles, scarf, gloves, backpack"),
    "cottagecore": Archetype("look", "fairycore|country girl|farmcore|rustic|cottage core", "floral"
                             " dress, straw hat, boots, twin braids, basket", man="checked shirt,"
                             " trousers, suspenders, boots, straw hat"),
    "lolita": Archetype("look", "harajuku|kawaii|gyaru|decora|sweet lolita|pastel goth|fairy kei"
                        "|yami kawaii|jirai kei|harajuku girl", "pastel pink dress, hair bow,"
                        " tights, shoes, twintails", man="pastel pink hoodie, shorts, sneakers"),
    # origins
    "african": people("african american|black american|nigerian|kenyan|ethiopian|ghanaian|jamaican"
                       "|afro american|caribbean|afro caribbean|west african|somali|afro latina"
                       "|zulu"
                       "|afro latino|senegalese|congolese|sudanese|haitian|bipoc",
                       "dark skin, black hair, coily hair, brown eyes"),
    "east asian": people("asian|japanese|korean|chinese|taiwanese|mongolian|oriental|tibetan",
                          "light skin, black hair, straight hair, brown eyes, almond eyes"),
    "southeast asian": people("thai|vietnamese|filipino|filipina|indonesian|malaysian|cambodian"
                               "|malay"
                               "|burmese|balinese|laotian", "tan skin, black hair, brown eyes"),
    "south asian": people("indian|pakistani|bengali|bangladeshi|desi|sri lankan|punjabi|tamil"
                           "|nepali",
                           "brown skin, black hair, brown eyes"),
    "sikh": Archetype("people", "sikh man|sikh person|sikh warrior|singh",
                      "brown skin, black hair, brown eyes, turban", man="full beard"),
    "middle eastern": people("arab|arabic|arabian|persian|turkish|moroccan|iranian|lebanese"
                              "|israeli"
                              "|north african|afghan|kurdish|iraqi|bedouin|syrian|algerian|berber",
                              "olive skin, black hair, brown eyes"),
    "latino": people("latina|hispanic|mexican|brazilian|colombian|latin|peruvian|puerto rican"
                      "|cuban"
                      "|argentinian|spanish|chilean|latinx|dominican|venezuelan|south american",
                      "tan skin, dark brown hair, brown eyes"),
    "european": people("caucasian|british|english|french|german|american|western european|dutch"
                        "|polish"
                        "|welsh|canadian|australian|slavic|ukrainian|russian|eastern european|swiss"
                        "|austrian|czech|belgian|baltic|hungarian|white person",
                        "light skin"),
    "mediterranean": people("italian|greek|sicilian|portuguese|maltese|southern european|gypsy"
                             "|romani",
                             "olive skin, dark brown hair, wavy hair, brown eyes"),
    "nordic": people("scandinavian|swedish|norwegian|danish|finnish|icelandic", "fair skin, blonde"
                      " hair, blue eyes"),
    "celtic": people("irish|scottish|celt|gaelic", "fair skin, ginger hair, green eyes, freckles"),
    "native american": people("indigenous|first nations|american indian|cherokee|navajo|apache"
                               "|lakota"
                               "|inuit|aztec|mayan|inca|incan", "tan skin, black hair, long hair,"
                               " straight hair, brown eyes"),
    "pacific islander": people("polynesian|hawaiian|maori|samoan|moana|fijian|tongan|aboriginal",
                                "brown skin, black hair, wavy hair, brown eyes"),
    "mixed race": people("biracial|mixed|multiracial|mixed heritage|half asian|half black"
                          "|half japanese",
                          "tan skin, curly hair, dark brown hair, brown eyes"),
}  # fmt: skip
