"""Public holidays, known in eight languages by the word for them and by their own names."""

from __future__ import annotations

import re
from collections.abc import Collection

from app.importing.words.spelling import fold

_WORDS = re.compile(
    r"\b(?:(?:public|bank|national|statutory|federal|legal|regional|company) holidays?|holidays?|"
    r"feiertag\w*|jours? feries?|jour_ferie|feries?|festivos?|festivita|"
    r"giorn[oi] festiv[oi]|feriados?|"
    r"fiesta (?:nacional|local)|swiet[ao]|swieta panstwowe|dni wolne|dzien wolny|dzien ustawowo wolny|"
    r"(?:resmi |genel )?tatil(?:i|ler|leri)?|feestdag(?:en)?|helligdag\w*)\b"
)
"""The word for holidays, without accents."""
_NAMES = re.compile(
    r"\b(?:"
    # English
    r"new year'?s?(?: day| eve)?|good friday|easter(?: sunday| monday)?|christmas(?: day| eve)?|boxing day|"
    r"may day|labou?r day|memorial day|independence day|thanksgiving(?: day)?|veterans day|columbus day|"
    r"juneteenth|martin luther king\w*|presidents'? day|whit monday|ascension(?: day)?|pentecost|"
    r"corpus christi|all saints'? day|epiphany|st\.? stephen'?s day|st\.? patrick'?s day|diwali|eid\b.*|"
    # German
    r"neujahr\w*|heilige drei konige|karfreitag|ostersonntag|ostermontag|ostern|tag der arbeit|maifeiertag|"
    r"christi himmelfahrt|auffahrt|pfingst\w*|fronleichnam|maria himmelfahrt|tag der deutschen einheit|"
    r"reformationstag|allerheiligen|buss- und bettag|heiligabend|(?:erster |zweiter |[12]\. )?weihnacht\w*|"
    r"silvester|stephanstag|nationalfeiertag|bundesfeier|berchtoldstag|"
    # French
    r"jour de l.an|1er janvier|nouvel an|vendredi saint|(?:lundi de |dimanche de )?paques|1er mai|8 mai|"
    r"fete du travail|victoire (?:de )?1945|(?:jeudi de l.)?ascension|(?:lundi de )?pentecote|14 juillet|"
    r"fete nationale|assomption|toussaint|11 novembre|armistice|(?:jour de )?noel|saint.etienne|"
    # Spanish
    r"ano nuevo|reyes(?: magos)?|epifania(?: del senor)?|jueves santo|viernes santo|semana santa|"
    r"lunes de pascua|dia del trabaj(?:o|ador)|fiesta del trabajo|asuncion(?: de la virgen)?|"
    r"fiesta nacional.*|dia de la (?:hispanidad|constitucion|independencia).*|todos los santos|"
    r"inmaculada(?: concepcion)?|navidad|"
    # Portuguese
    r"ano novo|confraternizacao universal|carnaval|sexta.feira santa|paixao de cristo|pascoa|"
    r"tiradentes|dia do trabalh(?:o|ador)|corpo de deus|independencia do brasil|"
    r"nossa senhora aparecida|finados|proclamacao da republica|consciencia negra|natal|"
    r"dia da liberdade|implantacao da republica|restauracao da independencia|imaculada conceicao|"
    # Italian
    r"capodanno|pasqua|pasquetta|lunedi dell.angelo|festa della liberazione|"
    r"anniversario della liberazione|festa dei lavoratori|festa del lavoro|festa della repubblica|"
    r"ferragosto|assunzione.*|ognissanti|tutti i santi|immacolata(?: concezione)?|natale|santo stefano|"
    # Polish
    r"nowy rok|trzech kroli|wielkanoc\w*|poniedzialek wielkanocny|swieto pracy|"
    r"swieto (?:narodowe )?(?:konstytucji )?.*3 maja|zielone swiatki|boze cialo|wniebowziecie.*|"
    r"wszystkich swietych|swieto niepodleglosci|boze narodzenie|wigilia.*|"
    # Turkish
    r"yilbasi|ulusal egemenlik.*|emek ve dayanisma gunu|ataturk.u anma.*|demokrasi ve milli birlik gunu|"
    r"zafer bayrami|cumhuriyet bayrami|ramazan bayrami.*|kurban bayrami.*"
    r")(?:s?tag|\s*(?:[(\[,;/–-].*|day|eve|holiday|observed|\d.*))*$"
)
"""The names of the days themselves, without accents, and what may follow: a "Christmas release" is none."""
OF_HOLIDAYS = (
    "These are public holidays; each comes in as a freeze of its day. Choose another kind of list if changes "
    "go in on them."
)
"""What is told of a list of them."""
_LEAST_SHARE = 0.6
"""How many of a list's days must be known: each country has some of its own besides."""
_LEAST_KNOWN = 2


def says_holidays(text: str) -> bool:
    """Whether a text calls something a holiday: "Public holiday", "nom_jour_ferie", "Feiertage in Hessen"."""
    return _WORDS.search(fold(text).replace("_", " ")) is not None


def is_holiday(title: str) -> bool:
    """Whether a title is that of a public holiday, by its name or because it says so."""
    return _NAMES.match(fold(title)) is not None or says_holidays(title)


def are_holidays(titles: Collection[str]) -> bool:
    """Whether most of a list's titles are those of public holidays."""
    known = sum(map(is_holiday, titles))
    return known >= _LEAST_KNOWN and known >= _LEAST_SHARE * len(titles)
