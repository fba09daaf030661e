"""What people do in a scene. Verbs stand in their base form, nouns and fixed words in FIXED."""

from __future__ import annotations

from collections.abc import Mapping

from ..scene import Action
from ..words import word_set

VERBS: Mapping[Action, str] = {
    "standing": "stand|wait in line|wait",
    "walking": "walk|stroll|wander|hike|stride|march|take a walk|go for a walk|explore|roam|trek"
    "|tiptoe|saunter|promenade",
    "running": "run|sprint|jog|dash|chase|race|go for a run|flee|rush",
    "hugging": "hug|embrace|cuddle|snuggle|hold each other|hold you|hold me|spoon|squeeze you"
    "|hold you close|hold me close|wrap your arms|wrap my arms",
    "holding hands": "hold hands|hold your hand|hold my hand|take your hand|take my hand"
    "|hold his hand|hold her hand|intertwine fingers",
    "kissing": "kiss|smooch|make out|peck",
    "dancing": "dance|waltz|twirl|slow dance|breakdance|salsa|tango|boogie|groove|twerk|do ballet",
    "sitting": "sit|lounge|watch the sunset|watch the sunrise|watch the stars|watch the game"
    "|watch the waves|watch a movie|watch movies|watch tv|watch a film|drive|meditate|perch"
    "|camp|ride the train|sunbathe|stargaze|picnic|chill|binge",
    "eating": "eat|dine|munch|nibble|feast|snack|taste|devour|have dinner|have lunch"
    "|have breakfast|have brunch|have pizza|have sushi|grab dinner|grab lunch|grab pizza"
    "|grab sushi|share a meal|share dessert|get pizza|get sushi|bite into",
    "drinking": "drink|sip|toast|have a drink|have a beer|have drinks|have coffee|have a coffee"
    "|have tea|grab a coffee|grab coffee|grab a beer|grab a drink|grab drinks|grab some drinks"
    "|get coffee|get a coffee|share a bottle|share a drink|share a milkshake"
    "|clink glasses|raise a glass|raise our glasses",
    "cheering": "cheer|celebrate|applaud|clap|rejoice|party|win the game|high five|root for"
    "|scream with joy|jump for joy|victory dance",
    "reading": "read|study|browse books|leaf through",
    "playing": "play|strum|game|build a sandcastle|build sandcastles|build a snowman|skateboard"
    "|throw snowballs|fly a kite|toss a frisbee|play guitar|play the guitar|bowl|surf|sled|juggle"
    "|build a fort|build a pillow fort",
    "talking": "talk|chat|gossip|whisper|discuss|argue|quarrel|catch up|tell stories|tell secrets"
    "|flirt|converse|joke|share secrets|speak|debate|interview",
    "sleeping": "sleep|nap|doze|fall asleep|snooze|take a nap|dream together|slumber|snore"
    "|oversleep",
    "singing": "sing|do karaoke|serenade|hum a song|rap|belt out",
    "swimming": "swim|dive|snorkel|scuba dive|splash in the water|splash around|skinny dip|float"
    "|go for a swim|take a dip",
    "working": "work|type|code|program|paint the walls|write a report|present the project"
    "|repair|plant flowers|garden|water the plants|water the flowers|clean|do homework"
    "|do the dishes",
    "cooking": "cook|bake|grill|fry|make dinner|make breakfast|make pancakes|make lunch|make pizza"
    "|barbecue|chop vegetables|stir the soup|prepare dinner|prepare a meal",
    "waving": "wave at|wave to|wave goodbye|wave hello|say goodbye|say hello|greet|salute|wave hi",
    "exercising": "exercise|work out|lift weights|do yoga|do push ups|do squats|stretch|train hard"
    "|train together|train for|do pilates|bench press|do crunches|deadlift",
    "fighting": "fight|battle|duel|box|wrestle|spar|punch|slay|defeat|clash|face off",
    "posing": "pose|take a selfie|take selfies|take a picture|take pictures|take a photo"
    "|take photos|model|strike a pose|strut",
}  # fmt: skip

FIXED: Mapping[Action, str] = {
    "standing": "queueing|in line for",
    "walking": "on a hike|on a walk|long walk|nature walk|paseando|caminando|spazieren"
    "|spazierengehen|camminando|walking the dog|shopping|sightseeing|marche",
    "running": "marathon|on the run|corriendo|rennen|laufen",
    "hugging": "arms around|in your arms|in my arms|in each other s arms|abrazo|abrazando|umarmen"
    "|umarmung|hugs and kisses|\N{HUGGING FACE}|group hug|bear hug",
    "holding hands": "hand in hand|hands intertwined",
    "kissing": "first kiss|besando|kussen|kisses under|\N{FACE THROWING A KISS}|\N{KISS}",
    "dancing": "dance floor|bailando|bailar|tanzen|danser|ballando|ballare|ballet|dance off"
    "|\N{DANCER}|\N{MAN DANCING}|prom night",
    "sitting": "on the couch|on the sofa|road trip|roadtrip|movie night|picnic|by the fire"
    "|around the campfire|driving|park bench|sentado|sentados|sitzen|netflix",
    "eating": "dinner|lunch|breakfast|brunch|candlelit dinner|candlelight dinner|dinner date"
    "|ice cream date|comiendo|essen gehen|mangiare|eating contest|fancy dinner"
    "|\N{FORK AND KNIFE}|feast together",
    "drinking": "drinks|happy hour|coffee date|over coffee|cheers|bebiendo|for a coffee|for coffee"
    "|\N{CLINKING BEER MUGS}|\N{CLINKING GLASSES}|pub crawl|tea party|toast",
    "cheering": "celebration|victory|we won|party|parties|birthday party|fans|graduation"
    "|\N{PARTY POPPER}|feiern|celebrando|hooray|hurray|applause|house party|beach party",
    "reading": "study session|study date|leyendo|lesen|book club|homework",
    "playing": "video games|video game|game night|board game|board games|snowball fight"
    "|pillow fight|jugando|spielen|guitar solo|jam session|basketball game|poker night|chess"
    "|beach volleyball|frisbee|tag|hide and seek",
    "talking": "conversation|deep talk|deep talks|gossip session|hablando|reden|meeting"
    "|first date|interview|argument|small talk|pillow talk",
    "sleeping": "asleep|sleepover|nap time|naptime|durmiendo|schlafen|sweet dreams|in dreamland"
    "|\N{SLEEPING FACE}|\N{SLEEPING SYMBOL}",
    "singing": "karaoke|karaoke night|cantando|singen|duet|sing along|singalong",
    "swimming": "scuba|scuba diving|pool party|nadando|schwimmen|snorkelling|synchronized swimming",
    "working": "at work|late shift|overtime|deadline|trabajando|arbeiten|gardening|presentation",
    "cooking": "cocinando|kochen|bbq|baking contest",
    "waving": "waving|waved|waving flags|bye bye",
    "exercising": "workout|yoga|pilates|crossfit|leg day|push ups|pushups|squats|weightlifting"
    "|weight lifting|working out|gym session|spin class|training session",
    "fighting": "sword fight|swordfight|boxing match|martial arts|fist fight|duel at|karate|judo"
    "|showdown|food fight",
    "posing": "selfie|selfies|photoshoot|photo shoot|portrait|photo booth|catwalk|runway",
}  # fmt: skip

IRREGULAR: Mapping[str, str] = {
    # base: every other form, where it does not follow the rule
    "stand": "stands standing stood", "run": "runs running ran",
    "hold": "holds holding held", "take": "takes taking took taken",
    "make": "makes making made", "sit": "sits sitting sat", "eat": "eats eating ate eaten",
    "drink": "drinks drinking drank drunk", "have": "has having had", "read": "reads reading",
    "sleep": "sleeps sleeping slept", "sing": "sings singing sang sung",
    "swim": "swims swimming swam swum", "do": "does doing did done",
    "fight": "fights fighting fought", "win": "wins winning won",
    "go": "goes going went gone", "get": "gets getting got",
    "build": "builds building built", "throw": "throws throwing threw thrown",
    "fly": "flies flying flew flown", "tell": "tells telling told", "catch":
    "catches catching caught", "fall": "falls falling fell", "ride": "rides riding rode",
    "drive": "drives driving drove", "say": "says saying said", "strike":
    "strikes striking struck", "write": "writes writing wrote", "speak":
    "speaks speaking spoke", "bite": "bites biting bit", "flee": "flees fleeing fled",
    "lie": "lies lying lay", "give": "gives giving gave", "dive": "dives diving dived dove",
    "dream": "dreams dreaming dreamt", "slay": "slays slaying slew",
    "wrap": "wraps wrapping wrapped", "whisper": "whispers whispering whispered",
    "wander": "wanders wandering wandered", "gather": "gathers gathering gathered",
    "snack": "snacks snacking snacked", "model": "models modeling modelling modeled",
    "garden": "gardening gardened", "water": "watering watered", "game": "gaming gamed",
    "box": "boxing boxed", "code": "coding coded", "program": "programming programmed",
    "type": "typing typed", "camp": "camping camped", "party": "partying partied",
    "race": "racing raced", "work": "works working worked", "rap": "rapping rapped",
    "bowl": "bowling bowled", "fry": "frying fried", "lounge": "lounging lounged",
    "present": "presenting presented", "float": "floats floating floated",
    "picnic": "picnicking picnicked", "toast": "toasting toasted toasts", "wait":
    "waiting waited", "groove": "grooving", "spoon": "spooning", "chill": "chilling",
    "surf": "surfs surfing surfed", "rush": "rushing rushed", "stretch": "stretching stretched",
    "clean": "cleaning cleaned", "greet": "greets greeting greeted", "speed": "speeding sped",
    "interview": "interviewing interviewed", "binge": "binging bingeing",
    "salsa": "salsa dancing", "tango": "tangoing", "clash": "clashing", "dash": "dashing dashed",
    "taste": "tasting tasted", "peck": "pecking", "exercise": "exercises exercising exercised",
    "prepare": "prepares preparing prepared", "share": "shares sharing shared",
    "repair": "repairs repairing repaired", "explore": "explores exploring explored",
    "march": "marching marched", "spar": "sparring sparred",
}  # fmt: skip

NOT_ALONE = word_set(
    "garden water game box code program type camp present bowl spoon chill groove salsa tango fry"
    " peck clash dash taste speed work model clean rap lounge wait train snack march interview"
    " float picnic rush race toast dream party stretch clap"
)
"""Base forms that alone are more often a noun, or something else than the verb."""

GERUNDS: Mapping[Action, tuple[str, ...]] = {
    # how a caption says it; none where there is nothing to say
    "standing": (),
    "walking": ("walking", "walking along", "walking side by side"),
    "running": ("running", "running free"),
    "hugging": ("hugging", "holding each other close"),
    "holding hands": ("holding hands", "walking hand in hand"),
    "kissing": ("kissing", "sharing a kiss"),
    "dancing": ("dancing", "dancing together", "dancing to our song"),
    "sitting": ("sitting together", "sitting side by side"),
    "eating": ("sharing a meal", "eating together"),
    "drinking": ("sharing a drink", "raising a glass"),
    "cheering": ("celebrating", "cheering together", "cheering out loud"),
    "reading": ("reading", "getting lost in a book"),
    "playing": ("playing", "playing together"),
    "talking": ("talking", "talking for hours"),
    "sleeping": ("dreaming", "drifting off to sleep"),
    "singing": ("singing", "singing along"),
    "swimming": ("swimming", "diving into the water"),
    "working": ("working", "working side by side"),
    "cooking": ("cooking", "cooking something good"),
    "waving": ("waving hello", "waving"),
    "exercising": ("training", "training hard"),
    "fighting": ("standing our ground", "facing the fight"),
    "posing": ("posing", "striking a pose"),
}
