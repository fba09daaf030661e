"""Callings, kinds of beings and looks, and what they bring along unless words say otherwise.

What an archetype implies is written in the same words that a request uses and is read by
the same reader; it never outweighs anything that was said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..features import Gender

Rank = Literal["being", "calling", "people", "look"]
"""What a word tells most about: the body, the clothes, the origin, the taste. Where two
archetypes imply the same, the earlier rank wins: a vampire doctor wears the lab coat, because
a being implies clothes only in `dress`, which counts last."""


@dataclass(frozen=True, slots=True)
class Archetype:
    rank: Rank
    words: str = ""
    implies: str = ""
    gender: Gender | None = None
    man: str = ""  # unless female or under age
    woman: str = ""  # where female was said
    elder: str = ""  # unless the age said is below senior
    dress: str = ""  # clothes of one that has no calling


def _calling(words: str, implies: str, **more: str) -> Archetype:
    return Archetype("calling", words, implies, None, **more)


def _being(words: str, implies: str, dress: str = "", **more: str) -> Archetype:
    return Archetype("being", words, implies, None, dress=dress, **more)


def _people(words: str, implies: str) -> Archetype:
    return Archetype("people", words, implies)


ARCHETYPES: Mapping[str, Archetype] = {
    # fighters
    "warrior": _calling("fighter|swordsman|warrioress|hero warrior|swordfighter|battle maiden"
                        "|swordswoman|swordmaster|warlord|spearman|blademaster|female warrior|duelist",
                        "armour, boots, belt, sword, determined"),
    "knight": _calling("paladin|crusader|templar|knights|holy knight|royal guard|dark knight"
                       "|black knight|guardsman|squire|knightess|death knight|champion|gladiatrix",
                       "armour, gauntlets, greaves, sword, cape, determined"),
    "barbarian": _calling("berserker|caveman|savage warrior|tribal warrior|tribesman|amazon|cavewoman"
                          "|warrior woman of the tribe|conan|neanderthal",
                          "leather armour, fur mantle, fur boots, axe, war paint, athletic, long hair,"
                          " messy hair, angry", man="full beard"),
    "viking": _calling("norseman|norse warrior|shieldmaiden|shield maiden|norse|viking warrior"
                       "|nordic warrior",
                       "leather armour, fur mantle, boots, axe, round shield, long hair, blonde hair,"
                       " determined", man="braided beard", woman="twin braids"),
    "samurai": _calling("ronin|shogun|samurai warrior|bushi|daimyo",
                        "samurai armour, sandals, katana, top knot, black hair, determined"),
    "ninja": _calling("shinobi|kunoichi|assassin ninja|ninja warrior",
                      "ninja outfit, boots, ninja mask, katana, belt, black hair"),
    "assassin": _calling("rogue|thief|bandit|outlaw|burglar|hitman|mercenary|thieves|robber"
                         "|highwayman|cutpurse|bounty hunter|assassins",
                         "leather armour, hood, cloak, dagger, boots, gloves, smirk"),
    "gladiator": _calling("spartan|centurion|roman soldier|legionnaire|roman|hoplite|legionary"
                          "|greek warrior|trojan", "breastplate, kilt, sandals, red cape, roman helmet,"
                          " sword, shield, athletic"),
    "ranger": _calling("archer|hunter|huntress|woodsman|bowman|huntsman|robin hood|tracker|forester"
                       "|scout ranger|markswoman|marksman",
                       "green tunic, leather trousers, green cloak, hood, boots, bow, quiver,"
                       " determined"),
    "monk": _calling("buddhist monk|shaolin monk|shaolin|friar|yogi|lama", "orange robe, sandals,"
                     " bald, prayer beads, calm"),
    "martial artist": _calling("karate|kung fu|karateka|judoka|kung fu master|taekwondo|karate kid"
                               "|martial arts|sensei|kung fu fighter|martial arts master",
                               "gi, black belt, bare feet, fighting stance, determined"),
    "boxer": _calling("boxing champion|wrestler|mma fighter|kickboxer|luchador|prizefighter",
                      "tank top, shorts, boxing gloves, sneakers, athletic, fighting stance,"
                      " determined"),
    "soldier": _calling("army|marine|sniper|commando|infantryman|military|trooper|army soldier"
                        "|army man|veteran|army officer|special forces|paratrooper|guerrilla|sergeant"
                        "|war veteran|rebel fighter|military man|lieutenant|private soldier",
                        "military uniform, combat boots, belt, soldier helmet, rifle, determined"),
    "general": _calling("admiral|officer|colonel|navy officer|naval officer|military officer"
                        "|commander|marshal|major", "military uniform, officer cap, boots, medals,"
                        " belt, serious"),
    # magic
    "wizard": _calling("mage|sorcerer|warlock|magician|archmage|wizards|enchanter|merlin|gandalf"
                       "|spellcaster|dumbledore|conjurer|magus|old mage|alchemist wizard",
                       "robe, wizard hat, staff, belt, shoes", elder="senior, long grey beard,"
                       " long white hair, wrinkles"),
    "witch": Archetype("calling", "sorceress|enchantress|hag|witches|wiccan|witchy|occultist",
                       "black dress, witch hat, cloak, broom, boots, long hair, smirk", "female"),
    "necromancer": _calling("dark mage|dark wizard|cultist|dark sorcerer|dark lord|lich|evil wizard"
                            "|evil sorcerer|death mage", "black robe, hood, staff, skull, boots,"
                            " pale skin, angry"),
    "druid": _calling("shaman|nature mage|hermit|witch doctor|medicine man|forest mage", "brown robe,"
                      " cloak, staff, sandals, necklace, long hair, braid", man="long beard"),
    "cleric": _calling("priest|priestess|healer|pope|bishop|vicar|pastor|preacher|oracle|white mage"
                       "|saint|prophet|cardinal priest|rabbi|imam|shrine maiden|miko|acolyte|jesus"
                       "|chaplain", "white robe, sash, shoes, staff, necklace, calm"),
    "nun": Archetype("calling", "sister nun|abbess|mother superior",
                     "black robe, hijab, cross necklace, shoes, calm", "female"),
    "alchemist": _calling("potion maker|apothecary|herbalist", "shirt, leather apron, goggles, potion,"
                          " trousers, boots, gloves, belt"),
    "bard": _calling("minstrel|troubadour|storyteller", "tunic, cape, lute, ranger hat, leggings,"
                     " boots, happy"),
    "magical girl": Archetype("calling", "sailor moon|mahou shoujo|precure", "pink dress, hair bow,"
                              " magic wand, boots, gloves, twintails, happy", "female"),
    # nobles
    "princess": Archetype("calling", "disney princess|duchess|noblewoman|countess|infanta|fairy tale"
                          " princess|noble lady|empress consort|baroness|marquise",
                          "gown, tiara, heels, necklace, long hair, happy", "female"),
    "queen": Archetype("calling", "empress|regent queen|tsarina|monarch queen|ice queen|cleopatra"
                       "|warrior queen", "gown, crown, cape, sceptre, heels, necklace, determined",
                       "female"),
    "king": Archetype("calling", "emperor|monarch|tsar|sultan|ruler|kings|warlord king|maharaja",
                      "tunic, trousers, red cape, crown, sceptre, boots, belt, determined", "male",
                      man="full beard", woman=""),
    "prince": Archetype("calling", "duke|lord|nobleman|noble lord|aristocrat|baron|count|noble|fairy"
                        " tale prince|prince charming|royalty|royal|earl|viscount",
                        "tunic, cape, trousers, boots, belt, happy", "male"),
    "pharaoh": _calling("egyptian king|egyptian queen|ancient egyptian|egyptian", "white tunic,"
                        " gold belt, sandals, gold circlet, gold necklace, eyeliner, tan skin, staff"),
    "greek god": _calling("greek goddess|zeus|god|goddess|deity|athena|apollo|ancient greek|poseidon"
                          "|aphrodite|demigod|muse", "white toga, laurel wreath, sandals, gold belt"),
    # outlaws and adventurers
    "pirate": _calling("buccaneer|pirate captain|corsair|swashbuckler|privateer|pirates|sea captain",
                       "white shirt, long coat, trousers, boots, belt, sash, pirate hat, cutlass,"
                       " smirk", man="short beard"),
    "sailor": _calling("ship captain|fisherman|navy sailor|seaman|captain|fisher|skipper|mariner",
                       "striped shirt, navy trousers, shoes, sailor cap, scarf"),
    "cowboy": _calling("cowgirl|gunslinger|rancher|western outlaw|sheriff|wild west|bandit of the west"
                       "|vaquero", "shirt, brown vest, jeans, cowboy boots, cowboy hat, belt, bandana,"
                       " lasso, determined"),
    "adventurer": _calling("explorer|archaeologist|traveller|traveler|treasure hunter|indiana jones"
                           "|wanderer|nomad|hiker|backpacker|tourist|mountaineer|lara croft|climber"
                           "|camper|scout|hitchhiker|pilgrim|survivor|adventuress|wayfarer",
                           "shirt, vest, trousers, boots, backpack, belt, scarf"),
    "musketeer": _calling("dartagnan|cavalier|swashbuckling hero|fencer", "blue tunic, cape,"
                          " feathered hat, rapier, boots, trousers, gloves", man="goatee"),
    "peasant": _calling("villager|farmer|gardener|commoner|beggar|shepherd|stable boy|farm girl"
                        "|milkmaid|hobo|farmhand|lumberjack farmer|farm boy|homeless|farmgirl|serf",
                        "checked shirt, overalls, boots, straw hat"),
    # professions
    "doctor": _calling("physician|surgeon|medic|gp|dr|vet|veterinarian|dentist|pharmacist|pediatrician"
                       "|paramedic|psychiatrist|cardiologist", "lab coat, shirt, trousers, shoes,"
                       " stethoscope, clipboard, happy"),
    "nurse": _calling("caregiver|midwife|hospital nurse|nurses", "scrubs, sneakers, clipboard,"
                      " stethoscope, happy"),
    "scientist": _calling("researcher|chemist|mad scientist|physicist|biologist|professor scientist"
                          "|inventor|lab technician|einstein|botanist|geneticist|astronomer",
                          "lab coat, shirt, trousers, shoes, glasses, test tube"),
    "chef": _calling("cook|baker|pastry chef|barista chef|sous chef|pizza chef|sushi chef|pizzaiolo",
                     "chef jacket, chef hat, checked trousers, shoes, apron, ladle, happy"),
    "butcher": _calling("blacksmith|smith|bartender|barista|waiter staff|fishmonger|cobbler|potter"
                        "|shopkeeper|tailor|florist|craftsman|artisan|merchant|innkeeper|barkeeper"
                        "|bar tender|grocer|shop assistant|cashier|barber|hairdresser|brewer"
                        "|toymaker|clockmaker|craftswoman|seamstress", "shirt, apron, trousers,"
                        " boots, happy"),
    "astronaut": _calling("cosmonaut|spaceman|space explorer|space woman|space traveller|spacewoman"
                          "|space traveler|space cadet", "spacesuit, white boots, gloves, backpack"),
    "space pilot": _calling("pilot|starship captain|space captain|fighter pilot|aviator pilot|airman"
                            "|jedi|space soldier|space marine|airline pilot|space ranger|sith"
                            "|starfighter pilot|aviatrix|space pirate|sith lord|jedi knight|rebel pilot"
                            "|flight attendant|stewardess|space warrior|space bounty hunter",
                            "jumpsuit, boots, gloves, belt, determined"),
    "police officer": _calling("police|cop|policeman|policewoman|security guard|guard|officer of the"
                               " law|patrol officer|prison guard|swat|swat officer|constable|bodyguard"
                               "|police officer uniform|sheriff deputy|bouncer|security",
                               "navy uniform, police cap, belt, badge, black shoes, serious"),
    "detective": _calling("private eye|investigator|spy|private investigator|inspector|secret agent"
                          "|noir detective|sherlock holmes|sherlock|gumshoe|film noir|agent|sleuth"
                          "|undercover agent", "trench coat, shirt, tie, trousers, shoes, fedora,"
                          " serious"),
    "firefighter": _calling("fireman|firewoman|fire fighter", "yellow jacket, trousers, boots, gloves,"
                            " firefighter helmet, suspenders, axe, determined"),
    "construction worker": _calling("builder|engineer|mechanic|miner|plumber|electrician|carpenter"
                                    "|labourer|laborer|worker|handyman|technician|welder|car mechanic"
                                    "|factory worker|mario|trucker|truck driver|construction"
                                    "|repairman|architect on site|mechanical engineer|janitor",
                                    "shirt, overalls, work boots, gloves, hard hat, wrench"),
    "business": _calling("business person|businessperson|executive|ceo|manager|office worker|banker"
                         "|lawyer|accountant|entrepreneur|politician|consultant|business executive"
                         "|salesman|salesperson|realtor|boss|attorney|judge|secretary|president"
                         "|mobster|gangster|mafia|mafia boss|news anchor|diplomat|mayor|hr manager"
                         "|journalist|reporter|real estate agent|receptionist|corporate|businesslike"
                         "|office lady|recruiter|project manager|product manager|saleswoman|broker"
                         "|financier|minister|senator|godfather|investor|presenter|host",
                         "suit, shirt, tie, shoes", woman="suit, blouse, heels"),
    "butler": _calling("valet|groom in tuxedo|james bond|bond|croupier|gentleman spy|007|conductor"
                       "|orchestra conductor|concierge", "tuxedo, bow tie, white gloves, shoes, neutral"),
    "maid": Archetype("calling", "housemaid|french maid|maidservant|housekeeper", "black dress, white"
                      " apron, maid headband, tights, shoes, happy", "female"),
    "student": _calling("pupil|college student|university student|learner|undergrad|schoolkid"
                        "|exchange student|grad student|school boy|school girl|freshman|classmate",
                        "hoodie, jeans, sneakers, backpack, book"),
    "teacher": _calling("professor|tutor|lecturer|librarian|scholar|academic|philosopher|historian"
                        "|writer|author|poet|novelist|educator|bookworm|headmaster|principal|intellectual"
                        "|linguist|mathematician|economist|psychologist|therapist|sage scholar",
                        "shirt, cardigan, trousers, shoes, glasses, book"),
    "programmer": _calling("developer|software engineer|coder|geek|nerd|data scientist|hacker"
                           "|software developer|web developer|it guy|sysadmin|engineer in tech|techie"
                           "|ux designer|designer|graphic designer|tech worker|nerdy|geeky|startup founder",
                           "hoodie, t-shirt, jeans, sneakers, glasses, laptop"),
    "artist": _calling("painter|illustrator|sculptor|artsy|art student|fashion designer|calligrapher"
                       "|bohemian artist|animator|french painter", "shirt, apron, trousers, shoes,"
                       " beret, paintbrush"),
    "photographer": _calling("filmmaker|cameraman|film director|vlogger|director|paparazzi|influencer"
                             "|videographer|travel blogger|blogger", "t-shirt, jacket, jeans, sneakers,"
                             " camera"),
    "athlete": _calling("runner|footballer|soccer player|football player|gymnast|sportsman|sportswoman"
                        "|personal trainer|fitness instructor|fitness trainer|coach|sprinter|jogger"
                        "|olympian|marathon runner|cyclist|rugby player|volleyball player|hockey player"
                        "|fitness|olympic athlete|cricketer|gym bro|fitness coach|gym rat|weightlifter"
                        "|yoga instructor|yoga teacher|swimmer athlete|cheerleader|quarterback"
                        "|fitness model|trainer person|goalkeeper|track athlete",
                        "jersey, shorts, sneakers, headband, athletic, determined"),
    "basketball player": _calling("baller|nba player|streetball player", "tank top, shorts, sneakers,"
                                  " headband, basketball, athletic, tall"),
    "tennis player": _calling("badminton player|table tennis player", "polo shirt, shorts, sneakers,"
                              " headband, racket, athletic", woman="polo shirt, skirt, sneakers, racket"),
    "baseball player": _calling("pitcher|batter", "jersey, trousers, sneakers, cap, bat, athletic"),
    "swimmer": _calling("lifeguard|diver|surfer|beach goer|scuba diver|surfer dude|surfer girl",
                        "tank top, shorts, bare feet, surfboard, tanned skin, athletic"),
    "skater": _calling("skateboarder|snowboarder|skater boy|skater girl|skate punk|skier", "t-shirt,"
                       " hoodie, shorts, sneakers, beanie, skateboard"),
    "gamer": _calling("streamer|gamer girl|gamer boy|esports player|twitch streamer|pro gamer|gaming"
                      "|youtuber|podcaster", "hoodie, joggers, sneakers, headphones, gamepad"),
    "dancer": _calling("ballerina|ballet dancer|hip hop dancer|belly dancer|flamenco dancer|tango"
                       " dancer|breakdancer|figure skater|ice dancer", "leotard, skirt, ballet flats,"
                       " bun, dancing, slim", man="tank top, leggings, short hair"),
    "musician": _calling("singer|rock star|rockstar|guitarist|pop star|idol|popstar|rapper|dj|bassist"
                         "|kpop idol|k pop idol|j pop idol|metalhead|band member|kpop|rocker|drummer"
                         "|songwriter|metal head|country singer|rock musician|pianist|violinist"
                         "|vocalist|jazz musician|jazz singer|opera singer|rock singer|hip hop artist"
                         "|folk singer|composer|celebrity|movie star|actor|performer|cellist|diva"
                         "|punk rocker|street musician|saxophonist|rock and roll|comedian",
                         "t-shirt, leather jacket, jeans, boots, necklace, microphone"),
    "model": _calling("fashion model|supermodel|fashionista|catwalk model|stylish|trendy|chic"
                      "|fashionable|influencer model|instagram model|runway model",
                      "blazer, t-shirt, trousers, heels", man="blazer, t-shirt, trousers, shoes"),
    "postman": _calling("mail carrier|mailman|delivery driver|courier|delivery man|postal worker"
                        "|bus driver|taxi driver|chauffeur|pizza delivery|train conductor|mailwoman"
                        "|driver|messenger|delivery guy", "jacket, shirt, trousers, shoes, cap, bag"),
    "racer": _calling("race car driver|f1 driver|biker|motorcyclist|racing driver|formula 1 driver"
                      "|motorbiker|motorcycle rider", "leather jacket, t-shirt, leather pants, boots,"
                      " gloves, helmet"),
    "jester": _calling("clown|harlequin|fool|court jester|joker|mime|juggler|circus clown|acrobat"
                       "|circus performer|pierrot|ringmaster", "colourful tunic, striped leggings,"
                       " ruff, jester hat, shoes, face paint, smirk"),
    "santa": Archetype("calling", "santa claus|father christmas|saint nicholas|st nicholas|mrs claus"
                       "|kris kringle", "red coat, red trousers, black boots, black belt, santa hat,"
                       " heavy, white hair, sack, happy", "male", elder="senior, long white beard"),
    "superhero": _calling("hero|superheroine|super hero|caped crusader|vigilante|supervillain|villain"
                          "|superman|superwoman|batman|spiderman|spider man|wonder woman|heroic"
                          "|marvel hero|super villain|supergirl|superheroes|captain america|iron man|thor"
                          "|batgirl|villainess", "superhero suit, cape, boots, gloves, belt, domino mask,"
                          " athletic, determined"),
    # beings
    "elf": _being("elven|elvish|high elf|wood elf|dark elf|half elf|elfin|drow|elves|elfish|legolas"
                  "|night elf|moon elf|blood elf|elf girl|elf maiden|sun elf",
                  "elf ears, slim, long hair, straight hair", "tunic, cloak, leggings, boots, circlet"),
    "dwarf": _being("dwarven|dwarvish|gimli|dwarves|gnome|dwarfs|gnomish", "short, heavy, long hair",
                    "leather armour, belt, boots, axe", man="braided beard"),
    "hobbit": _being("halfling|frodo|bilbo", "short, curly hair, bare feet",
                     "shirt, vest, shorts, cloak"),
    "orc": _being("half orc|ogre|troll|uruk hai|orcish|hulk|orcs|ogres|half ogre|shrek",
                  "green skin, athletic, tusks, elf ears, angry", "leather armour, fur mantle, boots"),
    "goblin": _being("imp|gremlin|kobold|goblins|goblin girl", "green skin, elf ears, short, smirk,"
                     " fangs", "rags, belt, bare feet"),
    "vampire": _being("dracula|nosferatu|vampiress|vampiric|vampires|vampire lord|vampire hunter lord",
                      "fair skin, red eyes, fangs, black hair, slicked back hair", "black suit,"
                      " white shirt, black cloak with red trim, shoes", woman="black gown, black cloak"
                      " with red trim, heels, long hair"),
    "werewolf": _being("wolfman|lycanthrope|wolf man|lycan", "wolf ears, fangs, wolf tail, yellow"
                       " eyes, athletic, messy hair, angry", "torn shirt, torn trousers, bare feet",
                       man="full beard"),
    "zombie": _being("undead|ghoul|walking dead|frankenstein|corpse|mummy|frankensteins monster",
                     "sage green skin, stitches, messy hair, dark circles, sleepy", "rags, shoes"),
    "ghost": _being("spirit|phantom|spectre|specter|wraith|banshee|ghostly|poltergeist|spectral",
                    "pale blue skin, white hair, long hair, sad", "white robe, bare feet"),
    "skeleton": _being("grim reaper|reaper|death|skeletal|skeleton warrior", "ivory skin, skull mask,"
                       " bald, slim", "black robe, hood, scythe, boots"),
    "angel": _being("seraph|cherub|archangel|angelic|seraphim|angels|guardian angel|celestial"
                    "|heavenly|valkyrie|aasimar|fallen angel|celestial being", "angel wings, halo,"
                    " golden blonde hair, long hair, calm", "white robe, gold belt, sandals"),
    "demon": _being("devil|satan|lucifer|succubus|incubus|demoness|oni|demonic|fiend|tiefling|demons"
                    "|hellspawn|devilish|demon lord|demon girl|asura|demon king|demon queen|devil girl",
                    "red skin, demon horns, demon tail, yellow eyes, fangs, smirk",
                    "black tunic, trousers, cape, boots", woman="black dress, boots"),
    "fairy": _being("pixie fairy|faerie|fae|sprite|fey|tinkerbell|nymph|dryad|tinker bell|forest"
                    " spirit|flower fairy|fairies|fairy queen|forest nymph|pixie creature",
                    "fairy wings, elf ears, flower crown, long hair, wavy hair, slim, happy",
                    "green dress, sandals"),
    "mermaid": _being("siren|merman|sea witch|merfolk|water nymph|sea nymph|undine|naiad",
                      "mermaid tail, long hair, wavy hair, necklace", "crop top"),
    "dragon person": _being("dragonborn|dragon|half dragon|dragonkin|lizardfolk|lizard man|argonian"
                            "|dragon girl|reptilian|dragon lord|lizard person|dragon king|dragon queen"
                            "|draconic|lizardman|draconian|naga|kobold sorcerer|dragon man",
                            "dragon horns, dragon tail, scales, yellow eyes", "tunic, trousers, boots,"
                            " pauldrons, cape"),
    "alien": _being("martian|extraterrestrial|space alien|grey alien|aliens|asari|twilek|twi lek"
                    "|alien girl|navi|avatar alien|green alien|et", "light green skin, bald, antenna,"
                    " black eyes", "silver jumpsuit, boots, belt"),
    "robot": _being("android|droid|automaton|mecha|mech|synth|robotic|humanoid robot|gynoid|robots"
                    "|cyber being|bot|terminator|robo|golem|ai robot|android girl|synthetic|c3po|warforged"
                    "|machine|mechanical being|clockwork robot|steampunk robot", "silver skin,"
                    " tech implants, cyan eyes, bald, robot arm, neutral", "power armour, metal boots"),
    "cyborg": _being("bionic person|half robot|half machine|part machine|transhuman|enhanced human",
                     "tech implants, robot arm", "bodysuit, jacket, boots"),
    "cat person": _being("nekomata|cat person|khajiit|catfolk|tabaxi|cat folk|anthropomorphic cat"
                         "|cat human|cat lady being", "cat ears, cat tail, green eyes"),
    "fox person": _being("kitsune|nine tailed fox|gumiho|fox spirit|vulpine|fox lady|fox person"
                         "|anthropomorphic fox|huli jing", "fox ears, fox tail, orange hair, yellow eyes,"
                         " smirk", "kimono, sandals"),
    "bunny person": _being("playboy bunny|rabbit girl|rabbit person|viera|bunny boy|easter bunny"
                           "|anthropomorphic rabbit", "bunny ears, bunny tail"),
    "wolf person": _being("wolf person|anthropomorphic wolf|dog girl|furry|anthro|dog person|dog boy"
                          "|anthropomorphic dog", "wolf ears, wolf tail"),
    "satyr": _being("faun|centaur|minotaur|mr tumnus|goat man|tumnus", "ram horns, elf ears, curly hair",
                    "vest, trousers, bare feet", man="goatee"),
    "unicorn": _being("unicorn girl|unicorn person", "unicorn horn, long hair, rainbow hair"),
    "medusa": Archetype("being", "gorgon", "light green skin, green hair, curly hair, yellow eyes",
                        "female", dress="toga, sandals"),
    "merchant alien": _being("space merchant", "blue skin", "robe, boots"),
    # looks and subcultures
    "cyberpunk": Archetype("look", "cyber punk|netrunner|cyberpunk hacker|edgerunner|street samurai"
                           "|techwear|tech wear|cyberpunk 2077|sci fi|futuristic|cybergoth|cyber"
                           "|dystopian|blade runner", "black jacket with neon blue trim, t-shirt,"
                           " trousers, boots, cyber visor, neon city background, undercut"),
    "steampunk": Archetype("look", "victorian inventor|dieselpunk|clockwork|steam punk|clockpunk",
                           "brown vest, white shirt, brown trousers, boots, goggles, top hat, gloves,"
                           " belt"),
    "goth": Archetype("look", "gothic|emo|goth girl|goth boy|emo girl|emo boy|alt girl|e girl|e boy"
                      "|egirl|eboy|alternative|vampiric look|dark academia goth", "black dress, boots,"
                      " choker, fishnets, fair skin, black hair, eyeliner, black lipstick",
                      man="black shirt, black jeans, boots, choker, black hair, eyeliner"),
    "punk": Archetype("look", "punk rock|punk girl|punk boy|grunge|anarchist|rebel|rebellious|badass"
                      " biker|rock chick|edgy|scene kid|punkish", "leather jacket, t-shirt, ripped"
                      " jeans, boots, mohawk, piercings, belt"),
    "hippie": Archetype("look", "hippy|boho|flower child|bohemian|1960s|sixties style|70s style|1970s"
                        "|woodstock|60s style|hippie girl|disco|70s fashion", "tie dye shirt,"
                        " jeans, sandals, headband, long hair, round glasses, necklace, happy"),
    "hipster": Archetype("look", "indie|lumbersexual|indie girl|indie boy|dark academia|light academia"
                         "|preppy|old money|ivy league style|cottagecore scholar", "checked shirt,"
                         " cardigan, jeans, boots, square glasses, beanie", man="full beard"),
    "lumberjack": Archetype("calling", "woodcutter|logger|mountain man|woodsman with axe|lumberman",
                            "red plaid shirt, jeans, boots, beanie, axe, suspenders, athletic", None,
                            man="full beard"),
    "streetwear": Archetype("look", "hip hop|hiphop|urban style|b boy|street style|hypebeast|swag"
                            "|gangsta|90s style|1990s|breakdancer style|y2k|roadman|90s hip hop|90s"
                            " fashion", "hoodie, joggers, sneakers, cap, gold chain"),
    "victorian": Archetype("look", "regency|edwardian|19th century|1800s|steampunk lady|18th century"
                           "|rococo|baroque|bridgerton|jane austen|georgian era|gilded age",
                           "suit, vest, ruff, top hat, cane, shoes", woman="gown, gloves, updo, choker",
                           man="suit, vest, cravat, top hat, shoes"),
    "medieval": Archetype("look", "fantasy|renaissance|middle ages|rpg|dnd|d d|dungeons and dragons"
                          "|high fantasy|fairytale|fairy tale|dark fantasy|rpg character|tolkien"
                          "|lord of the rings|skyrim|game of thrones|elder scrolls|witcher",
                          "tunic, trousers, belt, boots, cloak", woman="dress, belt, boots, cloak"),
    "roaring twenties": Archetype("look", "1920s|20s style|art deco|flapper|gatsby|great gatsby",
                                  "suit, fedora, shoes", woman="sequin dress, bob hair, headband,"
                                  " pearl necklace, long gloves, heels"),
    "1950s": Archetype("look", "50s style|pin up|pinup|pin up girl|greaser|retro|vintage|1940s"
                         "|40s style|rockabilly style|50s diner", "white t-shirt, leather jacket, jeans,"
                         " shoes, quiff", woman="polka dot dress, heels, red lips, hair bow, wavy hair"),
    "1980s": Archetype("look", "80s style|80s fashion|synthwave|vaporwave|retrowave|aerobics"
                          "|80s aerobics|eighties style", "bright blue jacket, pink t-shirt, jeans,"
                          " sneakers, headband, sunglasses, curly hair"),
    "post-apocalyptic": Archetype("look", "post apocalyptic|mad max|wasteland survivor|apocalypse"
                                  " survivor|scavenger|wastelander|fallout|apocalyptic", "torn jacket,"
                                  " shirt, torn trousers, boots, goggles, scarf, gloves, backpack"),
    "cottagecore": Archetype("look", "fairycore|country girl|farmcore|rustic|cottage core", "floral"
                             " dress, straw hat, boots, twin braids, basket", man="checked shirt,"
                             " trousers, suspenders, boots, straw hat"),
    "lolita": Archetype("look", "harajuku|kawaii|gyaru|decora|sweet lolita|pastel goth|fairy kei"
                        "|yami kawaii|jirai kei|harajuku girl", "pastel pink dress, hair bow,"
                        " tights, shoes, twintails", man="pastel pink hoodie, shorts, sneakers"),
    # origins
    "african": _people("african american|black american|nigerian|kenyan|ethiopian|ghanaian|jamaican"
                       "|afro american|caribbean|afro caribbean|west african|somali|afro latina|zulu"
                       "|afro latino|senegalese|congolese|sudanese|haitian|bipoc",
                       "dark skin, black hair, coily hair, brown eyes"),
    "east asian": _people("asian|japanese|korean|chinese|taiwanese|mongolian|oriental|tibetan",
                          "light skin, black hair, straight hair, brown eyes, almond eyes"),
    "southeast asian": _people("thai|vietnamese|filipino|filipina|indonesian|malaysian|cambodian|malay"
                               "|burmese|balinese|laotian", "tan skin, black hair, brown eyes"),
    "south asian": _people("indian|pakistani|bengali|bangladeshi|desi|sri lankan|punjabi|tamil|nepali",
                           "brown skin, black hair, brown eyes"),
    "middle eastern": _people("arab|arabic|arabian|persian|turkish|moroccan|iranian|lebanese|israeli"
                              "|north african|afghan|kurdish|iraqi|bedouin|syrian|algerian|berber",
                              "olive skin, black hair, brown eyes"),
    "latino": _people("latina|hispanic|mexican|brazilian|colombian|latin|peruvian|puerto rican|cuban"
                      "|argentinian|spanish|chilean|latinx|dominican|venezuelan|south american",
                      "tan skin, dark brown hair, brown eyes"),
    "european": _people("caucasian|british|english|french|german|american|western european|dutch|polish"
                        "|welsh|canadian|australian|slavic|ukrainian|russian|eastern european|swiss"
                        "|austrian|czech|belgian|baltic|hungarian|white person",
                        "light skin"),
    "mediterranean": _people("italian|greek|sicilian|portuguese|maltese|southern european|gypsy|romani",
                             "olive skin, dark brown hair, wavy hair, brown eyes"),
    "nordic": _people("scandinavian|swedish|norwegian|danish|finnish|icelandic", "fair skin, blonde"
                      " hair, blue eyes"),
    "celtic": _people("irish|scottish|celt|gaelic", "fair skin, ginger hair, green eyes, freckles"),
    "native american": _people("indigenous|first nations|american indian|cherokee|navajo|apache|lakota"
                               "|inuit|aztec|mayan|inca|incan", "tan skin, black hair, long hair,"
                               " straight hair, brown eyes"),
    "pacific islander": _people("polynesian|hawaiian|maori|samoan|moana|fijian|tongan|aboriginal",
                                "brown skin, black hair, wavy hair, brown eyes"),
    "mixed race": _people("biracial|mixed|multiracial|mixed heritage|half asian|half black|half japanese",
                          "tan skin, curly hair, dark brown hair, brown eyes"),
}  # fmt: skip

SKIN_COLOURED = frozenset(
    "orc goblin zombie ghost demon alien robot mermaid fairy skeleton medusa|dragon person".split()
) | {"dragon person", "cat person"}
"""Beings whose colour, where one stands before the word, is that of their skin."""

WOMANLY = frozenset(
    "cowgirl|sorceress|priestess|huntress|policewoman|firewoman|goddess|catgirl|succubus|demoness"
    "|spacewoman|shieldmaiden|kunoichi|heroine|superheroine|stewardess|ballerina|valkyrie|villainess"
    "|wonder woman|superwoman|supergirl|batgirl|geisha|latina|filipina|noblewoman|vampiress|warrioress"
    "|milkmaid|farm girl|sportswoman|cheerleader|swordswoman|adventuress|cowgirls|flapper|goth girl"
    "|emo girl|punk girl|fox girl|cat girl|bunny girl|wolf girl|gamer girl|surfer girl|skater girl"
    "|shrine maiden|miko|office lady|aviatrix|seamstress|greek goddess|mrs claus|indie girl|cavewoman"
    "|e girl|egirl|alt girl|demon girl|devil girl|elf girl|elf maiden|country girl|lara croft|fox lady"
    "|school girl|craftswoman|mailwoman|saleswoman|battle maiden|amazon|tinkerbell|tinker bell|diva"
    "|pin up girl|female warrior|egyptian queen|cleopatra|siren|nymph|dryad|farmgirl|chambermaid"
    "|dragon girl|dragon queen|demon queen|fairy queen|gynoid|android girl|knightess|gladiatrix|aphrodite"
    "|athena|moana|banshee|shield maiden|space woman|harajuku girl|afro latina|goblin girl|alien girl"
    "|unicorn girl|rabbit girl|dog girl|foxgirl|bunnygirl|medusa|warrior queen|sea witch".split("|")
)
MANLY = frozenset(
    "fireman|policeman|swordsman|caveman|spaceman|cameraman|mailman|batman|superman|spiderman|iron man"
    "|spider man|gandalf|merlin|dumbledore|sherlock|james bond|incubus|merman|fisherman|norseman|salesman"
    "|stable boy|wolfman|wolf man|lizard man|robin hood|jesus|goth boy|emo boy|punk boy|cat boy|catboy"
    "|surfer dude|frodo|bilbo|gimli|legolas|mario|zeus|apollo|poseidon|dracula|santa|sportsman"
    "|huntsman|woodsman|craftsman|sherlock holmes|e boy|eboy|latino|filipino|friar|mountain man"
    "|goat man|mr tumnus|skater boy|gamer boy|school boy|samurai lord|airman|seaman|lizardman|bowman"
    "|spearman|sorcerer|warlock|lumberman|delivery man|delivery guy|repairman|handyman|einstein"
    "|guardsman|marksman|vaquero|rabbi|pope|imam|hulk|captain america|thor|god|dragon man|dragon king"
    "|demon king|egyptian king|farm boy|fox boy|wolf boy|tribesman|infantryman|military man|army man"
    "|mobster|mafia boss|godfather|gym bro|it guy|roadman|luchador|indie boy|bunny boy|dog boy|shrek"
    "|medicine man|conan".split("|")
)
