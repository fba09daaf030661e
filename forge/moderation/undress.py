"""Nakedness told by what is not worn: "without a stitch", "nothing on", "outfit: none",
"slips out of her dress", in six languages by one set of rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from .words import LANGUAGES, Words
from .words.vocabulary import word_set

_ENGLISH, _SPANISH, _FRENCH, _GERMAN, _PORTUGUESE, _ITALIAN = LANGUAGES

_CLOTHES = {
    _ENGLISH: word_set("clothes clothing stitch garment garments outfit thread"),
    _SPANISH: word_set("ropa ropas prenda prendas"),
    _FRENCH: word_set("vetement vetements habits fringues"),
    _GERMAN: word_set("kleidung kleider klamotten"),
    _PORTUGUESE: word_set("roupa roupas"),
    _ITALIAN: word_set("vestiti abiti indumenti"),
}
_INTIMATE = {
    _ENGLISH: word_set(
        "boxers leotard leotards camisole chemise undies bodysuit corset bathing swimwear "
        "speedo bra bras panties panty knickers thong underwear bikini swimsuit bodice "
        "brassiere negligee bathrobe nightgown nightie"
    ),
    _SPANISH: word_set(
        "camison camisones medias bikini tanga corse bragas braguitas sujetador sosten "
        "calzones calzon calzoncillos banador"
    ),
    _FRENCH: word_set("collants combinaison string culotte soutien slip nuisette maillot"),
    _GERMAN: word_set(
        "nachthemd badeanzug unterhose unterhosen strumpfe struempfe schlupfer schluepfer "
        "hoschen hoeschen bh slip unterwasche unterwaesche bademantel"
    ),
    _PORTUGUESE: word_set("camisola biquini maio calcinha calcinhas sutia cueca cuecas"),
    _ITALIAN: word_set("sottoveste canottiera mutande mutandine reggiseno slip perizoma"),
}
_OUTER = {
    _ENGLISH: word_set(
        "dress skirt blouse towel robe trousers pants jeans shorts trunks shirt top leggings"
    ),
    _SPANISH: word_set("vestido falda blusa toalla camisa pantalones bata"),
    _FRENCH: word_set("robe jupe chemisier chemise serviette peignoir pantalon"),
    _GERMAN: word_set("kleid rock bluse handtuch hose hemd"),
    _PORTUGUESE: word_set("saia blusa toalha vestido roupao calcas"),
    _ITALIAN: word_set("vestito gonna camicetta asciugamano accappatoio camicia pantaloni"),
}
_WITHOUT = word_set("without minus sans ohne sin sem senza sheds")
_NOT = word_set("not no never hardly scarcely barely isn")
_NOTHING = {
    "nothing": _ENGLISH,
    "zero": _ENGLISH,
    "naught": _ENGLISH,
    "anything": _ENGLISH,
    "nada": _SPANISH,
    "rien": _FRENCH,
    "nichts": _GERMAN,
    "alles": _GERMAN,
    "niente": _ITALIAN,
    "nulla": _ITALIAN,
}
_IN_PORTUGUESE = word_set("nao ela ele esta vestindo veste usando usa sem corpo debaixo por")
_WEARS = word_set(
    "wear wears wearing wore worn dressed clad porte porta portait portant tragt traegt trug "
    "lleva llevaba llevando viste vistiendo veste vestindo usa usando indossa indossava "
    "indossando hat"
)
_ON_ONE = word_set(
    "encima puesto puesta debajo addosso sotto drunter darunter druber sobre dessous sous an "
    "anhat unter underneath beneath corpo vestido baixo"
)
_OVER_OTHERS = word_set("unter sotto sous sobre")
_ON_ONE_PHRASES = (("sur", "elle"), ("sur", "lui"), ("sur", "moi"), ("sur", "la", "peau"))
_AFTER_ON = word_set(
    "but except besides save underneath at under and as while in y und ausser als unter"
)
_ONLY = word_set(
    "only just solo solamente seulement uniquement nur bloss lediglich so apenas somente soltanto"
)
_LAST_COVERS = word_set(
    "smile skin towel socks apron sheet heels hat jewellery jewelry perfume collar blanket bow "
    "stockings sonrisa toalla sourire serviette lacheln laecheln handtuch sorriso toalha "
    "asciugamano"
)
_TAKES_OFF = word_set(
    "take takes took taking taken pull pulls pulled pulling slip slips slipped slipping slide "
    "slides slid sliding peel peels peeled peeling tug tugs tugging kick kicks kicking lift "
    "lifts lifting lifted hike hikes shrug shrugs whip whips"
)
_PARTICLES = word_set("off down up out aside over from")
_REMOVES = word_set(
    "lift lifts lifting lifted hike hikes hiking raise raises raising levanta levantando "
    "levantar releve relevant souleve soulevant hebt alza alzando solleva sollevando remove "
    "removes removed removing unbutton unbuttons unbuttoned unbuttoning unzip unzips unzipped "
    "unzipping unhook unhooks unhooked unhooking unclasp unclasps unclasped unfasten unfastens "
    "undo undoes undid undoing untie unties untied untying drop drops dropped dropping shed "
    "sheds shedding discard discards lose loses lower lowers lowered lowering rip rips ripping "
    "quita quitan quito quitarse quitandose quitate quitando baja bajandose bajarse desabrocha "
    "desabrochando desabrochandose enleve enlever enlevant retire retirant retirer ote otant "
    "baisse baissant degrafe degrafant degrafer deboutonne deboutonnant zieht zog ziehen offnet "
    "oeffnet knopft knoepft tira tirando tirar abaixa abaixando abre abrindo toglie togliendosi "
    "togliersi togliendo sfila sfilandosi slaccia slacciandosi abbassa sbottona"
)
_UNDONE = word_set(
    "undone unbuttoned unhooked unzipped unclasped abierta desabrochada ouverte deboutonnee "
    "aufgeknopft aufgeknoepft desabotoada sbottonata"
)
_DISPLACED = word_set("hiked pulled lifted pushed tugged yanked slipped slipping falling rolled")
_RAISED = word_set("skirt nightgown nightie blouse")
_LOWERED = word_set("pants trousers shorts panties underwear knickers bikini jeans boxers trunks")
_SHEER = ("sheer", "transparen", "trasparen", "durchsichtig")
_PUTS_ON = word_set("on an over")
_GONE = word_set(
    "none zero gone optional ninguna ninguno aucun aucune keine keines nenhuma nenhum nessuno "
    "off undone unbuttoned unhooked unzipped"
)

_CLAD = {
    _ENGLISH: "in casual clothes",
    _SPANISH: "con ropa informal",
    _FRENCH: "en tenue d\u00e9contract\u00e9e",
    _GERMAN: "in Alltagskleidung",
    _PORTUGUESE: "com roupas casuais",
    _ITALIAN: "in abiti informali",
}
_AT_IT = {
    _ENGLISH: "adjusts a jacket",
    _SPANISH: "se arregla",
    _FRENCH: "se pr\u00e9pare",
    _GERMAN: "macht sich fertig",
    _PORTUGUESE: "se arruma",
    _ITALIAN: "si prepara",
}

_NAMED: dict[str, tuple[Words, int]] = {
    form: (language, rank)
    for rank, table in enumerate((_OUTER, _INTIMATE, _CLOTHES))
    for language, forms in table.items()
    for form in forms
}
_PLAIN = 0  # of `rank`: with these, what is said is no more than suggestive
_PARTS = word_set(
    "legs thighs knees breasts chest bottom buttocks privates genitals crotch bosom nipples "
    "jambes cuisses seins poitrine fesses piernas muslos pechos nalgas beine schenkel bruste "
    "brueste brust pernas coxas peitos seios bunda gambe cosce seno seni petto cosciette"
)
_LIMBS = word_set(
    "legs thighs knees jambes cuisses piernas muslos beine schenkel pernas coxas gambe cosce"
)
_OPEN = word_set(
    "apart open wide spread parted abiertas separadas ouvertes ecartees gespreizt breit abertas "
    "aperte larghe"
)
_SEEN = word_set(
    "out exposed uncovered showing bared fuera descubiertos decouverts decouverte decouvertes "
    "entblosst entbloesst frei fora mostra scoperti scoperto vista"
)
_CUES = frozenset({*_NAMED, *_NOTHING, *_LAST_COVERS, *_PARTS})


class Bare(NamedTuple):
    first: int  # words
    last: int
    kind: Literal["explicit", "suggestive"]
    language: Words
    replacement: str


def has_cues(forms: Sequence[str]) -> bool:
    return not _CUES.isdisjoint(forms)


def undressed(forms: Sequence[str], clauses: Sequence[int]) -> Iterator[Bare]:
    """`clauses` numbers the clause of each word."""
    for at, form in enumerate(forms):
        if form not in _CUES:
            continue
        if form in _NAMED:
            found = _of_a_garment(forms, clauses, at)
            if found is not None:
                yield found
        if form in _PARTS:
            found = _of_the_body(forms, clauses, at)
            if found is not None:
                yield found
        if form in _NOTHING:
            found = _of_nothing(forms, clauses, at)
            if found is not None:
                yield found
        if form in _LAST_COVERS or form in _NAMED:
            found = _of_the_last(forms, clauses, at)
            if found is not None:
                yield found


def _clause(clauses: Sequence[int], at: int, before: int, after: int) -> tuple[int, int]:
    """The words around this one in its clause: the first, and one past the last."""
    start = at
    while start and at - start < before and clauses[start - 1] == clauses[at]:
        start -= 1
    stop = at + 1
    while stop < len(clauses) and stop - at <= after and clauses[stop] == clauses[at]:
        stop += 1
    return start, stop


def _of_a_garment(forms: Sequence[str], clauses: Sequence[int], at: int) -> Bare | None:
    language, rank = _NAMED[forms[at]]
    start, stop = _clause(clauses, at, 5, 3)
    after = forms[at + 1 : stop]
    if start < at and forms[at - 1] in _UNDONE:
        return Bare(at - 1, at, "suggestive", language, "")
    if after[:1] and (after[0] in _UNDONE or after[0] == "open" or _is_displaced(forms[at], after)):
        return Bare(at, at + 1, "suggestive", language, "")
    for near in (at - 1, at + 1):
        if start <= near < stop and forms[near].startswith(_SHEER):
            return Bare(min(near, at), max(near, at), "suggestive", language, "")
    if at - start > 1 and forms[at - 2 : at] == ["see", "through"]:
        return Bare(at - 2, at, "suggestive", language, "")
    for first in range(at - 1, start - 1, -1):
        form = forms[first]
        is_near = at - first < 4
        if is_near and (form in _WITHOUT or (form in _NOT and forms[at] in ("stitch", "thread"))):
            if forms[at] in ("top", "shirt", "jeans", "pants") and rank == _PLAIN:
                return None
            return _bare(first, at, rank, language, _CLAD)
        is_own = not _OWN.isdisjoint(forms[max(0, first - 2) : at])
        if form in _REMOVES and is_own and _PUTS_ON.isdisjoint(after[:1]):
            return _bare(first, at, rank, language, _AT_IT)
        if form in _TAKES_OFF:
            inside = set(forms[first + 1 : at])
            beyond = after[:1] if after[:1] and after[0] in _PARTICLES else ()
            is_off = beyond or not _PARTICLES.isdisjoint(inside)
            if is_off and not _OWN.isdisjoint(inside):
                return _bare(first, at + len(beyond), rank, language, _AT_IT)
    is_gone = rank and not _GONE.isdisjoint(forms[at + 1 : at + 2]) and forms[at - 1 : at] != ["no"]
    if is_gone and (forms[at + 1] != "off" or len(after) < 2):
        return _bare(at, at + 1, rank, language, _CLAD)
    return None


_OWN = word_set(
    "her his their my your him them she he me se sa son ses leur ma mon ihr ihre ihren ihrem "
    "sich sein seine seinen si sua seu la el le il las los os as a o suo sue the this of all "
    "everything quitate quitandose bajandose bajarse quitarse desabrochandose togliendosi "
    "togliersi sfilandosi slacciandosi girl lady"
)


def _is_displaced(garment: str, after: Sequence[str]) -> bool:
    if after[0] in _DISPLACED and not _PARTICLES.isdisjoint(after[1:2]):
        return True
    is_moved = (after[0] == "up" and garment in _RAISED) or (
        after[0] == "down" and garment in _LOWERED
    )
    return is_moved and len(after) == 1


def _of_the_body(forms: Sequence[str], clauses: Sequence[int], at: int) -> Bare | None:
    """Of no account among adults, where the words for it have their own."""
    start, stop = _clause(clauses, at, 2, 2)
    states = _OPEN if forms[at] in _LIMBS else _SEEN
    for last in range(at + 1, stop):
        if forms[last] in states and "stretched" not in forms[start:stop]:
            return Bare(at, last, "suggestive", _ENGLISH, "")
    if start < at and forms[at - 1] in ("exposed", "uncovered", "bared", "parted"):
        return Bare(at - 1, at, "suggestive", _ENGLISH, "")
    return None


def _of_nothing(forms: Sequence[str], clauses: Sequence[int], at: int) -> Bare | None:
    form = forms[at]
    start, stop = _clause(clauses, at, 4, 4)
    before, after = forms[start:at], forms[at + 1 : stop]
    language = _NOTHING[form]
    if form == "nada" and not _IN_PORTUGUESE.isdisjoint({*before, *after}):
        language = _PORTUGUESE
    if form == "alles" and (not before or before[-1] != "ohne"):
        return None
    if form == "anything":
        is_bare = not _WITHOUT.isdisjoint(before) or (
            not _WEARS.isdisjoint(before) and not _DENIED.isdisjoint(before)
        )
        if not is_bare or not ({"on", "underneath"} & set(after[:2]) or before[-1:] == ["wearing"]):
            return None
        return Bare(
            start if before[-1] not in _WITHOUT else at - 1,
            at,
            "explicit",
            language,
            _CLAD[language],
        )
    if after and after[0] in ("covering", "covers"):
        return Bare(at, at + 1, "explicit", language, _CLAD[language])
    if after and after[0] == "on":
        if len(after) == 1 or after[1] in _AFTER_ON:
            return Bare(at, at + 1, "explicit", language, _CLAD[language])
        return None
    is_worn = not _WEARS.isdisjoint(before[-2:])
    for step, each in enumerate(after[:3]):
        if each in _OVER_OTHERS and step + 1 < len(after) and not is_worn:
            continue
        if each == "an" and after[step + 1 : step + 2] and after[step + 1] not in _AFTER_ON:
            continue
        if each in _ON_ONE or tuple(after[step : step + 2]) in _ON_ONE_PHRASES:
            if form == "nothing" and each == "beneath":
                continue
            return Bare(at, at + 1 + step, "explicit", language, _CLAD[language])
    if is_worn and (not after or after[0] in ("at", "but", "except", "more", "de", "under")):
        return Bare(at, at, "explicit", language, _CLAD[language])
    if after[:1] == ["else"] and (len(after) == 1) and not _WORN_WITH.isdisjoint(before[:]):
        return Bare(at, at + 1, "explicit", language, _CLAD[language])
    if before and before[-1] in _WITHOUT and not after:
        return Bare(at - 1, at, "suggestive", language, "")
    return None


_DENIED = word_set("not isn isnt wasn aren doesn never without")
_WORN_WITH = word_set(
    "and fishnets stockings socks heels boots thong apron panties bra hat garters gloves underwear"
)


def _of_the_last(forms: Sequence[str], clauses: Sequence[int], at: int) -> Bare | None:
    start, _ = _clause(clauses, at, 5, 0)
    before = forms[start:at]
    if not before:
        return None
    language = _NAMED[forms[at]][0] if forms[at] in _NAMED else _ENGLISH
    rank = _NAMED[forms[at]][1] if forms[at] in _NAMED else 1
    for step in range(len(before) - 1, -1, -1):
        first = start + step
        is_but = before[step : step + 2] in (["nothing", "but"], ["nothing", "except"])
        is_only = before[step] in _ONLY and (
            not _WEARS.isdisjoint(before[max(0, step - 1) : step + 2])
            or "in" in before[max(0, step - 1) : step + 2]
        )
        if is_but or (is_only and rank and at - first < 4):
            return Bare(first, at, "explicit", language, _CLAD[language])
    return None


def _bare(first: int, last: int, rank: int, language: Words, said: dict[Words, str]) -> Bare:
    return Bare(
        first, last, "explicit" if rank > _PLAIN else "suggestive", language, said[language]
    )
