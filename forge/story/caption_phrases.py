"""What captions are made of: an opening with slots, then a closing.

Slots: {doing} ("dancing together"), {here} ("on the beach at sunset"; may be empty),
{feeling} ("joy"), {who} ("Bob and Charlie"). Nothing depends on how many {who} are.
"""

from __future__ import annotations

from collections.abc import Mapping

from .scene import Mood

US_DOING = (
    "Just us {doing} {here}",
    "You and me {doing} {here}",
    "We are {doing} {here}",
    "We keep {doing} {here}",
    "We could go on {doing} {here}",
    "We never get tired of {doing} {here}",
    "I love {doing} {here} with you",
    "I could spend forever {doing} {here} with you",
    "Nothing beats {doing} {here} with you",
    "Our favorite thing is {doing} {here}",
    "We found our rhythm {doing} {here}",
    "This is us {doing} {here}",
    "Here we are {doing} {here}",
    "We lost track of time {doing} {here}",
)
US_PLAIN = (
    "Just us {here}",
    "You and me {here}",
    "Here we are {here}",
    "Our own little world {here}",
    "This is our moment {here}",
    "We belong together {here}",
    "There is only us {here}",
    "Our kind of magic {here}",
    "You make everything better {here}",
    "I would choose you again {here}",
    "We own this moment {here}",
    "Our story goes on {here}",
    "I never want to leave your side {here}",
    "We needed this time {here}",
    "You turn every moment into a memory {here}",
    "We have all we need {here}",
)
US_ANY = (
    ", and this moment is ours",
    ", and I would not want to be anywhere else",
    ", and it feels like home to us",
    ", and we keep it in our hearts",
    ", and you are the best part",
    ", and our story goes on",
    ", and we will remember it for years",
    ", and we make it count",
    ", exactly where we want to be",
    ", and nobody can take this from us",
)
US: Mapping[Mood, tuple[str, ...]] = {
    "happy": (
        ", and our smiles say it all",
        ", and we laugh until it hurts",
        ", and our hearts feel so light",
        " with all our laughter around us",
        ", and you make me smile every time",
        ", because being happy with you is easy",
        ", and we would not change a thing",
        ", and our joy fills the air",
    ),
    "calm": (
        ", and our hearts are finally at peace",
        ", and we let the world slow down",
        ", and the quiet feels like ours",
        ", and we have nowhere else to be",
        ", and we breathe a little deeper",
        ", with nothing but peace between us",
        ", and your calm becomes my calm",
    ),
    "romantic": (
        ", and my heart is yours",
        ", and our hearts beat as one",
        ", and I fall for you again",
        ", and you still take my breath away",
        ", and love is all we need",
        ", and forever starts with you and me",
        ", and I only see you",
    ),
    "excited": (
        ", and our hearts are racing",
        ", and we are only getting started",
        ", and we will remember this forever",
        ", and nothing can stop us now",
        ", and our energy is through the roof",
        ", and we feel so alive",
        ", and we could light up the world",
    ),
    "tense": (
        ", and our hearts will not slow down",
        ", and we hold our breath",
        ", but we face it side by side",
        ", and I am glad you are with me",
        ", and we get through this together",
        ", but I feel safer with you near",
        ", and every second keeps us guessing",
    ),
    "sad": (
        ", and we carry each other through",
        ", and your shoulder is all I need",
        ", even when our hearts feel heavy",
        ", and we let the tears come",
        ", and I will always stay with you",
        ", and we hold on to what matters",
        ", and I am here for you",
    ),
    "awkward": (
        ", and we laugh at ourselves",
        ", and neither of us knows what to say",
        ", and our cheeks turn a little red",
        ", and we make the best of it",
        ", and somehow it is still us",
        ", and our silence says everything",
        ", and you blush as much as me",
    ),
    "neutral": (),
}

FEELINGS: Mapping[Mood, tuple[str, ...]] = {
    "happy": ("joy", "happiness", "delight", "gladness", "lightness", "cheer", "bliss"),
    "calm": ("peace", "calm", "serenity", "stillness", "ease", "tranquility", "comfort"),
    "romantic": ("love", "tenderness", "affection", "devotion", "warmth", "longing", "romance"),
    "excited": ("excitement", "energy", "euphoria", "adrenaline", "wonder", "exhilaration"),
    "tense": ("tension", "suspense", "courage", "fear", "restlessness", "determination"),
    "sad": ("sadness", "sorrow", "heartache", "melancholy", "longing", "tenderness"),
    "awkward": ("shyness", "embarrassment", "nervousness", "bashfulness", "awkwardness"),
    "neutral": ("contentment", "curiosity", "hope", "gratitude", "wonder", "warmth", "belonging"),
}
FLAVOURS: Mapping[str, str] = {
    # what a message may say of a feeling beyond its mood
    "confident": "confidence", "confidence": "confidence", "proud": "pride", "pride": "pride",
    "victory": "triumph", "win": "triumph", "won": "triumph", "champions": "triumph",
    "elegant": "grace", "elegantly": "grace", "graceful": "grace", "brave": "courage",
    "hope": "hope", "hopeful": "hope", "free": "freedom", "freedom": "freedom",
    "strong": "strength", "powerful": "strength", "nostalgic": "nostalgia",
    "remember": "nostalgia", "magic": "wonder", "magical": "wonder", "adventure": "wonder",
    "mysterious": "mystery", "friends": "friendship", "friendship": "friendship",
    "family": "belonging", "grateful": "gratitude", "curious": "curiosity", "dream": "wonder",
    "beautiful": "wonder", "miss": "longing",
}  # fmt: skip
MOOD_OPENINGS = (
    "Pure {feeling} {here}",
    "Nothing but {feeling} {here}",
    "This is what {feeling} feels like {here}",
    "A heart full of {feeling} {here}",
    "{feeling} in every breath {here}",
    "So much {feeling} {here}",
    "There is so much {feeling} {here}",
    "Wrapped in {feeling} {here}",
    "{feeling} fills the air {here}",
    "{feeling} needs no words {here}",
    "All this {feeling} {here}",
    "Let {feeling} lead the way {here}",
    "Some moments are made of {feeling} {here}",
    "{feeling} finds its own way {here}",
)
BRIGHT = (
    ", the kind that stays with the heart",
    ", and the heart knows it",
    ", and the world can wait",
    ", and nothing else matters right now",
    ", and every second is worth it",
    ", a feeling to hold on to",
    ", and it shows in every little thing",
    ", the kind that words cannot hold",
    ", and the soul feels lighter",
    ", bright enough to remember forever",
    ", soft and real and worth keeping",
    ", warm enough to last for years",
)
DARK = (
    ", and the heart feels every second",
    ", and it does not let go",
    ", heavy but honest and real",
    ", and every breath tells the story",
    ", the kind that asks for patience",
    ", and still there is a little light",
    ", deeper than words can say",
    ", and it will pass in time",
    ", and the silence says the rest",
    ", and nothing about it is simple",
)
DARK_MOODS: frozenset[Mood] = frozenset({"tense", "sad", "awkward"})

NAMES_DOING = (
    "{who} {doing} {here}",
    "{who} lost track of time {doing} {here}",
    "{who} found {feeling} {doing} {here}",
    "A moment to remember with {who} {doing} {here}",
    "There is nothing like {who} {doing} {here}",
    "{who} made a memory {doing} {here}",
    "Nobody does it like {who} {doing} {here}",
)
NAMES_PLAIN = (
    "{who} shared a moment {here}",
    "{who} made this moment shine {here}",
    "A moment to remember with {who} {here}",
    "{who} brought the {feeling} {here}",
    "All the {feeling} of {who} {here}",
    "There is nobody quite like {who} {here}",
    "This one is all about {who} {here}",
    "{who} and a whole lot of {feeling} {here}",
    "It all comes together for {who} {here}",
)
NAMES_BRIGHT = (
    ", and the mood says it all",
    ", and every second was worth it",
    ", a memory for the whole crew",
    ", with smiles all around",
    ", full of {feeling} and good company",
    ", and the story is just beginning",
    ", and nobody wanted it to end",
    ", with hearts wide open",
    ", and it could not be better",
)
NAMES_DARK = (
    ", and the mood says it all",
    ", through thick and thin",
    ", with hearts on the line",
    ", and nobody looked away",
    ", holding on to a little hope",
    ", and the story is not over",
    ", with {feeling} in the air",
    ", and nothing about it was easy",
)
COMPANY = ("one bright soul", "two friends", "three friends", "four friends", "five friends",
           "six friends")  # fmt: skip
"""Whom a caption speaks of where nobody's handle can be written as a name."""

LAST_RESORT = (
    "All of this is what we feel and it is right here with us",
    "This is how we feel and all of it is here with us now",
    "We feel all of this and it is so good to have it here",
)
"""Everyday words alone, which are nobody's name; for handles that are in every other sentence."""

EMOJI: Mapping[Mood, str] = {
    "happy": "\U0001f60a\U0001f604\U0001f31f\U0001f389",
    "calm": "\U0001f33f\U0001f54a\U0001f343\U0001f319",
    "romantic": "\U0001f495\U0001f49e\U0001f339\U0001f496",
    "excited": "\U0001f389\U0001f525\U0001f929\U0001f386",
    "tense": "\U0001f62c\U0001f630\U0001f440\U0001f4a5",
    "sad": "\U0001f494\U0001f622\U0001f327\U0001f90d",
    "awkward": "\U0001f605\U0001f633\U0001f648\U0001f62c",
    "neutral": "\u2728\U0001f4ab\U0001f4ad\U0001f31f",
}
TIME_EMOJI = {"dawn": "\U0001f305", "day": "\U0001f31e", "sunset": "\U0001f307",
              "night": "\U0001f319"}  # fmt: skip
