"""Archetypes by what people do: fighters, wizards, nobles, professions."""

from __future__ import annotations

from collections.abc import Mapping

from .archetype import Archetype, calling

CALLINGS: Mapping[str, Archetype] = {
    # fighters
    "warrior": calling("fighter|swordsman|warrioress|hero warrior|swordfighter|battle maiden"
                        "|swordswoman|swordmaster|warlord|spearman|blademaster|female warrior"
                        "|duelist",
                        "armour, boots, belt, sword, determined"),
    "knight": calling("paladin|crusader|templar|knights|holy knight|royal guard|dark knight"
                       "|black knight|guardsman|squire|knightess|death knight|champion|gladiatrix",
                       "armour, gauntlets, greaves, sword, cape, determined"),
    "barbarian": calling("berserker|caveman|savage warrior|tribal warrior|tribesman|amazon"
                          "|cavewoman"
                          "|warrior woman of the tribe|conan|neanderthal",
                          "leather armour, fur mantle, fur boots, axe, war paint, athletic, long"
                          " hair,"
                          " messy hair, angry", man="full beard"),
    "viking": calling("norseman|norse warrior|shieldmaiden|shield maiden|norse|viking warrior"
                       "|nordic warrior",
                       "leather armour, fur mantle, boots, axe, round shield, long hair, blonde"
                       " hair,"
                       " determined", man="braided beard", woman="twin braids"),
    "samurai": calling("ronin|shogun|samurai warrior|bushi|daimyo",
                        "samurai armour, sandals, katana, top knot, black hair, determined"),
    "ninja": calling("shinobi|kunoichi|assassin ninja|ninja warrior",
                      "ninja outfit, boots, ninja mask, katana, belt, black hair"),
    "assassin": calling("rogue|thief|bandit|outlaw|burglar|hitman|mercenary|thieves|robber"
                         "|highwayman|cutpurse|bounty hunter|assassins",
                         "leather armour, hood, cloak, dagger, boots, gloves, smirk"),
    "gladiator": calling("spartan|centurion|roman soldier|legionnaire|roman|hoplite|legionary"
                          "|greek warrior|trojan", "breastplate, kilt, sandals, red cape, roman"
                                                   " helmet,"
                          " sword, shield, athletic"),
    "ranger": calling("archer|hunter|huntress|woodsman|bowman|huntsman|robin hood|tracker|forester"
                       "|scout ranger|markswoman|marksman",
                       "green tunic, leather trousers, green cloak, hood, boots, bow, quiver,"
                       " determined"),
    "monk": calling("buddhist monk|shaolin monk|shaolin|friar|yogi|lama", "orange robe, sandals,"
                     " bald, prayer beads, calm"),
    "martial artist": calling("karate|kung fu|karateka|judoka|kung fu master|taekwondo|karate kid"
                               "|martial arts|sensei|kung fu fighter|martial arts master",
                               "gi, black belt, bare feet, fighting stance, determined"),
    "boxer": calling("boxing champion|wrestler|mma fighter|kickboxer|luchador|prizefighter",
                      "tank top, shorts, boxing gloves, sneakers, athletic, fighting stance,"
                      " determined"),
    "soldier": calling("army|marine|sniper|commando|infantryman|military|trooper|army soldier"
                        "|army man|veteran|army officer|special forces|paratrooper|guerrilla"
                        "|sergeant"
                        "|war veteran|rebel fighter|military man|lieutenant|private soldier",
                        "military uniform, combat boots, belt, soldier helmet, rifle, determined"),
    "general": calling("admiral|officer|colonel|navy officer|naval officer|military officer"
                        "|commander|marshal|major", "military uniform, officer cap, boots, medals,"
                        " belt, serious"),
    # magic
    "wizard": calling("mage|sorcerer|warlock|magician|archmage|wizards|enchanter|merlin|gandalf"
                       "|spellcaster|dumbledore|conjurer|magus|old mage|alchemist wizard",
                       "robe, wizard hat, staff, belt, shoes", elder="senior, long grey beard,"
                       " long white hair, wrinkles"),
    "witch": Archetype("calling", "sorceress|enchantress|hag|witches|wiccan|witchy|occultist",
                       "black dress, witch hat, cloak, broom, boots, long hair, smirk", "female"),
    "necromancer": calling("dark mage|dark wizard|cultist|dark sorcerer|dark lord|lich|evil wizard"
                            "|evil sorcerer|death mage", "black robe, hood, staff, skull, boots,"
                            " pale skin, angry"),
    "wizard student": calling("harry potter|hogwarts student|wizarding student|young wizard"
                              "|apprentice wizard|hermione|hermione granger|hogwarts",
                              "grey sweater, black cloak, charcoal"
                              " trousers, shoes, scarf, wand"),
    "witcher": calling("geralt|geralt of rivia|monster hunter|demon hunter|vampire hunter"
                       "|witch hunter", "leather armour, trousers, boots, gloves, belt, sword,"
                       " long hair, white hair, yellow eyes, pendant, determined",
                       man="short beard"),
    "druid": calling("shaman|nature mage|hermit|witch doctor|medicine man|forest mage", "brown"
                                                                                         " robe,"
                      " cloak, staff, sandals, necklace, long hair, braid", man="long beard"),
    "cleric": calling("priest|priestess|healer|pope|bishop|vicar|pastor|preacher|oracle|white mage"
                       "|saint|prophet|cardinal priest|rabbi|imam|shrine maiden|miko|acolyte|jesus"
                       "|chaplain", "white robe, sash, shoes, staff, necklace, calm"),
    "nun": Archetype("calling", "sister nun|abbess|mother superior",
                     "black robe, hijab, cross necklace, shoes, calm", "female"),
    "alchemist": calling("potion maker|apothecary|herbalist|artificer|tinkerer",
                         "shirt, leather apron, goggles,"
                                                               " potion,"
                          " trousers, boots, gloves, belt"),
    "bard": calling("minstrel|troubadour|storyteller", "tunic, cape, lute, ranger hat, leggings,"
                     " boots, happy"),
    "magical girl": Archetype("calling", "sailor moon|mahou shoujo|precure", "pink dress, hair bow,"
                              " magic wand, boots, gloves, twintails, happy", "female"),
    # nobles
    "princess": Archetype("calling", "disney princess|duchess|noblewoman|countess|infanta"
                                     "|fairy tale"
                          " princess|noble lady|empress consort|baroness|marquise",
                          "ball gown, tiara, heels, necklace, long hair, happy", "female"),
    "queen": Archetype("calling", "empress|regent queen|tsarina|monarch queen|cleopatra"
                       "|warrior queen", "gown, crown, cape, sceptre, heels, necklace, determined",
                       "female"),
    "snow queen": Archetype("calling", "elsa|ice queen|elsa from frozen|frost queen|ice princess"
                            "|snow princess|winter queen", "light blue gown, light blue cape,"
                            " heels, platinum blonde hair, side braid, tiara, fair skin, happy",
                            "female"),
    "king": Archetype("calling", "emperor|monarch|tsar|sultan|ruler|kings|warlord king|maharaja",
                      "tunic, trousers, red cape, crown, sceptre, boots, belt,"
                      " determined", "male",
                      man="full beard", woman=""),
    "prince": Archetype("calling", "duke|lord|nobleman|noble lord|aristocrat|baron|count|noble"
                                   "|fairy"
                        " tale prince|prince charming|royalty|royal|earl|viscount",
                        "tunic, cape, trousers, boots, belt, happy", "male"),
    "pharaoh": calling("egyptian king|egyptian queen|ancient egyptian|egyptian", "white tunic,"
                        " gold belt, sandals, gold circlet, gold necklace, eyeliner, tan skin,"
                        " staff"),
    "greek god": calling("greek goddess|zeus|god|goddess|deity|athena|apollo|ancient greek"
                          "|poseidon"
                          "|aphrodite|demigod|muse", "white toga, laurel wreath, sandals, gold"
                                                     " belt"),
    # outlaws and adventurers
    "pirate": calling("buccaneer|pirate captain|corsair|swashbuckler|privateer|pirates"
                       "|sea captain",
                       "white shirt, long coat, trousers, boots, belt, sash, pirate hat, cutlass,"
                       " smirk", man="short beard"),
    "sailor": calling("ship captain|fisherman|navy sailor|seaman|captain|fisher|skipper|mariner",
                       "striped shirt, navy trousers, shoes, sailor cap, scarf"),
    "cowboy": calling("cowgirl|gunslinger|rancher|western outlaw|sheriff|wild west"
                       "|bandit of the west"
                       "|vaquero", "shirt, brown vest, jeans, cowboy boots, cowboy hat, belt,"
                                   " bandana,"
                       " lasso, determined"),
    "adventurer": calling("explorer|archaeologist|traveller|traveler|treasure hunter|indiana jones"
                           "|wanderer|nomad|hiker|backpacker|tourist|mountaineer|lara croft|climber"
                           "|camper|scout|hitchhiker|pilgrim|survivor|adventuress|wayfarer",
                           "shirt, vest, trousers, boots, backpack, belt, scarf"),
    "musketeer": calling("dartagnan|cavalier|swashbuckling hero|fencer", "blue tunic, cape,"
                          " feathered hat, rapier, boots, trousers, gloves", man="goatee"),
    "peasant": calling("villager|farmer|gardener|commoner|beggar|shepherd|stable boy|farm girl"
                        "|milkmaid|hobo|farmhand|lumberjack farmer|farm boy|homeless|farmgirl|serf",
                        "checked shirt, overalls, boots, straw hat"),
    # professions
    "doctor": calling("physician|surgeon|medic|gp|dr|vet|veterinarian|dentist|pharmacist"
                       "|pediatrician"
                       "|paramedic|psychiatrist|cardiologist", "lab coat, shirt, trousers, shoes,"
                       " stethoscope, clipboard, happy"),
    "nurse": calling("caregiver|midwife|hospital nurse|nurses", "scrubs, sneakers, clipboard,"
                      " stethoscope, happy", woman="nurse uniform, nurse cap, shoes,"
                                                   " clipboard, happy"),
    "scientist": calling("researcher|chemist|mad scientist|physicist|biologist|professor scientist"
                          "|inventor|lab technician|einstein|botanist|geneticist|astronomer",
                          "lab coat, shirt, trousers, shoes, glasses, test tube"),
    "chef": calling("cook|baker|pastry chef|barista chef|sous chef|pizza chef|sushi chef"
                     "|pizzaiolo",
                     "chef jacket, chef hat, checked trousers, shoes, ladle, happy"),
    "butcher": calling("fishmonger|cobbler|potter"
                        "|shopkeeper|tailor|florist|craftsman|artisan|merchant|innkeeper|barkeeper"
                        "|bar tender|grocer|shop assistant|cashier|barber|hairdresser|brewer"
                        "|toymaker|clockmaker|craftswoman|seamstress", "shirt, apron, trousers,"
                        " boots, happy"),
    "astronaut": calling("cosmonaut|spaceman|space explorer|space woman|space traveller|spacewoman"
                          "|space traveler|space cadet", "spacesuit, white boots, astronaut"
                                                         " helmet, gloves,"
                                                         " backpack"),
    "space pilot": calling("spaceship captain|starship captain|space captain"
                            "|fighter pilot|airman"
                            "|jedi|space soldier|space marine|space ranger|sith"
                            "|starfighter pilot|aviatrix|space pirate|sith lord|jedi knight"
                            "|rebel pilot"
                            "|space warrior|space bounty hunter",
                            "jumpsuit, boots, gloves, belt, determined"),
    "police officer": calling("police|cop|policeman|policewoman|security guard|guard"
                               "|officer of the"
                               " law|patrol officer|prison guard|swat|swat officer|constable"
                               "|bodyguard"
                               "|police officer uniform|sheriff deputy|bouncer|security",
                               "police uniform, police cap, belt, black shoes, serious"),
    "detective": calling("private eye|investigator|spy|private investigator|inspector|secret agent"
                          "|noir detective|sherlock holmes|sherlock|gumshoe|film noir|agent|sleuth"
                          "|undercover agent", "trench coat, shirt, tie, trousers, shoes, fedora,"
                          " serious"),
    "firefighter": calling("fireman|firewoman|fire fighter", "firefighter coat, trousers, boots,"
                                                              " gloves,"
                            " firefighter helmet, axe, determined"),
    "construction worker": calling("builder|engineer|mechanic|miner|plumber|electrician|carpenter"
                                    "|labourer|laborer|worker|handyman|technician|welder"
                                    "|car mechanic"
                                    "|factory worker|mario|trucker|truck driver|construction"
                                    "|repairman|architect on site|mechanical engineer|janitor",
                                    "shirt, overalls, work boots, gloves, hard hat, wrench"),
    "business": calling("businessman|businesswoman|businessmen|businesswomen|business person"
                         "|businessperson|executive|ceo|manager|office worker|banker"
                         "|lawyer|accountant|entrepreneur|politician|consultant|business executive"
                         "|salesman|salesperson|realtor|boss|attorney|judge|secretary|president"
                         "|mobster|gangster|mafia|mafia boss|news anchor|diplomat|mayor|hr manager"
                         "|journalist|reporter|real estate agent|receptionist|corporate"
                         "|businesslike"
                         "|office lady|recruiter|project manager|product manager|saleswoman|broker"
                         "|financier|minister|senator|godfather|investor|presenter|host",
                         "suit, shirt, tie, shoes", woman="suit, blouse, heels"),
    "butler": calling("valet|groom in tuxedo|james bond|bond|croupier|gentleman spy|007|conductor"
                       "|orchestra conductor|concierge", "tuxedo, bow tie, white gloves, shoes,"
                                                         " neutral"),
    "bride": Archetype("calling", "", "wedding dress, veil, bouquet, heels, happy", "female"),
    "groom": Archetype("calling", "bridegroom", "tuxedo, bow tie, shoes, happy", "male"),
    "waiter": calling("waitress|server|barman|barmaid|bartender|maitre d",
                       "white shirt, black vest, bow tie, trousers, shoes, apron, tray, happy"),
    "performer": calling("actress|stage actor|stage actress", "shirt, blazer, trousers, shoes",
                          woman="gown, heels, necklace"),
    "maid": Archetype("calling", "housemaid|french maid|maidservant|housekeeper", "black dress,"
                                                                                  " white"
                      " apron, maid headband, tights, shoes, happy", "female"),
    "student": calling("pupil|college student|university student|learner|undergrad|schoolkid"
                        "|exchange student|grad student|school boy|school girl|freshman|classmate",
                        "sneakers, backpack, book"),
    "teacher": calling("headmistress|professor|schoolteacher|school teacher|tutor|lecturer"
                       "|librarian|scholar"
                        "|academic|philosopher|historian"
                        "|writer|author|poet|novelist|educator|bookworm|headmaster|principal"
                        "|intellectual"
                        "|linguist|mathematician|economist|psychologist|therapist|sage scholar",
                        "shoes, glasses, book"),
    "programmer": calling("developer|software engineer|coder|geek|nerd|data scientist|hacker"
                           "|software developer|web developer|it guy|sysadmin|engineer in tech"
                           "|techie"
                           "|ux designer|designer|graphic designer|tech worker|nerdy|geeky"
                           "|startup founder",
                           "hoodie, t-shirt, jeans, sneakers, glasses, laptop"),
    "plague doctor": calling("medieval plague doctor|plague physician", "black robe, black cloak,"
                             " plague mask, black fedora, black gloves, black boots, cane"),
    "blacksmith": calling("smith|weaponsmith|armourer|swordsmith", "shirt, leather apron,"
                          " trousers, boots, gloves, hammer, athletic, determined"),
    "barista": calling("coffee maker|cafe worker", "shirt, apron, jeans, sneakers, cup, happy"),
    "flight attendant": calling("stewardess|cabin crew|air hostess|steward|airline stewardess",
                                "navy blazer, white shirt, red scarf, navy trousers, shoes, happy",
                                woman="navy blazer, white blouse, red scarf, navy pencil skirt,"
                                      " tights, heels, bun, happy"),
    "pilot": calling("airline pilot|airline captain|aviator pilot|commercial pilot",
                     "navy suit, white shirt, navy tie, black shoes, pilot cap, aviators,"
                     " happy"),
    "yoga teacher": calling("yoga instructor|pilates instructor|yogini|pilates teacher",
                            "tank top, leggings, bare feet, headband, calm, athletic"),
    "artist": calling("painter|illustrator|sculptor|artsy|art student|fashion designer"
                       "|calligrapher"
                       "|bohemian artist|animator|french painter", "shirt, apron, trousers, shoes,"
                       " beret, paintbrush"),
    "photographer": calling("filmmaker|cameraman|film director|vlogger|director|paparazzi"
                             "|influencer"
                             "|videographer|travel blogger|blogger", "t-shirt, jacket, jeans,"
                                                                     " sneakers,"
                             " camera"),
    "athlete": calling("runner|footballer|soccer player|football player|gymnast|sportsman"
                        "|sportswoman"
                        "|personal trainer|fitness instructor|fitness trainer|coach|sprinter|jogger"
                        "|olympian|marathon runner|cyclist|rugby player|volleyball player"
                        "|hockey player"
                        "|fitness|olympic athlete|cricketer|gym bro|fitness coach|gym rat"
                        "|weightlifter"
                        "|swimmer athlete|quarterback"
                        "|fitness model|trainer person|goalkeeper|track athlete",
                        "jersey, shorts, sneakers, headband, athletic, determined"),
    "cheerleader": Archetype("calling", "cheer leader|pom pom girl", "crop top, miniskirt,"
                             " sneakers, hair bow, ponytail, happy", "female",
                             man="jersey, joggers, sneakers"),
    "basketball player": calling("baller|nba player|streetball player", "tank top, shorts,"
                                                                         " sneakers,"
                                  " headband, basketball, athletic, tall"),
    "tennis player": calling("badminton player|table tennis player", "polo shirt, shorts,"
                                                                      " sneakers,"
                              " headband, racket, athletic", woman="polo shirt, skirt, sneakers,"
                                                                   " racket"),
    "baseball player": calling("pitcher|batter", "jersey, trousers, sneakers, cap, bat, athletic"),
    "diver": calling("scuba diver|free diver|deep sea diver|snorkeler", "wetsuit, goggles, bare"
                     " feet, gloves, backpack"),
    "swimmer": calling("lifeguard|surfer|beach goer|surfer dude|surfer girl",
                        "wetsuit, bare feet, surfboard, tanned skin, athletic"),
    "skater": calling("skateboarder|snowboarder|skater boy|skater girl|skate punk"
                       "|skier", "t-shirt,"
                       " hoodie, shorts, sneakers, beanie, skateboard"),
    "gamer": calling("streamer|gamer girl|gamer boy|esports player|twitch streamer|pro gamer"
                      "|gaming"
                      "|youtuber|podcaster", "hoodie, joggers, sneakers, headphones, gamepad"),
    "dancer": calling("ballerina|ballet dancer|hip hop dancer|belly dancer|flamenco dancer|tango"
                       " dancer|breakdancer|figure skater|ice dancer", "leotard, skirt, ballet"
                                                                       " flats,"
                       " dancing, slim", woman="leotard, tutu, ballet flats, bun", man="tank"
                                                                                        " top,"
                                                                                        " leggings,"
                       " shoes, short hair"),
    "musician": calling("singer|pop star|popstar|metalhead|band member|rocker"
                         "|drummer"
                         "|songwriter|metal head|country singer|pianist"
                         "|vocalist|jazz singer|opera singer|rock singer"
                         "|folk singer|composer|celebrity|movie star|actor|performer|diva"
                         "|punk rocker|street musician|rock and roll|comedian",
                         "t-shirt, leather jacket, jeans, boots, necklace, microphone"),
    "guitarist": calling("rock star|rockstar|bassist|rock musician|lead guitarist|indie musician",
                         "leather jacket, t-shirt, jeans, boots, guitar, necklace"),
    "violinist": calling("fiddler|cellist|viola player", "black suit, white shirt, shoes, violin",
                         woman="black gown, heels, violin"),
    "jazz musician": calling("saxophonist|trumpeter|jazz player", "suit, shirt, tie, shoes, fedora,"
                             " saxophone"),
    "idol": calling("kpop idol|k pop idol|j pop idol|kpop|kpop star|k pop star|k pop|j pop star"
                    "|boy band member|girl group member",
                    "bomber jacket, t-shirt, trousers, boots, earrings, necklace, microphone,"
                    " happy, slim", woman="crop top, bomber jacket, miniskirt, boots, earrings,"
                    " choker, microphone, happy, slim"),
    "rapper": calling("hip hop artist|trap rapper|hip hop star", "hoodie, bomber jacket, joggers,"
                      " sneakers, cap, gold chain, microphone, smirk"),
    "dj": calling("disc jockey|club dj|techno dj", "t-shirt, bomber jacket, jeans, sneakers,"
                  " headphones, happy"),
    "mariachi": calling("mariachi singer|mariachi musician|mariachi player", "black jacket with"
                        " gold trim, white shirt, red bow tie, black trousers, boots, sombrero,"
                        " guitar, tan skin, black hair, happy", man="moustache"),
    "model": calling("fashion model|supermodel|fashionista|catwalk model|stylish|trendy|chic"
                      "|fashionable|influencer model|instagram model|runway model",
                      "blazer, t-shirt, trousers, heels", man="blazer, t-shirt, trousers, shoes"),
    "postman": calling("mail carrier|mailman|delivery driver|courier|delivery man|postal worker"
                        "|bus driver|taxi driver|chauffeur|pizza delivery|train conductor|mailwoman"
                        "|driver|messenger|delivery guy", "jacket, shirt, trousers, shoes, cap,"
                                                          " bag"),
    "racer": calling("race car driver|f1 driver|biker|motorcyclist|racing driver|formula 1 driver"
                      "|motorbiker|motorcycle rider", "leather jacket, t-shirt, leather pants,"
                                                      " boots,"
                      " gloves, helmet"),
    "jester": calling("clown|harlequin|fool|court jester|joker|mime|juggler|circus clown|acrobat"
                       "|circus performer|pierrot|ringmaster", "colourful tunic, striped leggings,"
                       " ruff, jester hat, shoes, face paint, smirk"),
    "santa": Archetype("calling", "santa claus|father christmas|saint nicholas|st nicholas"
                                  "|mrs claus"
                       "|kris kringle", "red coat, red sweater, red trousers, black boots,"
                                        " black belt, santa"
                                        " hat,"
                       " heavy, white hair, sack, happy", "male", elder="senior, long white beard"),
    "superhero": calling("hero|superheroine|super hero|caped crusader|vigilante|supervillain"
                          "|villain"
                          "|superman|superwoman|batman|spiderman|spider man|wonder woman|heroic"
                          "|marvel hero|super villain|supergirl|superheroes|captain america"
                          "|iron man|thor"
                          "|batgirl|villainess", "superhero suit, cape, boots, gloves, belt,"
                                                 " domino mask,"
                          " athletic, determined"),
}  # fmt: skip
