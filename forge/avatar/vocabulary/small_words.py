"""Words that carry no feature: grammar, praise, technique, and spellings that differ."""

from __future__ import annotations

from collections.abc import Mapping

SPELLING: Mapping[str, str] = {
    "armor": "armour", "armors": "armour", "armours": "armour", "armored": "armoured",
    "color": "colour", "colors": "colour", "colours": "colour", "colored": "coloured",
    "colorful": "colourful", "multicolor": "multicolour", "multicolored": "multicoloured",
    "gray": "grey", "grayish": "greyish", "graying": "greying",
    "mustache": "moustache", "mustaches": "moustache", "mustached": "moustached",
    "mustachioed": "moustachioed", "moustaches": "moustache", "jewelry": "jewellery",
    "fiber": "fibre", "scepter": "sceptre", "theater": "theatre", "pajamas": "pyjamas",
    "pajama": "pyjamas", "pyjama": "pyjamas", "leggins": "leggings", "traveling": "travelling",
    "traveler": "traveller", "saber": "sabre", "dreadlock": "dreadlocks", "aging": "ageing",
    "molded": "moulded", "plow": "plough", "coloring": "colouring", "woolen": "woollen",
    "centre": "center", "specter": "spectre", "checkered": "chequered", "jeweled": "jewelled",
    "cozy": "cosy", "neighbor": "neighbour", "favorite": "favourite", "bluejeans": "jeans",
    "tee-shirt": "t-shirt", "catears": "cat ears", "bunnyears": "bunny ears",
    "burgandy": "burgundy", "turqoise": "turquoise", "turquois": "turquoise", "fuschia": "fuchsia",
    "lavendar": "lavender", "beanies": "beanie", "moustashe": "moustache", "sunglass": "sunglasses",
    "eye-glasses": "glasses", "hoody": "hoodie", "grey-haired": "grey haired", "lite": "light",
    "womans": "woman", "mans": "man", "n": "and", "&": "and", "+": "and", "w": "with",
    "pjs": "pyjamas", "ombr": "ombre", "blond": "blonde", "magenta-ish": "magenta",
    "brunet": "brunette", "luminescent": "glowing", "fluorescent": "neon", "flourescent": "neon",
}  # fmt: skip

HOLDING = frozenset(
    "holding|holds|hold|wielding|wields|wield|carrying|carries|carry|brandishing|gripping|grasping"
    "|clutching|armed with|armed|equipped with|playing|plays|reading|reads|drinking|eating|using|uses"
    "|swinging|raising|lifting|with a raised|waving a|aiming|shooting|bearing|hugging|petting|cradling"
    "|in hand|in hands|in his hand|in her hand|in his hands|in her hands|in one hand|in the hand"
    "|in each hand|in both hands|in their hand|in their hands|on his shoulder|on her shoulder|firing"
    "|on shoulder|on their shoulder|offering|smoking|sipping|writing in|leaning on a|dual wielding"
    "|hands holding|juggling|throwing|pointing a|accompanied by|drawing a|typing on|typing|texting"
    "|leaning on his|leaning on her|serving|cooking|pouring|walking with a|playing with|guarding with"
    "".split("|")
)
WEARING = frozenset(
    "wearing|wears|wear a|dressed in|dressed|clad in|clad|donning|sporting|has on|adorned with"
    "|decked out in|adorned in|clothed in|covered in|draped in|rocking|wrapped in|wearing only"
    "|garbed in|dressed up in|attired in|outfitted in|sports|dons|dressed as|dressed like"
    "|decorated with|topped with|fitted with".split("|")
)
NEGATIONS = frozenset(
    "without|no|not|never|lacking|lacks|minus|free of|does not have|doesnt have|do not have|hasnt"
    "|is not wearing|isnt wearing|not wearing|does not wear|doesnt wear|without any|with no|wearing no"
    "|no visible|has no|have no|having no|not a|not any|arent|isnt|is not|are not|nor|sans|not have"
    "|with neither|neither|dont|do not|not holding|wears no|absent|excluding|except|removed|omit"
    "|dont wear|havent|not in|no more|not with|avoid|exclude|not wear|non|remove|lose|ditch|zero"
    "|never wears|without wearing|not carrying|holding no|without his|without her".split("|")
)
JOINTS = frozenset("and|or|also|plus|as well as|along with|together with|nor|in addition to".split("|"))
COPULAS = frozenset(
    "is|are|was|were|of|that|which|dyed|coloured|tinted|painted|made|made of|made from|made out of"
    "|been|being|a shade of|shade of|looking|kept|in colour|styled|cut|arranged|worn|put|styled in"
    "|gathered|done|fixed|swept|put up|up|pulled|tied with|looks|in the colour|colour|hue|shade|tone"
    "|toned|tones|hued|tint|accents of|forged from|forged of|crafted from|woven from|shades of"
    "|in shades of|in a shade of|shaped like|dyed in".split("|")
)
BREAKS = frozenset(
    "with|in|on|at|has|have|having|who|whose|but|under|over|behind|around|inside|into|from|by|while"
    "|above|near|beside|next to|against|through|across|for|to|as|like|when|where|atop|beneath|below"
    "|between|during|before|after|featuring|features|including|includes|plus a|showing|shows|and has"
    "|standing in|outside|within|along|among|amid|amidst|off|down|out of|surrounded by|underneath"
    "|in front of|onto|upon|hanging|hanging from|resting on|paired with|complete with|matched with"
    "|combined with|set against|set in|full of|filled with|out".split("|")
)
BACKDROPS = frozenset(
    "background|backdrop|scene|setting|environment|behind|landscape|backgrounds|scenery|in the"
    " background|in background|for a background|wallpaper".split("|")
)

PRAISE = (
    "masterpiece|best quality|high quality|highest quality|highly detailed|detailed|ultra detailed"
    "|extremely detailed|intricate details|beautiful|pretty|handsome|cute|gorgeous|attractive|cool"
    "|epic|elegant|badass|majestic|mysterious|stunning|lovely|amazing|awesome|perfect|professional"
    "|adorable|charming|hot|sexy|good looking|nice|great|fantastic|incredible|magnificent|glorious"
    "|impressive|dramatic|iconic|legendary|mythical|magical|mystical|enchanted|enchanting|ethereal"
    "|graceful|regal|fancy|luxurious|glamorous|exotic|whimsical|quirky|funny|silly|creepy|scary"
    "|spooky|horror|dark themed|unique|original|creative|realistic|photorealistic|hyperrealistic"
    "|hyper realistic|ultra realistic|lifelike|sharp|crisp|clean|clear|smooth shading|vibrant"
    "|beautifully|highly|extremely|exquisite|flawless|fabulous|radiant|striking|delicate features"
    "|expressive|dynamic|interesting|simple style|refined|sophisticated|classy|tough|rugged|hardy"
    "|grizzled|dashing|lively|energetic|gentle|sweet|shy|innocent|naughty|lonesome|powerful|mighty"
    "|dangerous|deadly|skilled|famous|rich|poor|wealthy|smart|clever|intelligent|loyal|crazy|mad looking"
    "|cursed|holy|sacred|divine|unholy|royal blooded|famed|renowned|experienced|seasoned|veteran look"
    "|normal|regular|typical|ordinary|standard|generic|random|classic|modern|contemporary|urban looking"
    "|everyday|comfy|comfortable|cosy looking|warm looking|soft|tender|dreamlike|surreal|stylized"
    "|stylised|artistic|aesthetic|glossy|shiny|matte|polished|gleaming|shining|shimmer|radiating"
    "|glow|glows|magic|arcane|light magic|atmospheric|moody lighting|peaceful looking|natural looking"
    "|healthy|young looking|older looking|looking good|photogenic|feminine looking|fine|exquisitely"
    "|brilliant|spectacular|breathtaking|captivating|alluring|bewitching|imposing|towering presence"
    "|hyper detailed|hyperdetailed|insanely detailed|super detailed|ultra|hyper|super|uber|finely"
    "|meticulously|richly|intricately|ornately|intricate detail|supernatural|otherworldly|outgoing"
)

TECHNIQUE = (
    "portrait|headshot|avatar|character|profile picture|pfp|picture|image|photo|photograph|drawing"
    "|illustration|painting|artwork|art|digital art|concept art|fan art|fanart|sketch|render|rendering"
    "|3d render|3d|2d|cgi|anime|anime style|manga|manga style|cartoon|cartoon style|comic|comic style"
    "|comic book|comic book style|cel shaded|cel shading|watercolour|watercolor|oil painting|pixel art"
    "|line art|lineart|vector|vector art|flat design|chibi|disney|disney style|pixar|pixar style"
    "|ghibli|studio ghibli|studio ghibli style|style|styled like|in the style of|art style|styles"
    "|full body|upper body|half body|waist up|close up|closeup|bust|bust shot|medium shot|wide shot"
    "|full shot|cowboy shot|full length|head and shoulders|shoulders|upper torso|front view|back view"
    "|side view|rear view|profile view|3 4 view|three quarter view|from behind|from the front|from"
    " side|facing camera|facing viewer|looking at viewer|looking at camera|looking at the camera"
    "|looking at the viewer|facing the camera|facing away|facing forward|low angle|high angle|dutch"
    " angle|eye level|view|front|side|profile|centered|symmetrical|symmetry|composition|rule of thirds"
    "|hd|uhd|4k|8k|16k|hdr|high resolution|high res|highres|absurdres|ultra hd|resolution|quality"
    "|detail|details|sharp focus|depth of field|bokeh effect|dof|film grain|35mm|50mm|85mm|macro"
    "|lighting|soft lighting|studio lighting|cinematic lighting|dramatic lighting|rim light|rim"
    " lighting|backlit|backlight|backlighting|volumetric lighting|volumetric light|god rays|ambient"
    "|ambient light|natural light|natural lighting|soft light|lit|ray tracing|global illumination"
    "|cinematic|movie still|film still|artstation|trending on artstation|trending|deviantart|pixiv"
    "|octane render|octane|unreal engine|unreal engine 5|blender|midjourney|stable diffusion|by"
    " artgerm|artgerm|greg rutkowski|wlop|alphonse mucha|solo|one person|single person|alone|only"
    "|1 person|character design|character sheet|turnaround|reference sheet|model sheet|game character"
    "|video game|game|npc|video game character|sticker|emoji|icon|logo|poster|card art|cover|wallpaper"
    "|nsfw free|sfw|safe for work|realism|photorealism|semi realistic|photography|dslr photo|selfie"
    "|passport photo|linkedin|linkedin photo|instagram|discord|twitter|social media|website|vtuber"
    "|low poly|voxel|lego|claymation|plasticine|paper cut|retro style|minimalism|impressionist|pop art"
    "|comics|marvel|dc|marvel style|ink|pencil drawing|charcoal drawing|pen and ink|pastel drawing"
    "|gouache|acrylic|impasto|ukiyo e|art nouveau|stained glass|graffiti|noir style|monochrome style"
    "|vibrant colours|vivid colours|bright colours|soft colours|pastel colours|muted colours|warm"
    " colours|cool colours|dark colours|colour palette|colour scheme|colourful palette|warm tones"
    "|pose|posture|gaze|stare|shadow|shadows|texture|textured skin|skin texture|skin pores|bold lines"
    "|thick lines|clean lines|clean lineart|smooth lines|outline|outlines|shading|shaded|soft shading"
    "|flat colours|flat colour|flat shading|gaming avatar|profile pic|profile photo|cartoonish|toon"
    "|toony|comicbook|cell shaded|cell shading|light source|glow effect|glowing effect|particles"
    "|vfx|special effects|effects|lens flare|golden ratio|masterwork|award winning|showcase|splash art"
    "|tarot card|trading card|key visual|official art|promotional art|book cover|album cover|storybook"
    "|storybook style|children s book|childrens book|picture book|graphic novel|webtoon|manhwa|cyberpunk"
    " style|fantasy art|rpg portrait|dnd character|dnd portrait|oc|original character|persona|mascot"
)

FILLER = (
    "a|an|the|this|that|these|those|some|any|one|two|pair|pair of|set of|set|piece|pieces|kind|type"
    "|sort|bit|little bit|it|its|i|me|my|mine|you|your|we|us|our|they|their|them|theirs|please|want"
    "|would|like to|need|make|create|generate|draw|paint|design|give|show|add|put on|let|can|could"
    "|should|will|be|am|do|does|did|get|got|let s|s|t|m|re|ll|ve|d|very|really|quite|rather|somewhat"
    "|slightly|so|too|just|more|most|much|many|lot|lots|lots of|all|every|each|both|other|another"
    "|same|such|own|even|still|yet|then|than|there|here|now|always|sometimes|often|maybe|perhaps"
    "|about|around her|around his|around neck|around the neck|around waist|around his neck|around her"
    " neck|on head|on his head|on her head|on the head|on face|on his face|on her face|on top|on"
    " back|on his back|on her back|on the back|on it|over eyes|over his eyes|over one eye|left|right"
    "|over shoulder|over her shoulders|over his shoulders|on her nose|on his nose|on nose|forehead"
    "|person|human|people|someone|somebody|individual|figure|humanoid|male or female|character of"
    "|face|head|body|hand|hands|arm|arms|leg|legs|finger|fingers|neck|shoulder|back|chest|waist|torso"
    "|nose|mouth|teeth|cheek|cheeks|chin|brow|brows|foot|feet|hip|hips|wrist|wrists|ear|ears|knee"
    "|big|small|large|huge|tiny|giant|massive|enormous|little|mini|oversized|loose fitting|tight"
    "|baggy|fitted|slim fit|flowy|cropped fit|sleeveless|long sleeved|short sleeved|long sleeve|short"
    " sleeve|high waisted|low cut|strapless|off shoulder|off the shoulder|v neck|button|buttons|zip"
    "|zipper|pocket|pockets|sleeve|sleeves|sleeved|rolled up|rolled up sleeves|tucked|tucked in"
    "|untucked|open|closed|unbuttoned|buttoned|layered clothes|layer|fitted waist|form fitting"
    "|heavy duty|double breasted|single breasted|knee length skirt|wide|broad|narrow cut|deep set"
    "|high|low|top half|bottom half|upper|lower|half|full|whole|entire|extra|double|single|new|old"
    " fashioned|brand new|fresh|used|antique|vintage look|traditional style|matching|assorted|various"
    "|several|few|multiple|pairs|type of|kinds|look|looks|appearance|vibe|vibes|feel|feeling|mood"
    "|theme|themed|inspired|based|esque|ish|aesthetics|expression|facial expression|facial|features"
    "|facial features|feature|complexion|hairstyle|haircut|hairdo|hair style|build|physique|figure of"
    "|height|age|aged between|gender|sex|eyed look|in her eyes|in his eyes|twinkle|sparkle|sparkles"
    "|glint|ready|posed|position|alongside|beside her|beside him|next|front of|middle|center|bottom"
    "|corner|side of|sides|end|edge|edges|tip|going|go|come|coming|take|taking|doing|being a|becoming"
    "|made up|called|named|name|known as|aka|i e|e g|etc|who is|who has|working|works|work|living|lives"
    "|day|today|time|year|years|world|place|home|house|life|living in|love|loves|likes|enjoy|enjoys"
    "|looking|look like|looking like|looks like|resembling|similar|similar to|wearing a|has a|have a"
    "|with a|of a|because|if|else|either|until|since|despite|although|though|however|except for|well"
    "|good|bad|better|best|right hand|left hand|right side|left side|her right hand|his right hand"
    "|himself|herself|themselves|medium|average|normal sized|mid|middle of|early|late|hello|hi|hey|yes"
    "|ok|okay|thanks|thank|nothing|something|anything|everything|thing|things|stuff|else s|main|female"
    " version|male version|version|variant|style of|weapon|weapons|accessory|accessories|equipment|gear"
    "|glowing softly|slightly open|hold in|hanging down|running down|down her back|down his back"
    "|visible|hidden|covered|covering|attached|strapped|slung|pinned to|tied around|wrapped around"
    "|draped|draped over|resting|perched on|sitting on|standing next to|standing in front of|in front"
    "|around|sewn|carved|forged|crafted|handmade|woven|stitched together|built|equipped|decorative"
    "|attractive looking|shaped|shape|sized|size|length|in between|from the|out of it|him and|her and"
    "|pet s|friend|friends|child s|people s|protagonist|main character|antagonist|leader|member|chief"
    "|expert|master|apprentice|young at heart|student of|fan|lover|enthusiast|owner|user|native|local"
    "|northern|southern|eastern|western style|city dweller|inhabitant|citizen|type clothing|overall look"
    "|surface|line|lines|strand|strands|spot|spots|section|part|parts|area|portion|base|inside out"
)

IRREGULAR_PLURALS: Mapping[str, str] = {
    "knives": "knife",
    "scarves": "scarf",
    "elves": "elf",
    "dwarves": "dwarf",
    "wolves": "wolf",
    "thieves": "thief",
    "staves": "staff",
    "halves": "half",
    "loaves": "loaf",
    "leaves": "leaf",
    "mice": "mouse",
    "teeth": "tooth",
    "feet": "foot",
}
