"""Words that carry no feature: grammar, praise, technique, and spellings that differ."""

from __future__ import annotations

from collections.abc import Mapping

from .tables import word_set

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

HOLDING = word_set(
    "accompanied by|aiming|armed|armed with|bearing|brandishing|carries|carry|carrying|clutching"
    "|cooking|cradling|drawing a|drinking|dual wielding|eating|equipped with|firing|grasping"
    "|gripping|guarding with|hands holding|hold|holding|holds|hugging|in both hands|in each hand"
    "|in hand|in hands|in her hand|in her hands|in his hand|in his hands|in one hand|in the hand"
    "|in their hand|in their hands|juggling|leaning on a|leaning on her|leaning on his|lifting"
    "|offering|on her shoulder|on his shoulder|on shoulder|on their shoulder|petting|playing"
    "|playing with|plays|pointing a|pouring|raising|reading|reads|serving|shooting|sipping"
    "|smoking|swinging|texting|throwing|typing|typing on|uses|using|walking with a|waving a"
    "|wield|wielding|wields|with a raised|writing in"
)
WEARING = word_set(
    "adorned in|adorned with|attired in|clad|clad in|clothed in|covered in|decked out in"
    "|decorated with|donning|dons|draped in|dressed|dressed as|dressed in|dressed like"
    "|dressed up in|fitted with|garbed in|has on|outfitted in|rocking|sporting|sports"
    "|topped with|wear a|wearing|wearing only|wears|wrapped in"
)
NEGATIONS = word_set(
    "absent|are not|arent|avoid|ditch|do not|do not have|does not have|does not wear|doesnt have"
    "|doesnt wear|dont|dont wear|except|exclude|excluding|free of|has no|hasnt|have no|havent"
    "|having no|holding no|is not|is not wearing|isnt|isnt wearing|lacking|lacks|lose|minus"
    "|neither|never|never wears|no|no more|no visible|non|nor|not|not a|not any|not carrying"
    "|not have|not holding|not in|not wear|not wearing|not with|omit|remove|removed|sans"
    "|wearing no|wears no|with neither|with no|without|without any|without her|without his"
    "|without wearing|zero"
)
JOINTS = frozenset(
    [
        "and",
        "or",
        "also",
        "plus",
        "as well as",
        "along with",
        "together with",
        "nor",
        "in addition to",
    ]
)
COPULAS = word_set(
    "a shade of|accents of|are|arranged|been|being|colour|coloured|crafted from|cut|done|dyed"
    "|dyed in|fixed|forged from|forged of|gathered|hue|hued|in a shade of|in colour|in shades of"
    "|in the colour|is|kept|looking|looks|made|made from|made of|made out of|of|painted|pulled"
    "|put|put up|shade|shade of|shades of|shaped like|styled|styled in|swept|that|tied with|tint"
    "|tinted|tone|toned|tones|up|was|were|which|worn|woven from"
)
BREAKS = word_set(
    "above|across|after|against|along|amid|amidst|among|and has|around|as|at|atop|before|behind"
    "|below|beneath|beside|between|but|by|combined with|complete with|down|during|features"
    "|featuring|filled with|for|from|full of|hanging|hanging from|has|have|having|in|in front of"
    "|includes|including|inside|into|like|matched with|near|next to|off|on|onto|out|out of"
    "|outside|over|paired with|plus a|resting on|set against|set in|showing|shows|standing in"
    "|surrounded by|through|to|under|underneath|upon|when|where|while|who|whose|with|within"
)
BACKDROPS = word_set(
    "backdrop|background|backgrounds|behind|environment|for a background|in background"
    "|in the background|landscape|scene|scenery|setting|wallpaper"
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
    "|dangerous|deadly|skilled|famous|rich|poor|wealthy|smart|clever|intelligent|loyal|crazy"
    "|mad looking"
    "|cursed|holy|sacred|divine|unholy|royal blooded|famed|renowned|experienced|seasoned"
    "|veteran look"
    "|normal|regular|typical|ordinary|standard|generic|random|classic|modern|contemporary"
    "|urban looking"
    "|everyday|comfy|comfortable|cosy looking|warm looking|soft|tender|dreamlike|surreal|stylized"
    "|stylised|artistic|aesthetic|glossy|shiny|matte|polished|gleaming|shining|shimmer|radiating"
    "|glow|glows|magic|arcane|light magic|atmospheric|moody lighting|peaceful looking"
    "|natural looking"
    "|healthy|young looking|older looking|looking good|photogenic|feminine looking|fine|exquisitely"
    "|brilliant|spectacular|breathtaking|captivating|alluring|bewitching|imposing|towering presence"
    "|hyper detailed|hyperdetailed|insanely detailed|super detailed|ultra|hyper|super|uber|finely"
    "|meticulously|richly|intricately|ornately|intricate detail|supernatural|otherworldly|outgoing"
)

TECHNIQUE = (
    "portrait|headshot|avatar|character|profile picture|pfp|picture|image|photo|photograph|drawing"
    "|illustration|painting|artwork|art|digital art|concept art|fan art|fanart|sketch|render"
    "|rendering"
    "|3d render|3d|2d|cgi|anime|anime style|manga|manga style|cartoon|cartoon style|comic"
    "|comic style"
    "|comic book|comic book style|cel shaded|cel shading|watercolour|watercolor|oil painting"
    "|pixel art"
    "|line art|lineart|vector|vector art|flat design|chibi|disney|disney style|pixar|pixar style"
    "|ghibli|studio ghibli|studio ghibli style|style|styled like|in the style of|art style|styles"
    "|full body|upper body|half body|waist up|close up|closeup|bust|bust shot|medium shot|wide shot"
    "|full shot|cowboy shot|full length|head and shoulders|shoulders|upper torso|front view"
    "|back view"
    "|side view|rear view|profile view|3 4 view|three quarter view|from behind|from the front|from"
    " side|facing camera|facing viewer|looking at viewer|looking at camera|looking at the camera"
    "|looking at the viewer|facing the camera|facing away|facing forward|low angle|high angle|dutch"
    " angle|eye level|view|front|side|profile|centered|symmetrical|symmetry|composition"
    "|rule of thirds"
    "|hd|uhd|4k|8k|16k|hdr|high resolution|high res|highres|absurdres|ultra hd|resolution|quality"
    "|detail|details|sharp focus|depth of field|bokeh effect|dof|film grain|35mm|50mm|85mm|macro"
    "|lighting|soft lighting|studio lighting|cinematic lighting|dramatic lighting|rim light|rim"
    " lighting|backlit|backlight|backlighting|volumetric lighting|volumetric light|god rays|ambient"
    "|ambient light|natural light|natural lighting|soft light|lit|ray tracing|global illumination"
    "|cinematic|movie still|film still|artstation|trending on artstation|trending|deviantart|pixiv"
    "|octane render|octane|unreal engine|unreal engine 5|blender|midjourney|stable diffusion|by"
    " artgerm|artgerm|greg rutkowski|wlop|alphonse mucha|solo|one person|single person|alone|only"
    "|1 person|character design|character sheet|turnaround|reference sheet|model sheet"
    "|game character"
    "|video game|game|npc|video game character|sticker|emoji|icon|logo|poster|card art|cover"
    "|wallpaper"
    "|nsfw free|sfw|safe for work|realism|photorealism|semi realistic|photography|dslr photo|selfie"
    "|passport photo|linkedin|linkedin photo|instagram|discord|twitter|social media|website|vtuber"
    "|low poly|voxel|lego|claymation|plasticine|paper cut|retro style|minimalism|impressionist"
    "|pop art"
    "|comics|marvel|dc|marvel style|ink|pencil drawing|charcoal drawing|pen and ink|pastel drawing"
    "|gouache|acrylic|impasto|ukiyo e|art nouveau|stained glass|graffiti|noir style"
    "|monochrome style"
    "|vibrant colours|vivid colours|bright colours|soft colours|pastel colours|muted colours|warm"
    " colours|cool colours|dark colours|colour palette|colour scheme|colourful palette|warm tones"
    "|pose|posture|gaze|stare|shadow|shadows|texture|textured skin|skin texture|skin pores"
    "|bold lines"
    "|thick lines|clean lines|clean lineart|smooth lines|outline|outlines|shading|shaded"
    "|soft shading"
    "|flat colours|flat colour|flat shading|gaming avatar|profile pic|profile photo|cartoonish|toon"
    "|toony|comicbook|cell shaded|cell shading|light source|glow effect|glowing effect|particles"
    "|vfx|special effects|effects|lens flare|golden ratio|masterwork|award winning|showcase"
    "|splash art"
    "|tarot card|trading card|key visual|official art|promotional art|book cover|album cover"
    "|storybook"
    "|storybook style|children s book|childrens book|picture book|graphic novel|webtoon|manhwa"
    "|cyberpunk"
    " style|fantasy art|rpg portrait|dnd character|dnd portrait|oc|original character|persona"
    "|mascot"
)

FILLER = (
    "box|number|sweating|poisoned|tribal|collar|sun|shell|seashell|lapels|bod|a|an|the|new|next"
    "|beaded|cracked|loosened|lavish|gap|north|south|east|west|worn in|covered"
    "|assorted|single person|swirling|trimmed hair|loose tie|around|because|resting|flour|crest"
    "|symbol|lights|this|that|these|those|some|any|one|two|pair|pair of|set of|set|piece|pieces"
    "|kind|type"
    "|sort|bit|little bit|it|its|i|me|my|mine|you|your|we|us|our|they|their|them|theirs|please|want"
    "|would|need|make|create|generate|draw|paint|design|give|show|add|put on|let|can|could"
    "|should|will|be|am|do|does|did|get|got|let s|s|t|m|re|ll|ve|d|very|really|quite|rather"
    "|somewhat"
    "|slightly|so|too|just|more|most|much|many|lot|lots|lots of|all|every|each|both|other|another"
    "|same|such|own|even|still|yet|then|than|there|here|now|always|sometimes|often|maybe|perhaps"
    "|about|around her|around his|around neck|around the neck|around waist|around his neck"
    "|around her"
    " neck|on head|on his head|on her head|on the head|on face|on his face|on her face|on top|on"
    " back|on his back|on her back|on the back|on it|over his eyes|over one eye|left|right"
    "|over shoulder|over her shoulders|over his shoulders|on her nose|on his nose|on nose|forehead"
    "|person|human|people|someone|somebody|individual|figure|humanoid|male or female|character of"
    "|face|head|body|hand|hands|arm|arms|leg|legs|finger|fingers|neck|shoulder|back|chest|waist"
    "|torso"
    "|nose|mouth|teeth|cheek|cheeks|chin|brow|brows|foot|feet|hip|hips|wrist|wrists|ear|ears|knee"
    "|big|small|large|huge|tiny|giant|massive|enormous|little|mini|oversized|loose fitting|tight"
    "|baggy|fitted|slim fit|flowy|cropped fit|sleeveless|long sleeved|short sleeved|long sleeve"
    "|short"
    " sleeve|high waisted|low cut|strapless|off shoulder|off the shoulder|v neck|button|buttons|zip"
    "|zipper|pocket|pockets|sleeve|sleeves|sleeved|rolled up|rolled up sleeves|tucked|tucked in"
    "|untucked|open|closed|unbuttoned|buttoned|layered clothes|layer|fitted waist|form fitting"
    "|heavy duty|double breasted|single breasted|knee length skirt|wide|broad|narrow cut|deep set"
    "|high|low|top half|bottom half|upper|lower|half|full|whole|entire|extra|double|single|old"
    " fashioned|brand new|fresh|used|antique|vintage look|traditional style|matching|assorted"
    "|various"
    "|several|few|multiple|pairs|type of|kinds|look|looks|appearance|vibe|vibes|feel|feeling|mood"
    "|theme|themed|inspired|based|esque|ish|aesthetics|expression|facial expression|facial|features"
    "|facial features|feature|complexion|hairstyle|haircut|hairdo|hair style|build|physique"
    "|figure of"
    "|height|age|aged between|gender|sex|eyed look|in her eyes|in his eyes|twinkle|sparkle|sparkles"
    "|glint|ready|posed|position|alongside|beside her|beside him|front of|middle|center|bottom"
    "|corner|side of|sides|end|edge|edges|tip|going|go|come|coming|take|taking|doing|becoming"
    "|made up|called|named|name|known as|aka|i e|e g|etc|who is|who has|working|works|work"
    "|living|lives"
    "|day|today|time|year|years|world|place|home|house|life|living in|love|loves|likes|enjoy|enjoys"
    "|looking|look like|looking like|looks like|resembling|similar|similar to|have a"
    "|if|else|either|until|since|despite|although|though|however|except for|well"
    "|good|bad|better|best|right hand|left hand|right side|left side|her right hand|his right hand"
    "|himself|herself|themselves|medium|average|normal sized|mid|middle of|early|late|hello|hi"
    "|hey|yes"
    "|ok|okay|thanks|thank|nothing|something|anything|everything|thing|things|stuff|else s|main"
    "|female"
    " version|male version|version|variant|style of|weapon|weapons|accessory|accessories"
    "|equipment|gear"
    "|glowing softly|slightly open|hold in|hanging down|running down|down her back|down his back"
    "|visible|hidden|covered|covering|attached|strapped|slung|pinned to|tied around|wrapped around"
    "|draped|draped over|in front"
    "|sewn|carved|forged|crafted|handmade|woven|stitched together|built|equipped|decorative"
    "|attractive looking|shaped|shape|sized|size|length|her and"
    "|pet s|friend|friends|child s|people s|protagonist|main character|antagonist|leader|member"
    "|chief"
    "|expert|master|apprentice|young at heart|student of|fan|lover|enthusiast|owner|user|native"
    "|local"
    "|northern|southern|eastern|western style|city dweller|inhabitant|citizen|type clothing"
    "|overall look"
    "|couple|twins|family|group|crowd|duo|trio|siblings|triplets|newlyweds|lovers|parents"
    "|band|group of|en pointe|ton|boi|character"
    "|tech company|company|startup|giving|gives|split|puka|muslim|christian|jewish|hindu"
    "|chair|stool|seat|armchair|rocking chair"
    "|office chair|bar stool|lounge chair"
    "|surface|line|lines|strand|strands|spot|spots|section|part|parts|area|portion|base|inside out"
)

PARTS = (
    "nose|mouth|teeth|tooth|hand|hands|arm|arms|leg|legs|finger|fingers|cheek|cheeks|chin|ear|ears"
    "|foot|feet|knee|knees|nails|fingernails|toes|tongue|neck|shoulders|chest|belly|head|body|brow"
    "|brows|claws|paws|hooves|veins|muscle|nail polish|knuckles|thighs|lashes coloured|hips|snout"
)
"""Parts of the body that are not drawn differently: their adjectives go with them."""
