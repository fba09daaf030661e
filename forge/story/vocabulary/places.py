"""Where a scene is. The longest phrase wins, so "coffee shop" is no shop."""

from __future__ import annotations

from collections.abc import Mapping

from ..scene import Setting

PLACES: Mapping[Setting, str] = {
    "beach": "beach|beaches|beachside|seaside|seashore|shore|shoreline|oceanfront|beachfront"
    "|sandy shore|sandy beach|by the sea|by the ocean|at the sea|at the ocean|in the sea"
    "|in the ocean|to the sea|to the ocean|coast|coastline|sand dunes by the sea|tropical island"
    "|desert island|island paradise|lagoon|surf spot|boardwalk by the sea|sandcastle|sandcastles"
    "|playa|plage|spiaggia|praia|strand",
    "forest": "forest|forests|woods|woodland|woodlands|jungle|rainforest|rain forest"
    "|among the trees|in the trees|under the trees|grove|pine trees|redwoods|treehouse|campsite"
    "|camping|camp fire|campfire|wald|bosque|foret|foresta|floresta|selva|hiking trail"
    "|bamboo grove|enchanted woods",
    "mountains": "mountain|mountains|mountain top|mountaintop|mountainside|mountain peak|peak"
    "|peaks|summit|hilltop|alps|alpine|ski slope|ski slopes|ski resort|ski lodge|slopes|cliff"
    "|cliffs|ridge|valley|rocky mountains|himalayas|snowy peaks|volcano|canyon|highlands|berge"
    "|montana alta|montagne|montagna|montanha|hills",
    "city": "city|cities|downtown|city street|city streets|street|streets|town|old town|skyline"
    "|rooftop|roof top|cityscape|metropolis|alley|alleyway|sidewalk|crosswalk|avenue|boulevard"
    "|city center|city centre|city lights|town square|plaza|skyscrapers|skyscraper|neighborhood"
    "|neighbourhood|traffic|urban|big city|city skyline|bridge in the city|stadt|ciudad|ville"
    "|citta|cidade|market square|food truck|street corner",
    "cafe": "cafe|cafes|coffee shop|coffee shops|coffeeshop|coffee house|coffeehouse|coffee bar"
    "|tea house|teahouse|tea room|tearoom|bakery|patisserie|espresso bar|coffee place"
    "|internet cafe|cat cafe|cafeteria",
    "bar": "the bar|a bar|bars|this bar|that bar|our bar|bar counter|bar stool|sports bar"
    "|cocktail bar|wine bar|karaoke bar|dive bar|tiki bar|beach bar|rooftop bar|pub|pubs|tavern"
    "|saloon|nightclub|night club|the club|a club|clubbing|dance club|disco|discotheque|brewery"
    "|beer garden|lounge bar|speakeasy|happy hour|pub crawl|kneipe",
    "stadium": "stadium|stadiums|arena|bleachers|football game|soccer game|baseball game"
    "|football match|soccer match|the big game|the pitch|football field|soccer field"
    "|baseball field|basketball court|tennis court|ballpark|in the stands|grandstand|racetrack"
    "|race track|olympics|estadio|world cup|super bowl|championship game|home game|ice rink",
    "kitchen": "kitchen|kitchens|stove|in the oven|at the oven|kuche|cocina|cuisine|cucina"
    "|cozinha|kitchen table|kitchen counter",
    "bedroom": "bedroom|bedrooms|in bed|into bed|to bed|on the bed|in my bed|in our bed"
    "|in your bed|bedside|under the covers|under the blankets|hotel room|hotel suite"
    "|master suite|pillow fort|pillow fight|bunk bed|schlafzimmer|dormitorio|quarto|sleepover"
    "|slumber party|pajama party",
    "living room": "living room|livingroom|sitting room|lounge|couch|sofa|fireplace|at home|home"
    "|my place|your place|our place|my house|your house|our house|apartment|house party"
    "|movie night|game night|on the couch|family room|in the house|my apartment|wohnzimmer"
    "|sala de estar|salon|board game night|by the fire|netflix|rug",
    "office": "office|offices|workplace|cubicle|boardroom|meeting room|conference room|desk"
    "|my desk|at work|business meeting|board meeting|buro|oficina|ufficio|escritorio|coworking"
    "|headquarters|open plan office|team meeting|water cooler",
    "school": "school|schools|classroom|class room|university|college|campus|lecture hall"
    "|in class|school yard|schoolyard|high school|lecture|graduation|prom|homeroom|schule"
    "|escuela|ecole|scuola|escola|kindergarten|math class|science lab",
    "park": "the park|a park|parks|park bench|city park|central park|public park|dog park"
    "|water park|picnic|picnic blanket|playground|swings|lawn|in the grass|on the grass|meadow"
    "|open field|flower field|fountain|carousel|amusement park|theme park|fairground|funfair"
    "|carnival|roller coaster|ferris wheel|our park|this park|that park|parque|parc|parco"
    "|stadtpark|in park|skate park|skatepark|zoo",
    "space": "space|outer space|space station|spaceship|space ship|spacecraft|starship|rocket ship"
    "|cosmos|galaxy|galaxies|universe|on the moon|to the moon|the moon surface|moon base|on mars"
    "|to mars|zero gravity|astronaut|astronauts|orbit|orbiting|milky way|nebula|weltraum|asteroid"
    "|alien planet|another planet|space suits|space walk|spacewalk",
    "castle": "castle|castles|palace|throne room|throne|fortress|medieval hall|great hall|citadel"
    "|drawbridge|dungeon|royal court|kingdom|castillo|chateau|schloss|castello|castelo|turret"
    "|knights hall|ballroom|royal ball",
    "concert": "concert|concerts|music festival|festival|gig|live music|live show|on stage|stage"
    "|rock show|mosh pit|front row|concert hall|open air concert|orchestra|opera|rave|konzert"
    "|concierto|concerto|backstage|band practice|coachella style festival|encore|recital|dj set",
    "gym": "gym|gyms|gymnasium|fitness studio|weight room|crossfit|fitness center|fitness centre"
    "|treadmill|bench press|yoga class|yoga studio|spin class|boxing ring|dojo|fitness club"
    "|fitnessstudio|gimnasio|palestra|academia de ginastica|leg day|personal trainer",
    "car": "the car|a car|my car|your car|our car|his car|her car|in car|by car|this car|cars"
    "|convertible|road trip|roadtrip|driving|backseat|back seat|passenger seat|front seat"
    "|drive in|taxi|uber|limousine|limo|sports car|camper van|van|pickup truck|steering wheel"
    "|carpool|highway|freeway|drive thru|coche|voiture|macchina|carro|old car|red car|race car"
    "|long drive|drive home|night drive|go for a drive",
    "train": "the train|a train|by train|on train|our train|this train|trains|train ride"
    "|train car|train station|train window|night train|last train|railway|railway station|subway"
    "|metro|train carriage|sleeper train|tram|train platform|steam train|zug|tren|treno|trem"
    "|underground train|train trip|train journey|dining car",
    "library": "library|libraries|bookshelves|bookshelf|bookstore|book store|bookshop|book shop"
    "|reading room|book stacks|archive|bibliothek|biblioteca|bibliotheque|librarian|study hall"
    "|rows of books|shelves of books|secondhand bookshop",
    "garden": "garden|gardens|backyard|back yard|greenhouse|orchard|vineyard|flower garden"
    "|rose garden|castle garden|castle gardens|palace gardens|patio|flower beds|zen garden"
    "|garden party|yard|gazebo|botanical garden|allotment|courtyard|jardin|giardino|jardim|garten"
    "|hedge maze|vegetable patch|hammock|terrace|porch|veranda",
    "underwater": "underwater|under water|under the sea|under the ocean|deep sea|bottom of the sea"
    "|bottom of the ocean|scuba|scuba diving|snorkeling|snorkelling|coral reef|reef|sea floor"
    "|seabed|ocean floor|submarine|mermaid|mermaids|diving with fish|atlantis|unterwasser"
    "|aquarium tunnel|swimming with dolphins|swim with dolphins|shipwreck",
    "desert": "desert|deserts|sand dune|sand dunes|dunes|oasis|sahara|cactus|cacti|wuste"
    "|desierto|deserto|badlands|camel ride|camels|wild west|mesa",
    "restaurant": "restaurant|restaurants|diner|bistro|pizzeria|pizza place|steakhouse|trattoria"
    "|sushi bar|sushi place|fancy dinner|candlelit dinner|candle light dinner"
    "|candlelight dinner|dinner date|dinner reservation|brasserie|ramen shop|noodle shop"
    "|burger joint|buffet|fine dining|restaurante|ristorante|taqueria|food court|brunch place"
    "|dinner table for two|ice cream parlor|ice cream shop",
    "shop": "shop|shops|store|stores|mall|malls|shopping center|shopping centre|supermarket"
    "|grocery store|market|farmers market|flea market|boutique|shopping|department store|outlet"
    "|corner store|toy store|record store|thrift store|clothing store|fitting room|tienda|laden"
    "|negozio|loja|magasin|bazaar|christmas market|checkout counter|shopping spree",
    "studio": "studio|photo studio|plain background|white background|photo shoot|photoshoot"
    "|photo booth|photobooth|plain backdrop|studio portrait|neutral background|art studio"
    "|recording studio|blank background|gray background",
}  # fmt: skip

HINTS: Mapping[Setting, str] = {
    "beach": "waves|sandy|surf|surfing|surfboard|sunbathing|sunbathe|tanning|palm trees|seagulls"
    "|ocean|the sea|ocean view|bikini|bikinis|swimsuits|beach ball|beach volleyball|\N{PALM TREE}"
    "|\N{BEACH WITH UMBRELLA}|\N{WATER WAVE}|\N{SURFER}|\N{SPIRAL SHELL}",
    "forest": "hiking|hike|tent|marshmallows|s mores|trees|deer|mushroom picking|\N{EVERGREEN TREE}"
    "|\N{CAMPING}|\N{DECIDUOUS TREE}",
    "mountains": "skiing|ski|snowboarding|snowboard|climbing|rock climbing|mountain climbing"
    "|chairlift|\N{SNOW CAPPED MOUNTAIN}|\N{MOUNTAIN}|\N{MOUNT FUJI}|\N{SKIER}",
    "city": "sightseeing|street art|paris|london|tokyo|new york|nyc|rome|berlin|barcelona|venice"
    "|amsterdam|hong kong|shanghai|chicago|\N{CITYSCAPE}|\N{NIGHT WITH STARS}"
    "|\N{CITYSCAPE AT DUSK}",
    "cafe": "coffee date|grab a coffee|grab coffee|get coffee|get a coffee|latte|espresso"
    "|cappuccino|croissant|barista|go for coffee|for a coffee|meet for coffee|having coffee"
    "|over coffee|\N{HOT BEVERAGE}",
    "bar": "beers|cocktail|cocktails|tequila|shots of tequila|bartender|round of drinks"
    "|drinks tonight|grab a beer|grab a drink|grab drinks|grab some drinks|\N{BEER MUG}"
    "|\N{CLINKING BEER MUGS}|\N{COCKTAIL GLASS}|\N{TROPICAL DRINK}|jukebox|pool table",
    "stadium": "goal|touchdown|home run|fans|\N{STADIUM}|halftime|half time|kickoff|referee"
    "|our team|the team|penalty shootout",
    "kitchen": "cooking|baking|cook|bake|pancakes|making dinner|make dinner|making breakfast"
    "|make breakfast|washing dishes|\N{COOKING}|chopping vegetables|cookie dough",
    "bedroom": "bed|pajamas|pyjamas|pillow|pillows|blanket|duvet|\N{SLEEPING ACCOMMODATION}"
    "|\N{BED}|good night kiss",
    "living room": "watching tv|watch tv|watching a movie|watch a movie|watching movies"
    "|watch movies|video games|video game|playing xbox|popcorn and a movie|gaming"
    "|\N{COUCH AND LAMP}|christmas tree",
    "office": "deadline|deadlines|coworkers|colleagues|presentation|spreadsheet|spreadsheets"
    "|laptops|\N{OFFICE BUILDING}|job interview",
    "school": "homework|exam|exams|teacher|students|classmates|blackboard|\N{SCHOOL}"
    "|\N{GRADUATION CAP}|studying",
    "park": "frisbee|flying a kite|fly a kite|kite|kites|feeding the ducks|feed the ducks"
    "|walking the dog|walk the dog|walk our dog|cherry blossoms|\N{FERRIS WHEEL}"
    "|\N{ROLLER COASTER}|\N{NATIONAL PARK}",
    "space": "rocket|astronomy|planets|\N{ROCKET}|\N{MILKY WAY}|\N{RINGED PLANET}"
    "|\N{EXTRATERRESTRIAL ALIEN}|meteors",
    "castle": "knights|princess|king and queen|dragon|dragons|crown|coronation|\N{EUROPEAN CASTLE}"
    "|\N{JAPANESE CASTLE}",
    "concert": "the band|our band|singer|guitar solo|crowd surfing|rock band|drummer"
    "|\N{GUITAR}|\N{MICROPHONE}",
    "gym": "workout|work out|working out|deadlift|deadlifts|weight lifting|weightlifting"
    "|lifting weights|lift weights|dumbbells|push ups|pushups|squats|barbell|\N{WEIGHT LIFTER}",
    "car": "drive|drove|drives|traffic jam|\N{AUTOMOBILE}|\N{RECREATIONAL VEHICLE}",
    "train": "\N{STEAM LOCOMOTIVE}|\N{HIGH-SPEED TRAIN}|\N{METRO}|commute|conductor",
    "library": "stack of books|book club|\N{BOOKS}",
    "garden": "gardening|planting flowers|plant flowers|watering the flowers|watering the plants"
    "|roses|tulips|barbecue|bbq|\N{TULIP}|\N{SUNFLOWER}",
    "underwater": "corals|sharks|dolphins|jellyfish|whales|\N{TROPICAL FISH}|\N{DOLPHIN}|\N{WHALE}",
    "desert": "camel|pyramids|\N{CACTUS}|\N{DESERT}|\N{DROMEDARY CAMEL}",
    "restaurant": "waiter|waitress|go out for dinner|out for dinner|dinner tonight|going for sushi"
    "|get sushi|grab sushi|get pizza|grab pizza|grab dinner|get dinner"
    "|out to eat|\N{FORK AND KNIFE WITH PLATE}|\N{FORK AND KNIFE}",
    "shop": "shop for|trying on clothes|try on clothes|groceries|bargain|\N{SHOPPING BAGS}"
    "|\N{DEPARTMENT STORE}|\N{SHOPPING TROLLEY}",
    "studio": "headshot|headshots|catwalk",
}  # fmt: skip
"""Not places themselves; a place that is named wins over them."""

UNSURE: Mapping[Setting, str] = {"park": "park", "bar": "bar|club", "train": "train", "car": "car"}
"""Places only after a word that says so: "in the foggy park", but not "park here"."""

INDOORS: frozenset[Setting] = frozenset(
    {"cafe", "bar", "kitchen", "bedroom", "living room", "office", "school", "gym", "car", "train",
     "library", "restaurant", "shop", "studio", "space", "underwater"}
)  # fmt: skip

BROAD: frozenset[Setting] = frozenset({"city", "space", "castle", "mountains", "school", "desert"})
"""Another place may lie within them: a cafe in the city is the cafe."""

PHRASES: Mapping[Setting, tuple[str, ...]] = {
    # how a sentence says it
    "beach": ("on the beach", "by the sea", "along the shore"),
    "forest": ("in the forest", "among the trees", "in the woods"),
    "mountains": ("in the mountains", "high in the mountains"),
    "city": ("in the city", "on the city streets", "downtown"),
    "cafe": ("at the cafe", "in a cozy cafe", "over coffee"),
    "bar": ("at the bar", "in our favorite bar"),
    "stadium": ("at the stadium", "in the stands"),
    "kitchen": ("in the kitchen", "around the kitchen table"),
    "bedroom": ("in a cozy room", "at home"),
    "living room": ("in the living room", "on the sofa", "at home"),
    "office": ("at the office", "between the desks"),
    "school": ("at school", "on campus"),
    "park": ("in the park", "on the green grass"),
    "space": ("in outer space", "among the stars"),
    "castle": ("in the castle", "behind castle walls"),
    "concert": ("at the concert", "in front of the stage"),
    "gym": ("at the gym", "in the gym"),
    "car": ("in the car", "on the road"),
    "train": ("on the train", "by the train window"),
    "library": ("in the library", "among the books"),
    "garden": ("in the garden", "among the flowers"),
    "underwater": ("under the sea", "deep underwater"),
    "desert": ("in the desert", "among the dunes"),
    "restaurant": ("at the restaurant", "over a good dinner"),
    "shop": ("in the shop", "between the shelves"),
    "studio": ("in the studio", "in front of the camera"),
}
