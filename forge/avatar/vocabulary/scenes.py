"""Backdrops, and what a person is doing."""

from __future__ import annotations

from collections.abc import Mapping

from .tables import word_set

BACKGROUNDS: Mapping[str, str] = {
    "plain": "solid|simple|blank|plain colour|solid colour|white backdrop|empty|flat|minimal",
    "studio": "studio backdrop|photo studio|studio lighting backdrop|grey backdrop",
    "gradient": "abstract|gradient background|blurred|blurry|bokeh|colourful backdrop",
    "forest": "woods|woodland|trees|enchanted forest|dark forest|magical forest|jungle|bamboo"
    " forest|rainforest|forest clearing|swamp|park|grove|autumn forest|tree|autumn leaves",
    "garden": "flower field|meadow|field of flowers|flower garden|cherry blossom|sakura|rose garden"
    "|cherry blossom trees|field|grass|fields|grassland|wheat field|farm|orchard|vineyard",
    "mountains": "mountain|mountain range|cliff|peaks|hills|canyon|mountaintop|valley|mountain top"
    "|himalayas|alps|snowy mountains|waterfall|river|cave",
    "beach": "palm tree|palm trees"
    "|seaside|ocean|sea|tropical beach|shore|island|coast|tropical island|sandy beach|lake"
    "|harbour|pool|summer beach|lakeside|pier|dock",
    "underwater": "under water|deep sea|coral reef|under the sea|ocean depths|bottom of the sea",
    "desert": "dunes|sand dunes|wasteland|pyramids|sahara|post apocalyptic wasteland|wild west town"
    "|savannah|western town",
    "snow": "snowy|winter|snowy landscape|blizzard|ice cave|arctic|tundra|snowfall|snowstorm"
    "|winter landscape|snow covered|frozen lake|falling snow|snowing|winter wonderland",
    "city": "street|urban|downtown|skyline|rooftop|alley|cityscape|city street|new york|tokyo"
    "|paris|london|city skyline|town|village|market|busy street|city streets|subway|tokyo street"
    "|cafe|shop|restaurant|bar|train station|coffee shop|train|road|bridge|bakery|plaza",
    "neon city": "cyberpunk city|futuristic city|neon lights|neon street|neon signs|rainy neon"
    " street|night city|neon lit street|neon alley|cyberpunk street|neon background|neon sign"
    "|neon lit city|cyberpunk alley|neon lit alley|sci fi city|nightclub|dystopian city|neon glow",
    "castle": "throne room|palace|medieval castle|fortress|throne|ballroom|castle hall|ruins|temple"
    "|ancient ruins|medieval town|medieval village|battlements|courtyard|great hall|church"
    "|cathedral|tower|dungeon|shrine|castle walls|colosseum|arena|gothic castle|monastery",
    "tavern": "inn|pub|fireplace|cosy room|cozy room|forge|kitchen|workshop|barn|wooden cabin|cabin"
    "|living room|bedroom|smithy|saloon|log cabin|cottage|dining room",
    "library": "bookshelf|bookshelves|study|old library|bookcase|ancient library|bookstore|archive",
    "school": "classroom|university|campus|blackboard|chalkboard|lecture hall|school hallway",
    "office": "workplace|meeting room|desk|boardroom|modern office|cubicle|conference room"
    "|courtroom"
    "|police station|bank",
    "laboratory": "lab|science lab|hospital|clinic|hospital room|operating room|research lab|server"
    " room|hospital ward|alchemy lab",
    "gym": "fitness studio|dojo|stadium|boxing ring|sports field|football field|basketball court"
    "|football stadium|training hall|tennis court|soccer field|race track|locker room",
    "stage": "concert|spotlight|concert stage|theatre|circus|on stage|stage lights|cabaret|karaoke",
    "space": "outer space|on the moon|the moon|galaxy|stars|planet|nebula|cosmos|spaceship"
    "|space station|moon surface"
    "|starfield|cosmic|spaceship bridge|cockpit|starship|mars|lunar surface|earth|alien planet"
    "|milky way|planets|universe|stars in the sky",
    "sky": "clouds|blue sky|cloudy sky|heaven|cloudscape|heavens|above the clouds|cloudy|sunny day"
    "|floating islands|in the clouds|rainbow sky",
    "night": "night sky|under the moon|starry night|moonlight|moonlit|full moon|starry sky"
    "|nighttime|night time"
    "|moon|midnight sky|at night|moonlit night|blue moon|night scene|dark night",
    "sunset": "sunrise|dusk|dawn|golden hour|twilight|evening sky|sunset sky|sun set|setting sun"
    "|sunset lighting|golden hour lighting|orange sky|morning light",
    "fire": "flames|burning|inferno|lava|volcano|hell|explosion|burning city|embers|explosions"
    "|fiery|hellfire|burning village|smoke",
    "storm": "lightning storm|thunderstorm|rain|rainy|stormy|stormy sky|thunder|raining|fog|foggy"
    "|misty|mist|stormy sea|rain storm|dark clouds|in the rain|heavy rain",
    "battlefield": "war zone|battleground|battle scene|war|trenches|battle field|epic battle"
    "|in battle",
    "graveyard": "cemetery|haunted house|crypt|haunted mansion|tomb|tombstones|haunted forest",
    "ship": "pirate ship|deck|ship deck|boat|deck of a ship|sailing ship|yacht|on a ship",
}

SEATS = word_set(
    "barrel|bed|bench|bike|boulder|box|branch|bucket|chest|couch|counter|crate"
    "|cushion|dock|fence|hammock|ledge|log|motorcycle|mushroom|pillow|porch"
    "|railing|rock|rocks|sofa|stairs|steps|stone|stump|swing|table|toadstool|wall"
)
"""What people sit on; drawn as the seat that there is."""

ON_THE_GROUND = word_set("floor|ground|grass|carpet|rug|sand|snow|blanket|earth|dirt|lawn")

STANCES: Mapping[str, str] = {
    "standing": "stand|stands|posing|standing pose|a pose|t pose|contrapposto|stood|upright",
    "sitting": "seated|meditating|sits|sit|cross legged|lotus position|sat|perched|lounging",
    "sitting on the ground": "sitting cross legged on the floor|cross legged on the floor",
    "kneeling": "kneels|crouching|squatting|on one knee|crouched|kneel",
    "walking": "walks|strolling|walk|marching|striding|hiking|wandering",
    "running": "runs|sprinting|jogging|charging|run|chasing",
    "jumping": "leaping|jump|mid air|jumps|leap|hopping|skipping|midair",
    "flying": "levitating|floating|hovering|flies|soaring|in flight|fly",
    "dancing": "dance|dances|ballet pose|twirling|spinning|breakdancing|ballet",
    "fighting": "fighting stance|battle stance|combat pose|attacking|fighting pose|battle pose"
    "|action pose|martial arts pose|dynamic pose|combat stance|punching|kicking|ready to fight"
    "|heroic pose|power pose|superhero pose|fights|boxing|fencing|ready for battle",
    "waving": "wave hand|waves|greeting|waving hand|saying hello|hand raised|waving hello|saluting",
    "arms crossed": "crossed arms|folded arms|arms folded|crossing arms|with arms crossed",
    "hands on hips": "hand on hip|hands on hip|arms akimbo|hands on her hips|hands on his hips",
    "hands in pockets": "hand in pocket|hand in pockets|hands in his pockets|hands in her pockets",
    "pointing": "points|pointing finger|finger pointing|points at viewer|pointing at viewer",
    "peace sign": "v sign|victory sign|peace signs|thumbs up|thumb up|peace gesture|heart hands",
    "casting": "casting spell|casting a spell|spellcasting|casting magic|summoning|conjuring"
    "|casting spells|doing magic",
    "riding": "horseback|riding a horse|rides|mounted|on horseback|on a horse|skateboarding|surfing"
    "|riding a dragon|riding a motorcycle|riding a bike|cycling|driving",
    "lying": "lying down|laying|reclining|lies|lying on|laying down",
    "arms raised": "raised arms|arms up|hands up|cheering|celebrating|fist pump|raised fist"
    "|arms outstretched|arms wide|fist raised|triumphant|arms in the air",
    "praying": "prayer|hands clasped|clasped hands|hands together|bowing",
    "leaning": "leans|leaning on wall|leaning against a wall|leaning against wall|slouching",
    "thinking": "hand on chin|thinking pose|chin in hand|scratching head|resting chin",
}
