"""Somebody said to be under age without an age: by what the law still denies them, by how far
they are from eighteen, by the class they are in, by a birthday or the year of their birth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timezone

from .numerals import ADULT, EIGHTEEN, is_ordinal, ordinal, value
from .words.vocabulary import word_set

_REACH = 5  # words between what is denied and its denial, in one clause
_TOGETHER = 40  # words between an age and another that is told by it
_OF_BIRTH = range(1900, 2100)
_LAST_GRADE = 13

_DENIALS = word_set(
    "keinen keinem keines banned barred forbidden refused denied prohibido prohibida prohiben "
    "prohibe verboten verbietet interdit interdite proibido proibida proibem vietato vietata "
    "not no never isn isnt aint aren arent wasn wasnt hasn hasnt haven doesn doesnt don won "
    "wont cannot cannt cant couldn wouldn without nicht kein keine keiner nie ohne pas jamais "
    "sans sin nunca jamas nao sem non senza mai"
)
_NO_LONGER = word_set("longer mehr plus mais piu")
_NO_LONGER_AFTER = word_set("anymore longer mehr")
_BELOW = word_set(
    "sub yet under below before until till shy short half younger less almost nearly soon unter "
    "bis vor bald fast antes hasta avant sous jusqu ate prima fino sotto menos menor moins meno "
    "casi quase presque quasi falta faltan faltam faltavam faltaban manque manquent manca "
    "mancano fehlt fehlen"
)
_AWAY = word_set("to from off away bis de para pour per von zu")
_AHEAD = word_set("in dans daqui fra tra dentro entro within off away")
_SPANS = word_set(
    "year years month months week weeks day days ano anos mes meses ans mois jahr jahre monat "
    "monate monaten anno anni mese mesi"
)

_GROWN = word_set(
    "adult adults adulthood erwachsen erwachsene erwachsener volljahrig volljaehrig volljahrige "
    "volljaehrige volljahrigkeit volljaehrigkeit mundig muendig adulta adulto adultos adultas "
    "adulte maggiorenne maioridade majorite majeure majeur legal grownup"
)
_GROWN_IN_PHRASES = """
age of consent, age of majority, legal age, lawful age, of age, full age, grown up, grown woman,
grown man, grown girl, fully grown, all grown, mayor de edad, mayoria de edad, maior de idade,
maggiore eta, age legal, edad legal, idade legal, eta legale, age de consentement,
edad de consentimiento, age du consentement, adult age, womanhood, manhood, drinking age,
voting age, driving age, prom, legally a woman, legally a man, legally an adult,
come of age, comes of age, coming of age, legal drinking, legal limit
"""
_GROWN_PHRASES: dict[str, list[list[str]]] = {}
for _words in (phrase.split() for phrase in _GROWN_IN_PHRASES.split(",")):
    _GROWN_PHRASES.setdefault(_words[0], []).append(_words)
_NOT_OF_PEOPLE = word_set(
    "film films movie movies content entertainment site store shop supervision version themes "
    "comic magazine language education fiction only size sized diapers notice action advice "
    "document documents tender system reasons issue matter residence drama counsel party talk "
    "conversation drinks secretary adviser"
)
"""After "adult" or "legal"."""

_RIGHTS = word_set(
    "drink drinking vote voting drive driving smoke smoking beer alcohol licence license permit "
    "consent wine marry gamble enlist votar voter wahlen waehlen votare beber boire trinken "
    "bere conducir conduire fahren autofahren guidare dirigir manejar patente fuhrerschein "
    "fuehrerschein permis carnet carteira alkohol alcool fumar fumer rauchen fumare casarse "
    "heiraten"
)
_BY_LAW = word_set(
    "legally lawfully legal old enough age allowed yet still permitted todavia aun edad noch "
    "darf durfen duerfen alt ainda idade pode encore droit ancora eta puo diritto legalmente"
)
_TOO = word_set("too demasiado trop zu muito troppo")
_YOUNG = word_set("young joven jeune jung jovem giovane nova")
_LATE_IN_LIFE = word_set(
    "die retire retirement grandmother grandma grandfather widow widower remember pension "
    "president heart"
)

_SHORT_OF = word_set("shy short")
_YOUNGER = word_set("younger junior")
_PARENTAL = word_set(
    "mom moms mum mums dad dads mama papa parents parent parental mother guardian padres eltern "
    "pais genitori"
)
_LEAVE = word_set("signature permission consent note permiso firma erlaubnis permesso permissao")
_NEEDS = word_set(
    "need needs needing without require requires necesita braucht besoin bisogno precisa"
)
_RATED = word_set("rated")
_CANDLES = word_set("candles bougies velas velinhas kerzen candeline")
_BLOWN = word_set("blow blows blew blown souffle soufflera sopla soplara sopra blast soffia cake")

_FULL_AGES = {"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40}
_WAS = word_set("was turned tenia cumplio avait war wurde tinha fez aveva")

_BORN = word_set(
    "nacio nasceu nacque naquit geburtsjahr nacimiento nascimento nascita naissance born birth "
    "birthdate dob nacida nacido nacidas nacidos nee ne nees nes geboren geborene geborenes "
    "jahrgang nascida nascido nascidas nascidos nata nato nati nate"
)
_BIRTHDAY = word_set(
    "birthday birthdays bday cumpleanos anniversaire geburtstag geburtstags geburtstagsparty "
    "aniversario compleanno"
)
_OF_A_UNION = word_set("mariage matrimonio casamento boda bodas wedding firma firm company")
_THINGS = word_set("wine wein vin vino vinho whisky rum car auto voiture coche carro company")

_SCHOOL = word_set(
    "grade grader graders grades form klasse klassen eso primaria secundaria bachillerato prepa "
    "serie elementare elementari media medie liceo superiore superiori college lycee primaire "
    "fundamental medio schuljahr schulklasse"
)
_BETWEEN = word_set("de la du der di del do e a anno ano curso of")
_YEAR_OF_SCHOOL = word_set("year klasse grade grado class classe clase turma")
_YEARS_OF_SCHOOL = frozenset({"ano", "curso"})
_FRENCH_CLASSES = word_set("cp ce1 ce2 cm1 cm2")
_IN_FRENCH_CLASS = word_set("sixieme cinquieme quatrieme troisieme")
_RANKED = word_set("position place vitesse lieu fois partie rang division")
_GROUP = re.compile(r"(?:[1-9]|1[0-2])[a-f]")
_AMERICAN = word_set(
    "freshman freshmen sophomore sophomores junior senior cheerleader student pupil"
)
_AFTER_HEIGHT = word_set("heels heel boots on above over up and as jump court")
_HIGH = word_set("high hs highschool")

_CUES = (
    _GROWN
    | _GROWN_PHRASES.keys()
    | _RIGHTS
    | _YOUNG
    | _BORN
    | _BIRTHDAY
    | _SCHOOL
    | _YEAR_OF_SCHOOL
    | _YEARS_OF_SCHOOL
    | _FRENCH_CLASSES
    | _AMERICAN
    | _PARENTAL
    | _YOUNGER
    | _SHORT_OF
    | _RATED
    | _CANDLES
    | {"period"}
    | _IN_FRENCH_CLASS
    | EIGHTEEN
    | {"18", "18th", "huit", "old", "eighteenth", "digit", "digits", "half"}
)


def has_cues(forms: Sequence[str]) -> bool:
    return not _CUES.isdisjoint(forms) or any(form[0].isdigit() for form in forms)


def first_not_grown(forms: Sequence[str], clauses: Sequence[int]) -> tuple[int, int] | None:
    """The first and last word that say so; `clauses` numbers the clause of each word."""
    for at, form in enumerate(forms):
        if len(form) == 4 and form.isdigit() and form.isascii():
            is_born = forms[at + 1 : at + 2] == ["born"]
            age = datetime.now(timezone.utc).year - int(form)
            if (is_born and 0 <= age < ADULT) or _was_of_age(forms, at):
                return at, at
        if form in _CUES or (form[-1] in "abcdef" and _is_group(forms, at)):
            last = _ends(forms, clauses, at)
            if last is not None:
                return at, last
    return None


def _ends(forms: Sequence[str], clauses: Sequence[int], at: int) -> int | None:
    form = forms[at]
    start = at
    while start and at - start < _REACH and clauses[start - 1] == clauses[at]:
        start -= 1
    before = forms[start:at]
    after = (*forms[at + 1 : at + 5], "", "", "", "")
    if _is_group(forms, at):
        return at
    grown = _grown_ends(forms, at, after)
    if grown is not None:
        to_come = set(forms[grown + 1 : grown + 6])
        is_to_come = not _AHEAD.isdisjoint(to_come) and not _SPANS.isdisjoint(to_come)
        is_to_come |= any(len(each) == 4 and _is_later(each) for each in to_come)
        if is_to_come or _is_denied(before, forms[grown + 1 : grown + 4]):
            return grown
    if form in _YOUNGER or form in _SHORT_OF or (form == "half" and "age" in after[:3]):
        return at if _is_under_age_by_difference(forms, at) else None
    if form in _PARENTAL:
        return at if not _LEAVE.isdisjoint(after[:3]) and not _NEEDS.isdisjoint(before) else None
    if form in _RATED:
        return at if not _DENIALS.isdisjoint(before) else None
    if form in _CANDLES:
        is_blown = not _BLOWN.isdisjoint((*before, *after))
        years = value(before[-1]) if before else None
        return at if is_blown and years is not None and 2 < years < ADULT else None
    if form in ("digit", "digits"):
        is_age = bool({"age", "years"} & {*before, *after})
        return at if is_age and before[-1] in ("one", "single", "a") else None
    if form in _YOUNG and before and before[-1] in _TOO:
        is_late = not _LATE_IN_LIFE.isdisjoint(after) or not _DENIALS.isdisjoint(before[-3:])
        return None if is_late else at
    if form == "old" and after[0] == "enough" and not _DENIALS.isdisjoint(before):
        return at + 1 if _LATE_IN_LIFE.isdisjoint(after) else None
    if form in _RIGHTS:
        is_away = not _SPANS.isdisjoint(after[:4]) and not {"away", "off"}.isdisjoint(after)
        if is_away or _is_forbidden(before, after):
            return at
    if form in _BORN:
        return _birth_ends(forms, at)
    if form in _BIRTHDAY:
        return _birthday_ends(forms, at, before, after)
    return _class_ends(forms, at, before, after)


def _is_group(forms: Sequence[str], at: int) -> bool:
    """ "The 6b", where German means a class."""
    return bool(_GROUP.fullmatch(forms[at])) and forms[at - 1 : at] == ["der"]


def _grown_ends(forms: Sequence[str], at: int, after: Sequence[str]) -> int | None:
    form = forms[at]
    is_dix_huit = form == "huit" and forms[at - 1 : at] == ["dix"]
    if is_dix_huit or form in EIGHTEEN or form in ("18", "18th", "eighteenth"):
        is_ago = after[0].startswith("jahr") and forms[at - 1 : at] == ["vor"]
        is_count = after[0].isdigit() or after[0] in _COUNTED or "ago" in after[:2]
        return None if is_count or is_ago else at
    if form in _GROWN:
        return None if after[0] in _NOT_OF_PEOPLE else at
    for phrase in _GROWN_PHRASES.get(form, ()):
        last = at + len(phrase) - 1
        if forms[at : last + 1] == phrase:
            return None if _NOT_OF_PEOPLE.intersection(forms[last + 1 : last + 2]) else last
    return None


_COUNTED = word_set(
    "minutes hours days weeks months dollars euros pounds degrees people men women guests roses "
    "candles holes wheels wheeler carat karat pages steps miles meters metres km kilometres cm "
    "mm minuten stunden tage leute minutos horas dias pessoas personas minuti ore giorni heures "
    "jours january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep oct nov dec century siecle siglo seculo secolo "
    "jahrhundert h uhr am pm of th floor hole"
)


def _is_denied(before: Sequence[str], after: Sequence[str]) -> bool:
    if not before or not _NO_LONGER_AFTER.isdisjoint(after[:2]):
        return False
    denied = next((at for at, form in enumerate(before) if form in _DENIALS), None)
    if denied is not None:
        beyond = before[denied + 1 :]
        is_past = not _NO_LONGER.isdisjoint(beyond) or before[denied - 1 : denied] == ["ya"]
        is_more = beyond[:1] in (["only"], ["just"]) and "yet" not in beyond
        return not is_past and not is_more
    if not _BELOW.isdisjoint(before[-4:]):
        return True
    return not _AWAY.isdisjoint(before[-2:]) and not _SPANS.isdisjoint(before)


def _is_forbidden(before: Sequence[str], after: Sequence[str]) -> bool:
    around = {*before, *after[:3]}
    if not _DENIALS.isdisjoint(before):
        return not _BY_LAW.isdisjoint(around)
    return False


def _is_under_age_by_difference(forms: Sequence[str], at: int) -> bool:
    """ "Four years younger" than somebody of nineteen, "half the age" of somebody of thirty."""
    near = forms[max(0, at - _TOGETHER) : at + _TOGETHER]
    ages = [years for form in near if (years := _years_of_an_adult(form)) is not None]
    if not ages:
        return False
    if forms[at] == "half":
        return min(ages) / 2 < ADULT
    if at < 2 or forms[at - 1] not in ("year", "years"):
        return False
    less = value(forms[at - 2])
    return less is not None and min(ages) - less < ADULT


def _years_of_an_adult(form: str) -> int | None:
    years = _FULL_AGES.get(form) or value(form)
    return years if years is not None and ADULT <= years < 100 else None


def _is_later(form: str) -> bool:
    return form.isdigit() and form.isascii() and datetime.now(timezone.utc).year < int(form) < 2100


def _was_of_age(forms: Sequence[str], at: int) -> bool:
    """ "She was ten in 2022": how old that makes her today is under 18."""
    if at < 2 or forms[at - 1] not in ("in", "en", "im", "em", "nel"):
        return False
    then = at - 3 if forms[at - 2] in ("years", "anos", "ans", "jahre", "anni") else at - 2
    years = value(forms[then]) if then > 0 else None
    since = datetime.now(timezone.utc).year - int(forms[at])
    is_said = then > 0 and forms[then - 1] in _WAS
    return is_said and years is not None and since >= 0 and years + since < ADULT


def _birth_ends(forms: Sequence[str], at: int) -> int | None:
    this_year = datetime.now(timezone.utc).year
    for last in range(at + 1, min(at + 6, len(forms))):
        form = forms[last]
        if len(form) == 4 and form.isdigit() and int(form) in _OF_BIRTH:
            is_young = this_year - int(form) < ADULT
            around = forms[max(0, at - 4) : last + 4]
            return last if is_young and _THINGS.isdisjoint(around) else None
        if form in ("years", "anos", "ans") and forms[last + 1 : last + 2] in (["ago"], ["atras"]):
            years = value(forms[last - 1])
            return last + 1 if years is not None and years < ADULT else None
    return None


def _birthday_ends(
    forms: Sequence[str], at: int, before: Sequence[str], after: Sequence[str]
) -> int | None:
    for each in reversed(before[-2:]):
        years = ordinal(each)
        if years is None:
            years = value(each)
        if years is not None and 0 < years <= ADULT:
            if not _OF_A_UNION.isdisjoint(after):
                return None
            if years < ADULT or not (_DENIALS | _BELOW).isdisjoint(before):
                return at
    return None


def _class_ends(
    forms: Sequence[str], at: int, before: Sequence[str], after: Sequence[str]
) -> int | None:
    form = forms[at]
    if form in _FRENCH_CLASSES:
        is_told = bool(before) and before[-1] in ("de", "en", "du", "classe", "eleve", "fille")
        return at if is_told or form != "cp" else None
    if form in _IN_FRENCH_CLASS:
        return at if before[-1:] == ["en"] and after[0] not in _RANKED else None
    if form in _AMERICAN:
        for step, each in enumerate(after[:3]):
            if each in ("a", "the", "on", "so", "very"):
                break
            if each in _HIGH and after[step + 1] not in _AFTER_HEIGHT:
                return at + step + 1
        return None
    if form == "period" and {"from", "classmate", "pupil", "teacher"} & set(before):
        return at if before[-1][0].isdigit() and is_ordinal(before[-1]) else None
    if form in _SCHOOL and after[0] != "of":
        left = list(before)
        while left and left[-1] in _BETWEEN:
            left.pop()
        if left:
            grade = ordinal(left[-1])
            if grade is None and form in ("klasse", "grade", "eso", "serie"):
                grade = value(left[-1])
            if grade is not None and 0 < grade <= _LAST_GRADE:
                return at
    if form in _YEARS_OF_SCHOOL and before and is_ordinal(before[-1]):
        grade = ordinal(before[-1])
        if grade is not None and 5 < grade <= 9 and form == "ano":
            return at
    if form in _YEAR_OF_SCHOOL and form != "year":
        told = after[1:3] if after[0] in _BETWEEN else after[:2]
        if _GROUP.fullmatch(told[0]) or _GROUP.fullmatch("".join(told)):
            return at + 1
    if form in _YEAR_OF_SCHOOL and after[0]:
        grade = value(after[0])
        is_counted = form == "year" and (
            after[1] == "of"
            or not before
            or before[-1] not in ("in", "a", "still", "from", "her", "his", "the")
        )
        if grade is not None and 0 < grade <= _LAST_GRADE and not is_counted:
            return at + 1
    return None
