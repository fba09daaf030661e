"""When a scene is, its weather and its mood."""

from __future__ import annotations

from collections.abc import Mapping

from ..scene import Mood, Time, Weather

TIMES: Mapping[Time, str] = {
    "dawn": "dawn|sunrise|daybreak|break of day|first light|early morning|crack of dawn"
    "|sun comes up|sun rises|sun rising|rising sun|at daybreak|early in the morning|amanecer"
    "|alba|aube|sonnenaufgang|amanhecer|\N{SUNRISE}|\N{SUNRISE OVER MOUNTAINS}",
    "day": "day time|daytime|daylight|broad daylight|midday|noon|at noon|afternoon|morning"
    "|this morning|in the morning|mid morning|lunchtime|lunch time|lunch break|high noon"
    "|during the day|by day|brunch|late morning|nachmittag|tarde soleada|good morning",
    "sunset": "sunset|sunsets|sundown|dusk|twilight|golden hour|evening|this evening|evenings"
    "|sun sets|sun goes down|setting sun|sun setting|sun going down|sun is setting|nightfall"
    "|magic hour|atardecer|tramonto|coucher du soleil|sonnenuntergang|por do sol|puesta de sol"
    "|abend|\N{SUNSET OVER BUILDINGS}|\N{CITYSCAPE AT DUSK}",
    "night": "night|nights|nighttime|night time|tonight|midnight|at midnight|last night|moonlight"
    "|moonlit|full moon|under the stars|under the moon|starlight|starlit|starry|starry sky"
    "|starry night|night sky|late at night|all night|after dark|in the dark|new year s eve"
    "|new years eve|stargazing|stargaze|shooting star|shooting stars|northern lights|aurora"
    "|city at night|noche|nacht|nuit|notte|noite|\N{NIGHT WITH STARS}|\N{CRESCENT MOON}"
    "|\N{FULL MOON SYMBOL}|\N{MILKY WAY}|\N{LAST QUARTER MOON WITH FACE}",
}

TIME_HINTS: Mapping[Time, str] = {
    "dawn": "",
    "day": "lunch|sunbathing|sunbathe|picnic",
    "sunset": "",
    "night": "fireworks|nightclub|night club|clubbing|the stars|sleepover|slumber party|bonfire"
    "|campfire|movie night|game night|night drive|night train|\N{FIREWORKS}|bedtime|disco|rave",
}

WEATHERS: Mapping[Weather, str] = {
    "clear": "sunny|sunshine|clear sky|clear skies|blue sky|blue skies|sunlit|sunlight"
    "|bright sun|cloudless|in the sun|under the sun|beautiful weather|nice weather|good weather"
    "|perfect weather|lovely weather|warm sun|heatwave|heat wave|starry sky|starry night"
    "|\N{BLACK SUN WITH RAYS}|\N{SUN WITH FACE}|summer day|hot day|soleado|sonnig|sonne",
    "cloudy": "cloudy|overcast|clouds|gray sky|gray skies|gloomy weather|gloomy day|cloud cover"
    "|gray day|dark clouds|bewolkt|nublado|\N{CLOUD}|dull weather",
    "rain": "rain|raining|rains|rained|rainy|rainfall|drizzle|drizzling|drizzly|downpour|pouring"
    "|pouring rain|rain drops|raindrops|puddles|puddle|wet streets|lluvia|regen|pluie|pioggia"
    "|chuva|umbrella in the rain|\N{CLOUD WITH RAIN}|\N{UMBRELLA WITH RAIN DROPS}|soaking wet"
    "|\N{RAINBOW}|rainbow|april showers|shower of rain",
    "snow": "snow|snowing|snows|snowed|snowy|snowfall|snowflake|snowflakes|snowman|snowmen"
    "|snowball|snowballs|snowball fight|snow angel|snow angels|snow day|snow covered|sledding"
    "|sleigh ride|white christmas|winter wonderland|frosty|nieve|schnee|neige|neve|icy"
    "|first snow|fresh snow|\N{SNOWFLAKE}|\N{SNOWMAN}|\N{CLOUD WITH SNOW}|\N{SNOWMAN WITHOUT SNOW}",
    "fog": "fog|foggy|mist|misty|haze|hazy|nebel|niebla|brouillard|nebbia|\N{FOGGY}|morning mist",
    "storm": "storm|storms|stormy|thunderstorm|thunder|lightning|hurricane|tornado|tempest"
    "|blizzard|gale|typhoon|snowstorm|howling wind|strong wind|windy|tormenta|sturm|orage"
    "|tempesta|sandstorm|\N{THUNDER CLOUD AND RAIN}|\N{CLOUD WITH LIGHTNING}",
}  # fmt: skip

WEATHER_HINTS: Mapping[Weather, str] = {
    "clear": "sunbathing|sunbathe|tanning|stargazing|stargaze",
    "cloudy": "",
    "rain": "umbrella|umbrellas|\N{UMBRELLA}",
    "snow": "skiing|ski|snowboarding|ski slope|ski slopes|ski resort",
    "fog": "",
    "storm": "",
}

MOODS: Mapping[Mood, str] = {
    "happy": "snowball fight|pillow fight|food fight"
    "|happy|happier|happiest|happily|happiness|joy|joyful|joyfully|glad|cheerful"
    "|cheerfully|delighted|smiling|smile|smiles|smiled|laughing|laugh|laughs|laughed|laughter"
    "|giggling|giggle|fun|funny|lol|haha|hahaha|lmao|hilarious|playful|playfully|merry|content"
    "|pleased|grateful|wonderful|good times|great time|good time|blessed|yay|silly|goofy|joking"
    "|jokes|feliz|alegre|glucklich|heureux|contento|\N{GRINNING FACE}"
    "|\N{SMILING FACE WITH OPEN MOUTH}|\N{SMILING FACE WITH SMILING EYES}"
    "|\N{FACE WITH TEARS OF JOY}|\N{GRINNING FACE WITH SMILING EYES}"
    "|\N{ROLLING ON THE FLOOR LAUGHING}",
    "calm": "calm|calmly|peace|peaceful|peacefully|quiet|quietly|serene|serenely|serenity|relaxed"
    "|relaxing|relax|chill|chilling|chilled|cozy|tranquil|tranquility|gentle|gently|restful"
    "|lazy|mellow|soothing|meditating|meditation|unwind|unwinding|slow morning|zen|silence"
    "|silently|lounging|ruhig|tranquilo|calme|\N{RELIEVED FACE}|\N{PERSON IN LOTUS POSITION}",
    "romantic": "romantic|romantically|romance|in love|love you|loving|lovingly|lovers|lover"
    "|love story|date night|first date|valentine|valentines|valentines day|valentine s day"
    "|honeymoon|wedding|wedding day|anniversary|proposal|propose|proposes|proposed|proposing"
    "|marry me|kiss|kisses"
    "|kissing|kissed|cuddle|cuddling|cuddled|cuddles|snuggle|snuggling|intimate|passion"
    "|passionate|passionately|tender|tenderly|flirting|flirty|flirt|sweetheart|darling|my love"
    "|soulmate|soulmates|girlfriend|boyfriend|husband|wife|newlyweds|couple in love|crush"
    "|candlelit|candlelight|candlelit dinner|candlelight dinner|te amo|ich liebe dich|je t aime"
    "|romantisch|romantico|slow dance|slow dancing|holding hands|\N{HEAVY BLACK HEART}"
    "|\N{SMILING FACE WITH HEART-SHAPED EYES}|\N{TWO HEARTS}|\N{KISS MARK}"
    "|\N{FACE THROWING A KISS}|\N{SPARKLING HEART}|\N{ROSE}",
    "excited": "excited|exciting|excitedly|excitement|thrilled|thrilling|thrill|ecstatic|pumped"
    "|hyped|hype|stoked|cant wait|amazing|awesome|epic|incredible|wild|crazy night|party|parties"
    "|partying|celebrate|celebrates|celebrating|celebrated|celebration|victory|victorious"
    "|winning|triumph|triumphant|champions|championship|we won|woohoo|woo hoo|hooray|hurray|omg"
    "|fireworks|birthday|adventure|adventures|adventurous|energetic|lets go party|new years eve"
    "|new year s eve|adrenaline|screaming with joy|graduation|\N{PARTY POPPER}|\N{FIREWORKS}"
    "|\N{TROPHY}|\N{FIRE}|\N{BIRTHDAY CAKE}|\N{CONFETTI BALL}",
    "tense": "tense|tension|nervous|nervously|anxious|anxiously|scared|scary|afraid|fear|fearful"
    "|terrified|terrifying|frightened|creepy|spooky|haunted|horror|danger|dangerous|angry|anger"
    "|angrily|furious|mad at|argue|argues|arguing|argued|argument|quarrel|quarreling|fighting"
    "|fight|battle|battles|battling|stressed|stress|stressful|panic|worried|worry|suspense"
    "|suspenseful|chased by|escape|escaping|zombies|zombie apocalypse|monster|monsters"
    "|\N{FACE SCREAMING IN FEAR}|\N{ANGRY FACE}|\N{POUTING FACE}|\N{FEARFUL FACE}",
    "sad": "sad|sadly|sadness|cry|cries|crying|cried|tears|unhappy|not happy|lonely|loneliness"
    "|heartbroken|heartbreak|broken heart|depressed|miserable|grief|grieving|mourning|funeral"
    "|goodbye|farewell|missing you|miss you|missed you|miss home|homesick|melancholy|gloomy"
    "|down today|blue today|sorrow|sobbing|hurt|hurts|devastated|disappointed|triste|traurig"
    "|\N{CRYING FACE}|\N{LOUDLY CRYING FACE}|\N{BROKEN HEART}|\N{PENSIVE FACE}",
    "awkward": "awkward|awkwardly|embarrassed|embarrassing|embarrassment|shy|shyly|blushing|blush"
    "|clumsy|clumsily|cringe|uncomfortable|uneasy|tongue tied|weird silence|oops|flustered"
    "|bashful|sheepish|sheepishly|\N{FLUSHED FACE}|\N{SMILING FACE WITH OPEN MOUTH AND COLD SWEAT}"
    "|\N{GRIMACING FACE}",
}  # fmt: skip

WHEN: Mapping[Time, tuple[str, ...]] = {
    "dawn": ("at dawn", "at sunrise", "in the first light"),
    "day": ("in broad daylight", "in the daylight"),
    "sunset": ("at sunset", "in the golden light", "while the sun goes down"),
    "night": ("at night", "under the night sky", "late at night"),
}

SKY: Mapping[Weather, tuple[str, ...]] = {
    "clear": ("under a clear sky", "in perfect weather"),
    "cloudy": ("under soft clouds", "under a gray sky"),
    "rain": ("in the rain", "while the rain falls"),
    "snow": ("in the snow", "while the snow falls"),
    "fog": ("in the mist", "in the soft fog"),
    "storm": ("in the storm", "while the wind howls"),
}
