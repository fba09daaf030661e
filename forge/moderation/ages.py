"""Ages under 18 in words and digits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from .numerals import ADULT, EIGHTEEN, NUMBERS, value
from .words import COMMON
from .words.vocabulary import word_set

_LEAST_TOLD = 6  # below, a number between commas is one of a list

_TENS = word_set(
    "twenty thirty forty fourty fifty sixty seventy eighty ninety hundred veinte treinta "
    "cuarenta cincuenta sesenta setenta ochenta noventa vingt trente quarante cinquante "
    "soixante cent vinte trinta quarenta cinquenta sessenta oitenta cem venti trenta quaranta "
    "cinquanta sessanta settanta ottanta novanta"
)
_YEARS = word_set("year years yr yrs")
_YEARS_ELSEWHERE = word_set("anos anitos ans annees jahre jahren anni")
_THINGS = word_set(
    "whisky whiskey scotch bourbon rum wine port brandy malt single vintage cheese car truck "
    "van house building castle tree bike boat ship company firm business startup marriage "
    "relationship laptop computer phone carpet bread photo photograph painting sofa couch shirt "
    "jacket boots bicycle bridge ehe beziehung jubilaum jubilaeum firma wein haus auto baum "
    "gebaude"
)
_SINCE = word_set(
    "hace desde durante por tras despues depois apos ha faz depuis pendant apres dans vor seit "
    "fur fuer nach per dopo relacion relacao relation aniversario anniversaire matrimonio "
    "casamento mariage casados casadas maries ehe whisky ron rum vino vinho vin wein rhum "
    "cumplimos llevamos juntos experiencia garantia"
)
_THEN = word_set(
    "ago atras auparavant despues depois later spater spaeter lang juntos casados plus mas "
    "tarde together"
)
_OF_THINGS = word_set(
    "casados casadas relacion relacao matrimonio casamento mariage experiencia experience "
    "servicio servico service amor amour amistad amizade amitie vida vie garantia marriage work "
    "erfahrung ehe carrera carreira carriere historia antiguedad"
)
_PERSONS = word_set(
    "girl girls boy boys daughter son sister brother niece nephew cousin student pupil model "
    "female male stepdaughter stepson chica chico muchacha muchacho hija hijo hermana hermano "
    "sobrina fille garcon soeur frere neveu madchen maedchen junge tochter sohn schwester "
    "bruder garota garoto filha filho irma irmao ragazza ragazzo figlia figlio friend neighbour "
    "neighbor classmate prima primo amiga amigo vecina vecino alumna alumno cousine voisine "
    "voisin amie eleve etudiante nichte neffe freundin nachbarin schulerin sobrinha sobrinho "
    "vizinha aluna aluno rapariga cugina cugino nipote amica vicina alunna cria crio chavala "
    "chavalo nena nene pibe piba mocosa gamine gamin mome kid lass lad lassie maiden beauty "
    "princess cutie dancer gymnast ballerina cheerleader sweetheart babysitter actress singer "
    "boyfriend girlfriend tochterchen madel maedel novia novio"
)
_ALONE = word_set("i im she shes he hes they theyre whos")
"""Before a number: "she's fifteen", of which the "'s" has gone."""
_PRONOUNS = _ALONE | word_set("who sie er ich ella el elle il ela ele lei lui") | _PERSONS
_COPULAS = word_set(
    "is was am are being only just barely turned turning turns about almost now today like ist "
    "war bin erst gerade noch knapp solo apenas recien seulement a que tem so ha appena cumplio "
    "tiene fez"
)
_OWNS = word_set("tiene a tem ha fez")
_NO_MORE_THAN = word_set("solo apenas recien seulement que so appena erst only just barely")
"""With `_OWNS`, which elsewhere is about things, one of these says an age: "solo tiene trece"."""
_DENIALS = word_set("no not nicht pas non nao isn hasn aren doesn never")
_YET = word_set(
    "yet aun todavia encore noch ainda ancora cumple cumplio llega completou turned reached even"
)
_AGED = word_set("aged age ages edad idade agee alter eta")
_BELOW = word_set("under below almost nearly unter sotto sous fast casi quase presque quasi")
_UNITS = word_set(
    "minute minutes min mins hour hours hrs second seconds sec day days week weeks month months "
    "year years foot feet ft inch inches cm mm m km kg lb lbs pound pounds mile miles metre "
    "metres meter meters percent dollars dollar euros euro bucks times degrees steps points pm "
    "am oclock o x th st nd rd of to out floors stories storeys rooms people friends men women "
    "guys glasses beers drinks shots pages books cups photos pictures cards stars blocks kids "
    "children cats dogs cities countries songs games goals different more other dates rounds "
    "courses seats centimeters litres liters bottles thousand hundred million grams candles "
    "roses flowers kilometers kilos meals trips shows films movies nights weekends"
)
_HEDGES = word_set(
    "cumplira completara fara aura tendra tera avra nearly almost casi quase presque fast quasi "
    "bald fez faz fazendo barely hardly scarcely shy even turn turns turned turning older "
    "younger kaum knapp wird wurde geworden recien apenas cumplir cumplido cumplidos cumple "
    "cumplio llega peine fete fetes fetera fetait fazer completar completou compie compiuto "
    "compira appena neanche nemmeno meme ni nem becoming becomes"
)
_PARTS_OF_A_YEAR = word_set("half quarter quarters")
_TURNED = word_set("compiuto cumplido completado geworden")
_TODAY = word_set(
    "now today yesterday tomorrow recently hoy ayer manana hier demain heute gestern morgen "
    "hoje ontem amanha oggi ieri domani next last this soon"
)
_LEAST_HEDGED = 9
_AFTER_AGES = _YEARS | _YEARS_ELSEWHERE | {"yo", "y", "yearold"}
_DIGITS = frozenset("0123456789")
_NUMBER_WORDS = EIGHTEEN | NUMBERS.keys()
_SEASONS = word_set("summers springs winters primaveras printemps lenze sommer")
_SPELLED = re.compile(r"(\d{1,2})(yo|yrs?|years?|yearolds?|yr ?olds?|f|m|ans|anos|jahre)")
_GRADE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


def has_numbers(forms: Sequence[str]) -> bool:
    return any(_is_number(form) for form in forms)


def _is_number(form: str) -> bool:
    return (
        form[0] in _DIGITS
        or form in _NUMBER_WORDS
        or form.endswith("ish")
        or "jahrig" in form
        or "jaehrig" in form
    )


def first_under_age(
    forms: Sequence[str],
    is_decimal: Sequence[bool] | None = None,
    is_apposed: Sequence[bool] | None = None,
    clauses: Sequence[int] | None = None,
) -> tuple[int, int] | None:
    """The first and last word of an age under 18 of somebody, not of something.

    For each word, `is_decimal`: it is what follows the point of a number; `is_apposed`: commas
    or brackets stand around it; `clauses`: which clause it is in."""
    for at, form in enumerate(forms):
        if _is_number(form):
            if is_decimal is not None and is_decimal[at]:
                continue
            if form == "1" and at and forms[at - 1] in _AGED and _is_digit(forms[at + 1 : at + 2]):
                return at, at + 1  # "aged 1 6"
            is_split = form == "1" and _is_digit(forms[at + 1 : at + 2])
            if is_split and not _AFTER_AGES.isdisjoint(forms[at + 2 : at + 3]):
                return at, at + 2  # "1 6 yrs"
            if clauses is not None and _is_hedged(forms, at, clauses):
                return at, at
            if is_apposed is not None and is_apposed[at] and _is_told_of_somebody(forms, at):
                return at, at
            last = _age_ends(forms, at, 0 if clauses is None else bisect_left(clauses, clauses[at]))
            if last is not None:
                return at, min(last, len(forms) - 1)
    return None


def _is_hedged(forms: Sequence[str], at: int, clauses: Sequence[int]) -> bool:
    """ "Barely fifteen", "recien cumplidos los catorce", with nothing that is counted."""
    form = forms[at]
    years = value(form.removesuffix("ish"))
    if years is None or not _LEAST_HEDGED <= years < ADULT:
        return False
    after = forms[at + 1] if at + 1 < len(forms) and clauses[at + 1] == clauses[at] else ""
    if form.endswith("ish") or after == "ish":
        return True
    if after == "going" and forms[at + 2 : at + 3] == ["on"]:
        return True
    if after == "and" and not _PARTS_OF_A_YEAR.isdisjoint(forms[at + 3 : at + 4]):
        return forms[at + 4 : at + 5] == [] or forms[at + 4] not in _UNITS
    is_bare = not after or after in _TODAY or after.endswith("ing")
    if not is_bare and (after not in COMMON or after in _UNITS):
        return False
    start = at
    while start and at - start < 3 and clauses[start - 1] == clauses[at]:
        start -= 1
    before = forms[start:at]
    if not before or not _TENS.isdisjoint(before):
        return False
    if before[-1] == "and" and not after:
        clause = bisect_left(clauses, clauses[at])
        return not _ALONE.isdisjoint(forms[clause:at])
    return not _HEDGES.isdisjoint(before)


def _age_ends(forms: Sequence[str], at: int, clause: int) -> int | None:
    """`clause`: where the clause that it is in begins."""
    form = forms[at]
    before = tuple(forms[max(0, at - 5) : at])
    after = (*forms[at + 1 : at + 7], *[""] * 6)
    compound = re.split("j(?:a|ae)hrig", form, maxsplit=1)
    if len(compound) == 2:
        years = value(compound[0]) if compound[0] else None
        return at if _is_minor(years) and after[0] not in _THINGS else None
    spelled = _SPELLED.fullmatch(form)
    if spelled and _is_minor(int(spelled[1])):
        return at
    grade = _GRADE.fullmatch(form)
    if grade and int(grade[1]) <= 12 and after[0] in ("grade", "grader", "graders"):
        return at + 1
    years = value(form)
    if form == "dix" and after[0] in ("sept", "huit", "neuf"):
        return None
    if form in ("huit", "neuf") and before[-1:] == ("dix",):
        return None
    if years is None or _TENS & set(forms[max(clause, at - 3) : at]):
        return None
    if after[0] in ("month", "months", "week", "weeks", "day", "days") and after[1] == "old":
        return None if after[2] in _THINGS else at + 2
    if years == ADULT and (
        (before[-1:] and before[-1] in _BELOW)
        or before[-2:] in _LESS
        or (_DENIALS & set(before) and _YET & {*before, *after[:2]})
    ):
        return None if after[0] in _UNITS - _YEARS else at
    if not _is_minor(years):
        return None
    return _by_neighbours(form, before, after, at)


_LESS = (
    ("younger", "than"),
    ("less", "than"),
    ("not", "yet"),
    ("isn", "yet"),
    ("menos", "de"),
    ("menor", "de"),
    ("moins", "de"),
)


def _by_neighbours(
    form: str, before: tuple[str, ...], after: tuple[str, ...], at: int
) -> int | None:
    if after[:3] == ("and", "a", "half"):
        at, after = at + 3, (*after[3:], "", "", "")
    if after[0] in _YEARS:
        if after[1] in ("old", "olds", "young") or after[1:3] == ("of", "age"):
            return None if after[2] in _THINGS or after[3] in _THINGS else at + 2
        if after[1] == "o":
            return at + 2
        if after[1] in _THEN:
            return None
        if before[-1:] == ("of",) and before[-2:-1] and before[-2] in _PERSONS:
            return at + 1
        return at + 1 if before[-1:] and before[-1] in _AGED else None
    if after[0] == "f" and form.isdigit():
        return at + 1
    if after[0] in ("yo", "yearold", "y") and (after[0] != "y" or after[1] == "o"):
        return at + 1
    if after[0].startswith(("jahrig", "jaehrig")):
        return None if after[1] in _THINGS else at + 1
    if after[0] in _SEASONS and not {"for", "in", "over", "after"} & set(before[-2:]):
        return None if after[1] in _THEN else at + 1
    if after[0] in _YEARS_ELSEWHERE:
        is_span = (
            (_SINCE & set(before[-3:]) and not (_NO_MORE_THAN | _TURNED) & set(before[-2:]))
            or before[-2:] == ("y", "a")
            or after[1] in _THEN
            or (after[1] in ("de", "d", "di") and after[2] in _OF_THINGS)
        )
        return None if is_span else at + 1
    if after[0] in _UNITS or after[0].isdigit():
        return None
    return at if _is_of_somebody(form, before) else None


def _is_of_somebody(form: str, before: tuple[str, ...]) -> bool:
    left = list(before)
    if tuple(left[-2:]) in (("younger", "than"), ("menor", "de")):
        return (value(form) or 0) > 9
    if (left and left[-1] in _BELOW) or tuple(left[-2:]) in _LESS[:4]:
        return form.isdigit() and int(form) > 9
    passed: set[str] = set()
    while left and left[-1] in ("of", "is", "de", "von", "di"):
        left.pop()
    if left and left[-1] in _AGED:
        return left[-2:-1] != ["ice"]
    if left and left[-1] in _PERSONS and before[-1] in ("of", "de", "von", "di"):
        return True
    left = list(before)
    while left and left[-1] in _COPULAS:
        passed.add(left.pop())
    if NUMBERS.get(form, 9) < 4:
        return False
    if passed & _OWNS and not _NO_MORE_THAN & {*passed, *before}:
        return False
    if not left:
        return bool(passed & _OWNS)
    return left[-1] in _PRONOUNS and (
        bool(passed) or left[-1] in _PERSONS | _ALONE or form.isdigit()
    )


def _is_told_of_somebody(forms: Sequence[str], at: int) -> bool:
    """ "The girl next door, 15, smiles"."""
    years = value(forms[at])
    told = set(forms[max(0, at - 4) : at]) & (_PERSONS | _ALONE)
    return bool(told) and years is not None and _LEAST_TOLD <= years < ADULT


def _is_digit(forms: Sequence[str]) -> bool:
    return len(forms) == 1 and len(forms[0]) == 1 and forms[0] in "01234567"


def _is_minor(years: int | None) -> bool:
    return years is not None and 0 < years < ADULT
