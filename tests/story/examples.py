"""Messages and the scenes they mean, as a person would say."""

from __future__ import annotations

from dataclasses import dataclass

from avatarforge.forge.story.reading import Message

BOTH = ("alice", "bob")


@dataclass(frozen=True)
class Example:
    """`people` None: not a chat but a scene of `participants`, all of whom are in it."""

    text: str
    setting: str | None = None
    time: str | None = None
    weather: str | None = None
    mood: str = "neutral"
    actions: tuple[str, ...] = ()
    people: tuple[str, ...] = BOTH
    history: tuple[Message, ...] = ()
    participants: tuple[str, ...] = BOTH
    sender: str | None = "alice"
    tagged: tuple[str, ...] = ()
    props: tuple[str, ...] | None = None  # None: not looked at


def says(sender: str, text: str, *tagged: str) -> Message:
    return Message(sender, text, tagged)


SUNSET_CHAT = (
    says("alice", "What do you think about the sunset?"),
    says("bob", "It's beautiful! Reminds me of our trip with @charlie", "charlie"),
    says("alice", "Let's imagine us walking on the beach during sunset"),
)
FRIENDS = ("alice", "bob", "charlie")

DOCUMENTED = (
    Example("Let's imagine us walking on the beach during sunset", "beach", "sunset",
            actions=("walking",), history=SUNSET_CHAT),
    Example("A confident woman posing elegantly in a luxurious bedroom", "bedroom",
            actions=("posing",), people=("alice",), participants=("alice",), sender=None),
    Example("Two friends celebrating a victory at a sports bar", "bar", mood="excited",
            actions=("cheering",), people=("bob", "charlie"), participants=("bob", "charlie"),
            sender=None),
    Example("Let's meet at the coffee shop", "cafe", people=("user123", "user456"),
            participants=("user123", "user456"), sender="user123",
            history=(says("user123", "Hey, what are you up to?"),)),
    Example("A serene mountain landscape at dawn", "mountains", "dawn", mood="calm", people=(),
            participants=("user123",), sender=None),
    Example("Let's go to the beach!", "beach"),
)  # fmt: skip

PLACES = (
    Example("us hiking through the woods on a foggy morning", "forest", "day", "fog",
            actions=("walking",)),
    Example("We should grab a coffee tomorrow", "cafe", actions=("drinking",)),
    Example("dancing with you downtown at midnight", "city", "night", actions=("dancing",),
            people=BOTH),
    Example("We're baking cookies in the kitchen", "kitchen", actions=("cooking",)),
    Example("cuddling on the couch watching a movie", "living room", mood="romantic",
            actions=("hugging", "sitting")),
    Example("I'm stuck at work finishing this report", "office", actions=("working",),
            people=("alice",)),
    Example("we are floating in zero gravity on a space station", "space",
            actions=("swimming",)),
    Example("You and me riding the train to Paris at dawn", "train", "dawn",
            actions=("sitting",)),
    Example("our picnic in central park on a sunny afternoon", "park", "day", "clear",
            actions=("sitting",)),
    Example("Imagine us as king and queen in a medieval castle", "castle"),
    Example("We met at the castle garden", "garden"),
    Example("we're scuba diving at a coral reef", "underwater", actions=("swimming",)),
    Example("let's hit the gym and lift weights", "gym", actions=("exercising",)),
    Example("Our road trip through the desert, singing along to the radio", "desert",
            actions=("sitting", "singing")),
    Example("reading a book together at the library", "library", actions=("reading",),
            props=("book",)),
    Example("front row at the concert, screaming with joy!", "concert", mood="excited",
            actions=("cheering",)),
    Example("our candlelit dinner at a fancy restaurant", "restaurant", mood="romantic",
            actions=("eating",)),
    Example("we could go shopping at the mall", "shop", actions=("walking",)),
    Example("At a cafe in the city, talking for hours", "cafe", actions=("talking",)),
    Example("We left the office and went to the beach", "beach"),
    Example("taking a selfie in the photo studio", "studio", actions=("posing",)),
    Example("Nos vemos en la playa esta noche", "beach", "night"),
    Example("\U0001f3d6\ufe0f\U0001f305", "beach", "dawn"),
    Example("we watched the sunset from the beach", "beach", "sunset", actions=("sitting",)),
    Example("us at the top of a pyramid made of cheese"),
    Example("Meet me by the old lighthouse keeper's cabin", people=("alice",)),
)  # fmt: skip

CONDITIONS = (
    Example("dancing in the rain with you", weather="rain", actions=("dancing",)),
    Example("us building a snowman", weather="snow", actions=("playing",)),
    Example("We got caught in a thunderstorm last night", time="night", weather="storm"),
    Example("let's stargaze under a clear sky", time="night", weather="clear",
            actions=("sitting",)),
    Example("Overcast skies while we jog along the shore", "beach", weather="cloudy",
            actions=("running",)),
    Example("we kissed at sunrise in the mountains", "mountains", "dawn", mood="romantic",
            actions=("kissing",)),
    Example("dance until sunrise at the club all night", "bar", "night", actions=("dancing",)),
    Example("us laughing so hard at the pub", "bar", mood="happy"),
    Example("I was crying alone in my bedroom", "bedroom", mood="sad", actions=(),
            people=("alice",)),
    Example("that awkward first date at the diner", "restaurant", mood="awkward",
            actions=("talking",)),
    Example("we're so nervous before the exam at school", "school", mood="tense"),
    Example("a lazy quiet evening by the fireplace", "living room", "sunset", mood="calm"),
    Example("We won!!! Party at the stadium \U0001f389", "stadium", mood="excited",
            actions=("cheering",)),
)  # fmt: skip

DENIED = (
    Example("we are not at the beach, we're at the park", "park"),
    Example("Not the office, let's go to the garden", "garden"),
    Example("It's not raining at the beach", "beach"),
    Example("I don't want to walk in the park", people=("alice",)),
    Example("no rain, just sunshine and us", weather="clear"),
    Example("can't wait to dance on the beach", "beach", mood="excited", actions=("dancing",)),
    Example("instead of the gym let's sleep in a hammock in the backyard", "garden",
            actions=("sleeping",)),
    Example("we're never going back to that bar"),
    Example("We aren't sad anymore"),
    Example("why not dance in the kitchen", "kitchen", actions=("dancing",)),
    Example("I need space for my new shoes", people=("alice",)),
    Example("rain check on dinner?", actions=("eating",)),
    Example("We run out of milk, book a table for us"),
    Example("I saw you at the club", "bar"),
)  # fmt: skip

CONTEXT = (
    Example("let's do that!", "beach", actions=("swimming",),
            history=(says("bob", "We could go swimming at the beach"),)),
    Example("meet you there at midnight", "park", "night",
            history=(says("bob", "I'm at the park"),)),
    Example("same place, but at sunset", "cafe", "sunset",
            history=(says("bob", "Remember our coffee at the cafe?"), says("alice", "of course"))),
    Example("we look so happy", "mountains", weather="snow", mood="happy",
            history=(says("bob", "That trip to the snowy mountains was great"),)),
    Example("Let's cook pasta in the kitchen", "kitchen", actions=("cooking",),
            history=(says("bob", "The beach at sunset was so beautiful"),)),
    Example("not there", history=(says("bob", "Shall we go to the gym?"),)),
    Example("yes!", "concert", "night", mood="neutral", actions=("dancing",),
            history=(says("bob", "dancing at the concert tonight"),)),
    Example("so hungry", people=BOTH, history=(
        says("bob", "we could go to the library"), *[says("bob", "hm")] * 5)),
    Example("let's do that", "library", actions=(), history=(
        says("bob", "we could go to the library"), *[says("bob", "hm")] * 5)),
    Example("let's do that", None, history=(
        says("bob", "we could go to the library"), *[says("bob", "hm")] * 10)),
)  # fmt: skip

PEOPLE = (
    Example("I'm reading in the library", "library", actions=("reading",), people=("alice",)),
    Example("you look great in that cafe", "cafe", people=("bob",)),
    Example("do you want to go to the park?", "park"),
    Example("I want you to dance with me", actions=("dancing",)),
    Example("let's go hiking with @charlie", "forest", actions=("walking",),
            people=("alice", "bob", "charlie"), participants=FRIENDS, tagged=("charlie",)),
    Example("me and @charlie at the gym", "gym", people=("alice", "charlie"),
            participants=FRIENDS),
    Example("we should invite Charlie to the concert", "concert",
            people=("alice", "bob", "charlie"), participants=FRIENDS),
    Example("let's go to the beach without Charlie", "beach", participants=FRIENDS),
    Example("all of us at the stadium!", "stadium", people=("alice", "bob", "charlie"),
            history=(says("bob", "Just talked to @charlie", "charlie"),)),
    Example("I'm cooking for you", "kitchen", actions=("cooking",), people=("bob", "alice"),
            sender="bob"),
    Example("bob and charlie playing chess in the park", "park", actions=("playing",),
            people=("bob", "charlie"), participants=FRIENDS, sender=None),
    Example("everyone dancing at the beach", "beach", actions=("dancing",), people=FRIENDS,
            participants=FRIENDS, sender=None),
    Example("just me at the gym", "gym", people=("alice",), participants=FRIENDS, sender=None),
    Example("an empty street at night, no people", "city", "night", people=(), sender=None),
    Example("playing guitar on stage", "concert", actions=("playing",), props=("guitar",)),
    Example("holding hands by the sea", "beach", mood="romantic", actions=("holding hands",)),
)  # fmt: skip

EXAMPLES = (*DOCUMENTED, *PLACES, *CONDITIONS, *DENIED, *CONTEXT, *PEOPLE)
