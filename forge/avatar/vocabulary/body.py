"""A person's body and face: gender, age, build, skin, eyes, beard, marks, expression."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from ..features import (
    Age,
    Build,
    Expression,
    EyeShape,
    FaceShape,
    Gender,
    Height,
    SkinTone,
    Undertone,
)
from .tables import word_set

GENDERS: Mapping[Gender, str] = {
    "female": "woman|girl|lady|women|girls|ladies|1girl|1woman|feminine|mother|sister|mom|mum"
    "|daughter|aunt|heroine|gal|madam|female character|wife|girlfriend"
    "|hostess|mrs|ms|girly|maiden|damsel|mommy|dame|lass|barbie|barbie doll"
    "|she her|granddaughter|niece"
    "|stepmother|stepsister|fiancee",
    "male": "man|boy|guy|gentleman|men|boys|lad|dude|1boy|1man|masculine|father|brother|dad|son"
    "|uncle|mr|bloke|fella|male character|husband|boyfriend|fellow|chap"
    "|bro|daddy|gent|he him|manly|grandson|nephew|stepfather|stepbrother|fiance",
    "non-binary": "nonbinary|enby|androgynous|genderless|agender|non binary person|gender neutral"
    "|genderfluid|androgyne|genderqueer|they them|gender fluid",
}

GENDER_HINTS: Mapping[Gender, str] = {
    # weaker than a noun: "a knight with her sword"
    "female": "she|her|hers|herself",
    "male": "he|his|him|himself",
    "non-binary": "",
}

AGES: Mapping[Age, str] = {
    "child": "kid|toddler|little girl|little boy|young girl|young boy|schoolboy|small child"
    "|children"
    "|infant|baby|preteen|small boy|small girl|kids|little kid|young child|preschooler|childlike",
    "teen": "teenager|teenage|adolescent|teenaged|youth|high schooler|teenage girl|teenage boy"
    "|teen girl|teen boy|schoolgirl|high school student|high school girl|high school boy|youthful"
    " teen|tween|teens|juvenile",
    "young adult": "adult|young|young woman|young man|young lady|youthful|twenty something"
    "|thirty something|twentysomething|college age|grown up|young person|grown|young guy"
    "|young gentleman|millennial|grown woman|grown man",
    "middle-aged": "middle age|mature|forty something|fifty something|midlife|fortysomething"
    "|mid aged|fiftysomething",
    "senior": "old|elderly|aged|ancient|grandma|grandpa|grandmother|grandfather|old man|old woman"
    "|old lady|elder|granny|grandad|granddad|pensioner|older|wise old|geriatric|old guy|retired"
    "|nana|old person|crone|elders|oap|sexagenarian|venerable",
}

GENDERED_AGES: Mapping[str, Gender] = {
    "grandma": "female",
    "grandmother": "female",
    "granny": "female",
    "nana": "female",
    "old lady": "female",
    "old woman": "female",
    "crone": "female",
    "young woman": "female",
    "young lady": "female",
    "grown woman": "female",
    "little girl": "female",
    "young girl": "female",
    "small girl": "female",
    "schoolgirl": "female",
    "teenage girl": "female",
    "teen girl": "female",
    "high school girl": "female",
    "grandpa": "male",
    "grandfather": "male",
    "grandad": "male",
    "granddad": "male",
    "old man": "male",
    "old guy": "male",
    "young man": "male",
    "young guy": "male",
    "young gentleman": "male",
    "grown man": "male",
    "little boy": "male",
    "young boy": "male",
    "small boy": "male",
    "schoolboy": "male",
    "teenage boy": "male",
    "teen boy": "male",
    "high school boy": "male",
}
"""Words for an age that also name a gender."""

AGE_HINTS: Mapping[str, Age] = {"boy": "teen", "girl": "teen", "lad": "teen", "lass": "teen"}
"""A gender's words that hint at an age, in the absence of a better one."""

AGE_NOUNS = word_set(
    "adolescent|adult|baby|child|children|elder|elders|grown up|high school student|high schooler"
    "|infant|kid|kids|little kid|millennial|old person|pensioner|preschooler|preteen|small child"
    "|teen|teenager|teens|toddler|tween|young adult|young child|young person|youth"
)
"""Words for an age that stand for the person."""

SMALL = frozenset({"little", "small", "young"})
"""A boy or girl of whom this is said is a child, whatever stands between the two."""

OBJECT_AGES = frozenset({"old", "young", "ancient", "aged", "older"})
"""Of a coat or a sword they say nothing about the person."""

BUILDS: Mapping[Build, str] = {
    "slim": "slender|thin|skinny|lean|petite|lanky|lithe|svelte|gaunt|delicate|slight|willowy"
    "|scrawny|bony|slim build|slender build|waifish|wiry",
    "average": "average build|medium build|normal build|average body|ordinary build",
    "athletic": "muscular|fit|buff|strong|toned|ripped|burly|brawny|muscled|beefy|strapping"
    "|bodybuilder|athletic build|well built|broad shouldered|jacked|stocky|sturdy|sporty build"
    "|muscles|muscly|hunky|abs|six pack|powerful build|broad shoulders|muscular build",
    "heavy": "chubby|plump|fat|overweight|curvy|plus size|heavyset|heavy set|stout|rotund|big boned"
    "|portly|obese|thick build|round belly|plus sized|large build|voluptuous|big belly|pot belly"
    "|potbelly|heavy build|tubby|full figured|curvaceous",
}

HEIGHTS: Mapping[Height, str] = {
    "short": "tiny person|shorty|short stature|small stature|diminutive|short height",
    "average": "average height|medium height",
    "tall": "towering|very tall|giant person|tall stature|imposing height|long legged|statuesque",
}

FACE_SHAPES: Mapping[FaceShape, str] = {
    "oval": "oval face|egg shaped|long face|oblong|oval faced|oblong face|thin face|narrow face",
    "round": "round face|chubby cheeks|round faced|baby face|full face cheeks|baby faced"
    "|chubby face"
    "|round cheeks",
    "square": "square face|square jaw|strong jaw|chiseled jaw|square jawed|chiselled|chiseled"
    "|strong jawline|sharp jawline|chiselled jaw|angular face|strong chin|jawline|angular",
    "heart": "heart shaped face|heart face|pointed chin|heart shaped|pointy chin|v shaped face",
    "diamond": "diamond face|diamond shaped|diamond shaped face|high cheekbones|sharp cheekbones"
    "|cheekbones|sharp features|angular features|sharp face",
}

SKIN_TONES: Mapping[SkinTone, str] = {
    "fair": "porcelain|very pale|alabaster|milky|pallid|ghostly pale|palest|very light|pale white"
    "|ivory|fair complexion|fair skinned|pale skinned|pale complexion|porcelain skinned"
    "|white skinned",
    "light": "light skinned|peachy skinned|creamy|rosy skinned|light complexion|lightskinned",
    "medium": "medium skinned|beige skinned|natural|medium complexion|warm beige|natural skin tone",
    "olive": "olive skinned|mediterranean|olive complexion|olive toned",
    "tan": "tanned|sun tanned|sunkissed skin|bronzed|tan skinned|suntanned|golden skinned|swarthy"
    "|sun kissed skin|golden brown|light brown|caramel|honey|bronze|copper|deeply tanned"
    "|bronze skinned|tanned skinned|caramel skinned|tan complexion|golden skin|honey skinned"
    "|light brown skinned",
    "brown": "brown skinned|dark brown|mocha|chestnut|cinnamon|chocolate|medium brown"
    "|milk chocolate"
    "|mocha skinned|chocolate skinned|brown complexion",
    "dark": "dark skinned|ebony|very dark|black skinned|deep brown|deep|darkskinned|deep dark"
    "|ebony skinned|dark complexion|rich dark|melanated|melanin|black",
}

SKIN_TONE_COLOURS: Mapping[str, SkinTone] = {
    # names of colours that say a natural tone when said of skin or of a person
    "white": "light",
    "black": "dark",
    "ebony": "dark",
    "dark": "dark",
    "deep": "dark",
    "dark brown": "dark",
    "chocolate": "brown",
    "coffee": "brown",
    "mocha": "brown",
    "brown": "brown",
    "chestnut": "brown",
    "cinnamon": "brown",
    "light brown": "tan",
    "caramel": "tan",
    "tan": "tan",
    "bronze": "tan",
    "copper": "tan",
    "honey": "tan",
    "gold": "tan",
    "olive": "olive",
    "beige": "medium",
    "sand": "medium",
    "cream": "light",
    "peach": "light",
    "light": "light",
    "ivory": "fair",
    "pale": "fair",
    "pearl": "fair",
    "bright": "light",
}

UNDERTONES: Mapping[Undertone, str] = {
    "warm": "warm undertone|warm undertones|warm toned|golden undertone|warm toned skin",
    "cool": "cool undertone|cool undertones|cool toned|pink undertone|cold undertone",
    "neutral": "neutral undertone|neutral undertones",
}

EYE_SHAPES: Mapping[EyeShape, str] = {
    "almond": "almond shaped|almond eyes|almond eyed|cat like eyes|slanted|feline|upturned|foxy"
    "|cat eyes|fox eyes|narrow|piercing narrow",
    "round": "round eyes|wide eyed|doe eyed|doe eyes|big round|large round|puppy eyes|wide eyes"
    "|anime eyes|doe",
    "hooded": "hooded eyes|heavy lidded|deep set|droopy|downturned|bedroom eyes|hooded eyed"
    "|deep set eyes",
    "monolid": "monolid eyes|single eyelid|mono lid|single lid|monolids",
}

EXPRESSIONS: Mapping[Expression, str] = {
    "neutral": "calm|serious|stoic|relaxed|blank|expressionless|poker face|serene|peaceful"
    "|deadpan|composed|neutral expression|solemn|cold|cool headed|emotionless|stern neutral|aloof"
    "|blank stare|bored|unimpressed|thoughtful|pensive|contemplative|tranquil|wise|dignified",
    "happy": "smiling|smile|smiles|joyful|cheerful|laughing|grinning|grin|cheery|friendly|laugh"
    "|joyous|delighted|jolly|beaming|kind|merry|gentle smile|warm smile|big smile|excited|glad"
    "|playful|kindly|grins|toothy grin|good natured|upbeat|lovely smile|soft smile|bright smile"
    "|welcoming|happily|bubbly|giggling|content|ecstatic|smiling face|happiness|sweet smile|gleeful"
    "|joy|wide smile|amused|loving",
    "sad": "crying|tearful|melancholy|melancholic|gloomy|sorrowful|tears|depressed|unhappy|weeping"
    "|frowning|frown|mournful|teary|sobbing|lonely|upset|downcast|heartbroken|somber|sombre|moody"
    "|brooding|wistful|teary eyed|disappointed|grieving|sadness",
    "angry": "furious|mad|enraged|scowling|scowl|snarling|rage|raging|glaring|irate|annoyed|grumpy"
    "|shouting|screaming|aggressive|menacing|yelling|threatening|evil|roaring|wrathful|angrily"
    "|ferocious|pissed|hostile|vicious|crazed|anger|grumpy face|intimidating|pouting|savage",
    "surprised": "shocked|amazed|astonished|startled|stunned|wide eyed surprise|awe|gasping|scared"
    "|frightened|terrified|afraid|open mouth|open mouthed|fearful|awestruck|in awe|horrified"
    "|nervous|worried|confused|curious|anxious|embarrassed|shy surprise|worry|fear|panicked",
    "determined": "fierce|confident|heroic|resolute|intense|focused|focussed|brave|courageous|stern"
    "|steely|grim|gritty|proud|stubborn|battle ready|concentrated|concentrating|intense gaze"
    "|piercing gaze|bold|determination|confidence|defiant|fearless|stern look|fierce look|noble"
    "|serious look|intense stare|courage|valiant",
    "smirk": "smirking|sly|mischievous|cheeky|cocky|smug|wry|crooked smile|sly smile|mischief"
    "|devious|sarcastic|sneaky|sly grin|half smile|flirty|confident smile|evil grin"
    "|roguish|impish|seductive|cunning|mischievous grin|mischievous smile|smug look|playful smirk"
    "|sassy|arrogant|wicked smile|wicked grin|sinister smile|evil smile|lopsided grin|coy",
    "sleepy": "tired|drowsy|yawning|sleeping|exhausted|half asleep|eyes closed|closed eyes|dreamy"
    "|weary|half closed|half lidded|lazy|asleep|dozing|bleary|groggy|yawn|fatigued",
}

FACIAL_HAIR: Mapping[str, str] = {
    "none": "clean shaven|cleanshaven|clean shave|smooth shaven|freshly shaven|beardless"
    "|clean shaved|no facial hair|smooth face|shaven",
    "stubble": "stubbly|five o clock shadow|5 o clock shadow|unshaven|designer stubble|scruff"
    "|stubbled|three day beard|light stubble|light beard|light facial hair|heavy stubble",
    "moustache": "handlebar moustache|tache|pencil moustache|walrus moustache|moustached|stache"
    "|moustachioed|thick moustache|curled moustache|whiskers|handlebar|bushy moustache",
    "goatee": "goatee beard|van dyke|chin beard|soul patch|chin strap|circle beard|anchor beard"
    "|vandyke|chinstrap|pointed beard|chin tuft|french beard",
    "sideburns": "mutton chops|muttonchops|side burns|side whiskers|lamb chops",
    "short beard": "trimmed beard|boxed beard|neat beard|well groomed beard|neatly trimmed beard"
    "|small beard|scruffy beard|groomed beard|cropped beard|well trimmed beard",
    "full beard": "beard|bearded|bushy beard|thick beard|big beard|heavy beard|facial hair"
    "|lumberjack beard|full bushy beard|full facial hair|large beard|beards",
    "long beard": "wizard beard|flowing beard|waist length beard|very long beard|santa beard"
    "|dumbledore beard|gandalf beard|massive beard",
    "braided beard": "plaited beard|dwarf beard|viking beard|beard braids|forked beard"
    "|braids in beard|braided viking beard|dwarven beard|beaded beard",
}

MARKS: Mapping[str, str] = {
    "wink": "winking|winks|winked|one eye closed",
    "dental braces": "braces|teeth braces|braces on teeth",
    "freckles": "freckled|freckle|freckly|freckle faced",
    "scar": "scarred|facial scar|battle scar|scars|battle scarred|scar on cheek|scar across face"
    "|scar over eye|scar across eye|eye scar|battle scars|scarred face|scar over his eye|scar"
    " across his face|scar over her eye|scar across her face|scar over one eye|scar on his cheek"
    "|scar on her cheek|scar on face|burn scar|scar on his face|scar on her face",
    "wrinkles": "wrinkled|wrinkly|wrinkle|crows feet|laugh lines|crow s feet|weathered face"
    "|lined face",
    "face tattoo": "facial tattoo|tattooed face|face markings|facial markings"
    "|tribal markings|facial tattoos|face tattoos|face marks|whisker marks|runes on face|markings"
    "|glowing markings|glowing runes",
    "tattoos": "tattoo|tattooed|sleeve tattoo|arm tattoo|inked|neck tattoo|tattoo sleeve"
    "|full sleeve"
    "|arm tattoos|sleeve tattoos|neck tattoos|body tattoos|dragon tattoo",
    "beauty mark": "mole|beauty spot|mole under eye|birthmark|beauty marks|mole on cheek|moles",
    "blush": "blushing|rosy cheeks|flushed|red cheeks|pink cheeks|flushed cheeks|blushing cheeks",
    "dimples": "dimple|dimpled",
    "war paint": "warpaint|face paint|tribal paint|painted face|face painting|war painted"
    "|body paint"
    "|clown makeup|corpse paint|clown paint|skull makeup|sugar skull makeup|sugar skull|facepaint",
    "lipstick": "lip gloss|red lips|painted lips|lip colour|glossy lips|pink lips|black lips"
    "|black lipstick|red lipstick|lips|full lips|lip tint|dark lipstick|purple lipstick",
    "eyeliner": "eye liner|smoky eyes|smokey eyes|winged eyeliner|mascara|kohl|eye makeup|eyelashes"
    "|long eyelashes|cat eye makeup|smoky eye|long lashes|lashes|false lashes|cat eyeliner"
    "|kohl eyes",
    "eyeshadow": "eye shadow|makeup|make up|heavy makeup|glam makeup|goth makeup|gothic makeup"
    "|natural makeup|bold makeup|dark makeup|glitter makeup|light makeup|glitter|dramatic makeup",
    "bandage": "bandages|plaster|band aid|bandaid|bandaged|plaster on nose|bandage on nose|plaster"
    " on cheek|nose bandage|band aid on nose",
    "dark circles": "bags under eyes|eye bags|dark circles under eyes|bags under his eyes"
    "|bags under"
    " her eyes|sunken eyes",
    "vitiligo": "vitiligo patches",
    "acne": "pimples|pimple|spots on face",
    "thick eyebrows": "bushy eyebrows|thick brows|bushy brows|eyebrows|heavy brows|strong brows",
    "stitches": "stitched|stitched face|sutures|stitch marks|frankenstein stitches",
    "scales": "scaly skin|scales on cheeks|reptile skin|scales on face|fish scales|dragon scales on"
    " cheeks",
    "gem on forehead": "forehead gem|third eye|jewel on forehead",
}

LIP_COLOURS: Mapping[str, str] = {
    "red lips": "red",
    "red lipstick": "red",
    "black lipstick": "black",
    "black lips": "black",
    "pink lips": "pink",
    "dark lipstick": "burgundy",
    "purple lipstick": "purple",
}

ADULT_MARKS = frozenset({"wrinkles"})

AGE_ORDER: tuple[Age, ...] = get_args(Age)


def age_of(years: int) -> Age:
    """The age band of a number of years, in the bands of the documented `age_range`."""
    if years <= 12:
        return "child"
    if years <= 19:
        return "teen"
    if years <= 35:
        return "young adult"
    if years <= 59:
        return "middle-aged"
    return "senior"


NUMBER_WORDS: Mapping[str, int] = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}

DECADES: Mapping[str, int] = {
    "teens": 15,
    "twenties": 25,
    "thirties": 33,
    "forties": 45,
    "fifties": 55,
    "sixties": 65,
    "seventies": 75,
    "eighties": 85,
    "nineties": 95,
    "20s": 25,
    "30s": 33,
    "40s": 45,
    "50s": 55,
    "60s": 65,
    "70s": 75,
    "80s": 85,
    "90s": 95,
}
