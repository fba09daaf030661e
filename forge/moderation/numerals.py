"""Numbers up to eighteen in words, how many and which one."""

from __future__ import annotations

import re

from .words.vocabulary import word_set

ADULT = 18  # years

_IN_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen",
    "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciseis diecisiete",
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "dixsept",
    "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn "
    "sechzehn siebzehn",
    "eins zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf dreizehn vierzehn "
    "fuenfzehn sechzehn siebzehn",
    "um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze "
    "dezesseis dezessete",
    "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
    "quindici sedici diciassette",
)
EIGHTEEN = word_set("eighteen dieciocho dixhuit achtzehn dezoito diciotto")
NUMBERS = {word: years for words in _IN_WORDS for years, word in enumerate(words.split(), 1)} | {
    "catorze": 14,
    "dezasseis": 16,
    "dezassete": 17,
    "dieci": 10,
}

_WHICH_IN_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth",
    "primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo undecimo duodecimo "
    "decimotercero decimocuarto decimoquinto decimosexto decimoseptimo decimoctavo",
    "primera segunda tercera cuarta quinta sexta septima octava novena decima",
    "premiere deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme "
    "onzieme douzieme treizieme quatorzieme quinzieme seizieme dixseptieme dixhuitieme",
    "primeiro segundo terceiro quarto quinto sexto setimo oitavo nono decimo",
    "primeira segunda terceira quarta quinta sexta setima oitava nona decima",
    "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo dodicesimo "
    "tredicesimo quattordicesimo quindicesimo sedicesimo diciassettesimo diciottesimo",
    "prima seconda terza quarta quinta sesta settima ottava nona decima",
)
_GERMAN = (
    "erst zweit dritt viert funft sechst siebt acht neunt zehnt elft zwolft dreizehnt vierzehnt "
    "funfzehnt sechzehnt siebzehnt achtzehnt",
    "erst zweit dritt viert fuenft sechst siebt acht neunt zehnt elft zwoelft dreizehnt vierzehnt "
    "fuenfzehnt sechzehnt siebzehnt achtzehnt",
)
_ORDINALS = {word: at for words in _WHICH_IN_WORDS for at, word in enumerate(words.split(), 1)} | {
    stem + ending: at
    for stems in _GERMAN
    for at, stem in enumerate(stems.split(), 1)
    for ending in ("e", "en", "er", "es", "em")
}
_IN_DIGITS = re.compile(r"(\d{1,2})(?:st|nd|rd|th|o|a|os|as|e|eme|ieme)")


def value(form: str) -> int | None:
    """How many: 0 to 99 in digits, 1 to 18 in words."""
    if form.isdigit() and form.isascii() and len(form) < 3:
        return int(form)
    return ADULT if form in EIGHTEEN else NUMBERS.get(form)


def ordinal(form: str) -> int | None:
    """Which one: "fourteenth", "14th", "vierzehnten"."""
    if form[:1].isdigit():
        found = _IN_DIGITS.fullmatch(form)
        return int(found[1]) if found else None
    return _ORDINALS.get(form)


def is_ordinal(form: str) -> bool:
    return ordinal(form) is not None
