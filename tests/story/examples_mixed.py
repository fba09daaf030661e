"""Further messages and their scenes, of every kind."""

from __future__ import annotations

from avatarforge.tests.story.examples import BOTH, FRIENDS, Example

MIXED = (
    Example(
        "Imagine us sipping hot chocolate in a snowy cabin",
        None,
        weather="snow",
        actions=("drinking",),
    ),
    Example(
        "we're stuck in traffic on the highway, singing our hearts out", "car", actions=("singing",)
    ),
    Example("you and I at the aquarium tonight?", None, "night"),
    Example("Let's get ice cream and walk along the boardwalk", None, actions=("walking",)),
    Example("remember when we fell asleep on the train?", "train", actions=("sleeping",)),
    Example(
        "I just finished my workout, so tired", "gym", actions=("exercising",), people=("alice",)
    ),
    Example(
        "A knight fighting a dragon in front of a castle",
        "castle",
        mood="tense",
        actions=("fighting",),
        people=("alice",),
        participants=("alice",),
        sender=None,
    ),
    Example(
        "Friends toasting at a rooftop bar at sunset",
        "bar",
        "sunset",
        actions=("drinking",),
        people=FRIENDS,
        participants=FRIENDS,
        sender=None,
    ),
    Example(
        "A family having breakfast in a sunny kitchen",
        "kitchen",
        weather="clear",
        actions=("eating",),
        people=FRIENDS,
        participants=FRIENDS,
        sender=None,
    ),
    Example(
        "Two astronauts floating above Earth",
        "space",
        people=BOTH,
        sender=None,
        actions=("swimming",),
    ),
    Example(
        "Students studying late at night in the library",
        "library",
        "night",
        actions=("reading",),
        sender=None,
    ),
    Example(
        "girl crying in the rain under a streetlight at night",
        None,
        "night",
        "rain",
        "sad",
        people=("alice",),
        participants=("alice",),
        sender=None,
    ),
    Example("let's hug it out", actions=("hugging",)),
    Example(
        "skiing with @charlie in the Alps!!",
        "mountains",
        weather="snow",
        people=("alice", "bob", "charlie"),
        tagged=("charlie",),
        participants=FRIENDS,
    ),
    Example(
        "we should go camping in the forest and sit by the fire under the stars",
        "forest",
        "night",
        actions=("sitting",),
    ),
    Example("OMG that roller coaster was insane", "park", mood="excited"),
    Example("miss you so much", mood="sad", people=("bob",)),
    Example(
        "shopping for groceries with my love",
        "shop",
        mood="romantic",
        actions=("walking",),
        people=("alice",),
    ),
    Example(
        "chilling at home, not going out tonight",
        "living room",
        "night",
        mood="calm",
        actions=("sitting",),
    ),
    Example("our wedding day at the old church", mood="romantic"),
    Example(
        "meditating at dawn in a misty garden",
        "garden",
        "dawn",
        "fog",
        mood="calm",
        actions=("sitting",),
    ),
    Example("we're running through a field of sunflowers", actions=("running",)),
    Example(
        "karaoke night with you was hilarious", None, "night", mood="happy", actions=("singing",)
    ),
    Example(
        "He proposes on a snowy bridge in Paris",
        "city",
        weather="snow",
        mood="romantic",
        sender=None,
    ),
    Example(
        "pizza and video games at my place?", "living room", actions=("playing",), people=("alice",)
    ),
    Example("running late, stuck in the office", "office"),
    Example("can we just stay in bed all day", "bedroom"),
    Example("holding an umbrella in a storm, laughing", weather="storm", mood="happy"),
    Example(
        "the two of us working side by side in the garden planting roses",
        "garden",
        actions=("working",),
    ),
    Example("Swimming with dolphins in the ocean", "beach", actions=("swimming",)),
    Example(
        "Dinner by candlelight, just you and me, no phones",
        None,
        mood="romantic",
        actions=("eating",),
    ),
    Example(
        "we danced barefoot in the kitchen at midnight", "kitchen", "night", actions=("dancing",)
    ),
    Example("surfing big waves with the boys", "beach", actions=("playing",)),
    Example("she said yes on the mountain top at sunrise!!", "mountains", "dawn", sender=None),
    Example(
        "A lonely robot waiting at a train station in the fog",
        "train",
        weather="fog",
        mood="sad",
        actions=("standing",),
        sender=None,
    ),
    Example("Coffee and a good book on a rainy afternoon", None, "day", "rain", props=("book",)),
    Example("we're lost in the desert without water, so scared", "desert", mood="tense"),
    Example("birthday party at the bowling alley", None, mood="excited", actions=("cheering",)),
    Example(
        "three friends posing for a selfie in front of the Eiffel tower",
        None,
        actions=("posing",),
        people=FRIENDS,
        participants=FRIENDS,
        sender=None,
    ),
    Example(
        "Me waving goodbye from the train window",
        "train",
        mood="sad",
        actions=("waving",),
        people=("alice",),
    ),
    Example("don't be sad, let's dance", actions=("dancing",)),
    Example(
        "You're sleeping on the couch again lol",
        "living room",
        mood="happy",
        actions=("sleeping",),
        people=("bob",),
    ),
    Example("let's exercise in the park before work", "park", actions=("exercising",)),
    Example("I'd rather be on the beach than at the office", "beach", people=("alice",)),
    Example(
        "working late at the office, then drinks at the bar",
        "office",
        actions=("working", "drinking"),
    ),
    Example("yoga on the beach at dawn", "beach", "dawn", actions=("exercising",)),
    Example(
        "Us exploring the ruins of an ancient temple in the jungle", "forest", actions=("walking",)
    ),
    Example(
        "watching fireworks from the rooftop on new year's eve", "city", "night", mood="excited"
    ),
    Example(
        "snowball fight in the backyard!",
        "garden",
        weather="snow",
        mood="happy",
        actions=("playing",),
    ),
    Example(
        "taking a road trip at sunset with the windows down", "car", "sunset", actions=("sitting",)
    ),
    Example("we argued in the car in the pouring rain", "car", None, "rain", "tense", ("talking",)),
    Example("lets have a pillow fight", "bedroom", mood="happy", actions=("playing",)),
    Example(
        "Wizards reading spell books in an old tower library",
        "library",
        actions=("reading",),
        sender=None,
    ),
    Example("I bought you flowers at the market", "shop"),
    Example("hold my hand and never let go", actions=("holding hands",), people=("alice",)),
    Example(
        "grilling burgers in the yard on a sunny Sunday",
        "garden",
        weather="clear",
        actions=("cooking",),
    ),
    Example("Picture us sharing a milkshake at an old diner", "restaurant", actions=("drinking",)),
    Example("so bored in class right now", "school"),
    Example(
        "we kissed under the mistletoe while it snowed",
        weather="snow",
        mood="romantic",
        actions=("kissing",),
    ),
    Example("I can't believe we won the championship!!!", mood="excited", actions=("cheering",)),
    Example(
        "let's run away together to the desert at dusk", "desert", "sunset", actions=("running",)
    ),
    Example("listening to the rain from my bed", "bedroom", weather="rain", people=("alice",)),
    Example(
        "A pirate captain drinking rum in a tavern at night",
        "bar",
        "night",
        actions=("drinking",),
        sender=None,
    ),
    Example(
        "two cats reading newspapers in a cozy cafe",
        "cafe",
        mood="calm",
        actions=("reading",),
        sender=None,
    ),
    Example("We should not be working today, let's swim instead", actions=("swimming",)),
    Example(
        "hugging you at the airport, tears everywhere",
        mood="sad",
        actions=("hugging",),
        people=("bob",),
    ),
    Example("what if we lived on Mars", "space"),
    Example("late night drive with the music on", "car", "night", actions=("sitting",)),
    Example("Alice and Bob cooking pasta together", "kitchen", actions=("cooking",), sender=None),
    Example(
        "bob and I building sandcastles", "beach", actions=("playing",), people=("alice", "bob")
    ),
    Example(
        "nervous before my job interview",
        "office",
        mood="tense",
        actions=("talking",),
        people=("alice",),
    ),
    Example(
        "walking my dog in the foggy park at dawn",
        "park",
        "dawn",
        "fog",
        actions=("walking",),
        people=("alice",),
    ),
    Example("wow this library is huge", "library"),
    Example("you, me, a bottle of wine and the stars", None, "night"),
    Example("stuck in the snow with no heating, help", weather="snow"),
    Example("can I park here?", people=("alice",)),
    Example("I train every day to win", people=("alice",)),
    Example("sitting in a crowded noisy little bar", "bar", actions=("sitting",)),
    Example("driving to the bar exam", "car", actions=("sitting",)),
)
