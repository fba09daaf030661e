"""How hair is worn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..features import HairLength, HairType


@dataclass(frozen=True, slots=True)
class Hairdo:
    words: str = ""
    length: HairLength | None = None  # what the style implies unless said
    type: HairType | None = None


HAIR_STYLES: Mapping[str, Hairdo] = {
    "loose": Hairdo("hair down|untied|flowing hair|flowing|let down|long flowing|windswept"
                    "|wind swept|floating hair|windblown|hair loose|unbound|cascading"
                    "|billowing|free flowing"),
    "ponytail": Hairdo("pony tail|tied back|hair tied back|tied|pulled back|low ponytail"
                       "|tied up|pony|hair tied|tied hair|hair tied up", "long"),
    "high ponytail": Hairdo("high pony tail|high tail|genie ponytail", "long"),
    "side ponytail": Hairdo("side pony tail|side tail", "long"),
    "twintails": Hairdo("pigtails|twin tails|twin ponytails|pig tails|two ponytails|bunches"
                        "|double ponytail|pigtail|low pigtails|twintail|long twintails", "long"),
    "bun": Hairdo("hair bun|messy bun|chignon|tied in a bun|low bun|tight bun|ballerina bun"
                  "|librarian bun|bun hair|granny bun|hair in bun", "medium"),
    "top knot": Hairdo("topknot|man bun|manbun|high bun|samurai bun|samurai topknot|chonmage"
                       "|samurai knot", "medium"),
    "space buns": Hairdo("double bun|double buns|odango|hair buns|two buns|buns|twin buns",
                         "medium"),
    "braid": Hairdo("braided|plait|plaited|single braid|long braid|french braid|side braid|fishtail"
                    "|fishtail braid|dutch braid|braided hair|fishtail plait|queue", "long"),
    "twin braids": Hairdo("braids|two braids|plaits|pigtail braids|double braids|twin plaits"
                          "|braided pigtails|viking braids", "long"),
    "crown braid": Hairdo("braid crown|halo braid|milkmaid braid|braided crown|crown braids",
                          "long"),
    "cornrows": Hairdo("box braids|cornrow|micro braids|fulani braids|boxer braids", "medium",
                       "coily"),
    "dreadlocks": Hairdo("dreads|locs|dreadlock|dreadlocked|faux locs", "long", "coily"),
    "bob": Hairdo("bob cut|bobbed|chin length|bobcut|angled bob|asymmetrical bob|lob|long bob"
                  "|flapper bob|french bob|bob haircut|chin length bob", "medium", "straight"),
    "pixie": Hairdo("pixie cut|pixie haircut|pixiecut|boyish cut", "short"),
    "afro": Hairdo("afro hair|natural afro|big afro|afro puff|afro puffs", "medium", "coily"),
    "mohawk": Hairdo("mohican|liberty spikes|faux hawk|fauxhawk|punk mohawk|mohawk hair", "short"),
    "spiky": Hairdo("spiked|spikey|spikes|spiky anime|spiked up|super saiyan|porcupine|jagged",
                    "short", "straight"),
    "undercut": Hairdo("shaved sides|shaved side|side shave|sidecut|side cut|disconnected undercut"
                       "|half shaved", "short"),
    "fade": Hairdo("fade haircut|taper fade|high fade|low fade|tapered|skin fade|flat top|flattop"
                   "|high top fade|hi top fade|high top|fade cut", "short"),
    "buzz cut": Hairdo("buzzcut|buzzed|crew cut|crewcut|shaved head|military cut|very short hair"
                       "|cropped hair|close cropped|shaven head|induction cut|military haircut"
                       "|caesar cut|shaved", "short"),
    "slicked back": Hairdo("slick back|slicked|combed back|greased|slicked back hair|gelled|sleek"
                           "|greased back|brushed back|swept back|slick", "short", "straight"),
    "side part": Hairdo("side parted|parted|comb over|combover|neat|neatly combed|combed|side swept"
                        "|sideswept|side parting|gentleman cut|ivy league|neatly styled", "short"),
    "quiff": Hairdo("pompadour|rockabilly|elvis|elvis hair|coiffed|spiky quiff", "short"),
    "messy": Hairdo("tousled|dishevelled|disheveled|unkempt|wild|bedhead|bed head|shaggy|scruffy"
                    "|ruffled|unruly|bed hair|untidy|choppy|tangled|mop top|mop|mess of", None),
    "layered": Hairdo("feathered hair|blowout|blow out|layers|wolf cut|shag"
                      "|butterfly cut|wolfcut|layered cut"
                      "|shag cut|textured|feathered layers", "medium"),
    "hime cut": Hairdo("hime|princess cut|blunt cut|hime haircut", "long", "straight"),
    "bowl cut": Hairdo("bowlcut|bowl haircut|mushroom cut|pageboy|page boy", "short", "straight"),
    "mullet": Hairdo("mullet hair|mullet haircut", "medium"),
    "half up": Hairdo("half up half down|half ponytail|half bun|half updo|half tied", "long"),
    "updo": Hairdo("up do|elegant updo|hair up|pinned up|beehive|french twist|pinned|bouffant"
                   "|gibson girl|elegant bun|victorian updo|vintage updo", "medium"),
    "curtains": Hairdo("curtain hair|curtained|middle part|middle parted|centre part|center part"
                       "|middle parting|centre parted", "medium"),
    "drill curls": Hairdo("ringlets|drills|ojou|drill hair|twin drills|sausage curls|ojou curls",
                          "long", "curly"),
    "tonsure": Hairdo("monk haircut|monk cut|balding|receding|thinning|receding hairline|bald spot"
                      "|receding hair|bald on top", "short"),
}  # fmt: skip

HAIR_TYPES: Mapping[HairType, str] = {
    "straight": "straightened|silky|poker straight|sleek straight|smooth|silky straight",
    "wavy": "waves|beachy|beach waves|wave|soft waves|loose waves|slightly wavy|hollywood waves",
    "curly": "curls|curled|frizzy|ringletted|bouncy|bouncy curls|loose curls|voluminous|perm|permed"
    "|curly haired|tight curls|big curls",
    "coily": "kinky|afro textured|coils|tightly coiled|nappy|natural black|coiled|4c"
    "|natural hair|natural curls",
}

HAIR_LENGTHS: Mapping[HairLength, str] = {
    "bald": "bald headed|hairless|bald head|baldheaded|no hair|clean shaven head|totally bald",
    "short": "cropped|short cut|shortish|ear length",
    "medium": "shoulder length|mid length|medium length|neck length|collar length|jaw length",
    "long": "waist length|very long|knee length|hip length|floor length|lengthy|longer|extra long"
    "|super long|ankle length|ass length|rapunzel|really long|extremely long|elbow length|lush",
}

FRINGES: Mapping[str, str] = {
    "straight": "bangs|fringe|blunt bangs|straight bangs|full fringe|straight fringe|blunt fringe",
    "side": "side bangs|side swept bangs|side fringe|swept bangs|side swept fringe|swept fringe"
    "|asymmetrical bangs|hair over one eye|hair covering one eye|emo fringe|emo bangs",
    "curtain": "curtain bangs|parted bangs|curtain fringe|parted fringe",
    "wispy": "wispy bangs|see through bangs|wispy fringe",
    "choppy": "choppy bangs|messy bangs|micro bangs|short bangs|baby bangs|choppy fringe",
    "strands": "sidelocks|hair strands|ahoge|loose strands|face framing strands|side locks",
}
