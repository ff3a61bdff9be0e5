"""How plausible a decoded text is: which letters are common in the languages of each code page."""

from __future__ import annotations

import re
from itertools import pairwise

_WESTERN = "äöüßÄÖÜéèêëàâçùûîïôœÉÈÀÇñáíóúìòÑÁÍÓÚãõÃÕåæøÅÆØ"
_MARKS = "…“”‘’–—•€£°§®™´«»·¿¡„\u00a0²³µ½¼©ºª"
_CENTRAL = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüäÖÜÄßâăîșțşţôĺľŕ"
_TURKISH = "çğıöşüÇĞİÖŞÜâîû"
_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯіїєґ№"
_GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ"
_BALTIC = "ąčęėįšųūžāēģīķļņĄČĘĖĮŠŲŪŽĀĒĢĪĶĻŅ"
_HEBREW = "אבגדהוזחטיכךלמםנןסעפףצץקרשת"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآئؤء،"

SINGLE_BYTE: dict[str, str] = {
    "cp1252": _WESTERN + _MARKS,
    "cp1250": _CENTRAL + _MARKS,
    "iso8859_2": _CENTRAL + "\u00a0°§´",
    "cp1254": _TURKISH + _MARKS,
    "cp1251": _CYRILLIC + _MARKS,
    "koi8_r": _CYRILLIC,
    "iso8859_5": _CYRILLIC,
    "cp1253": _GREEK + _MARKS,
    "cp1257": _BALTIC + _MARKS,
    "cp1255": _HEBREW + _MARKS,
    "cp1256": _ARABIC + _MARKS,
    "iso8859_15": _WESTERN + "€ŠšŽžŒœ°§",
    "mac_roman": _WESTERN + _MARKS,
    "cp850": _WESTERN,
}
"""Code pages in order of preference with the letters their languages use; the first of equals wins."""

PLAIN_WORDS: dict[str, frozenset[str]] = {
    "cp1250": frozenset(
        {
            "nazwa",
            "opis",
            "uwagi",
            "systemy",
            "serwer",
            "od",
            "okno",
            "okno serwisowe",
            "temat",
            "klucz",
            "rodzaj",
            "osoba",
            "priorytet",
            "zadanie",
            "data utworzenia",
            "aplikacja",
            "zmiana",
            "termin",
        }
    ),
    "cp1254": frozenset(
        {"durum", "tarih", "konu", "sorumlu", "birim", "sunucu", "notlar", "uygulama", "ekip", "kimlik"}
    ),
}
"""Headers without any accent that tell the language, and so the code page, of a list."""
_COMPANIONS = {"ţ": "ăĂ", "Ţ": "ăĂ", "ý": "áčďéěíňřšťúůžÁČĎÉĚÍŇŘŠŤÚŽ"}
"""Letters of one language alone, and those of it that stand near them: Turkish misread has the first only."""
_WORD = re.compile(r"[^\W\d_]+")
_LETTER_BEFORE_MARK = re.compile(r"[^\W\d_][€£°§®•·¿¡„«²³µ½¼©ºª´][^\W\d_]|[^\W\d_]{3}[€£]")
_LATIN_CODE_PAGES_RARE = "ÃÂÐÞ"
_COMMON_HANZI = frozenset(
    "的一是不了在人有我中大国个到和地出年会时要以生对可为上下用工作部更新系统服务数据测试变更网络应用状态创建描述完成标题问题"
)
_COMMON_HANZI_TRADITIONAL = frozenset(
    "的一是不了在人有我中大國個到和地出年會時要以對為上下用工作部更新系統服務數據測試變更網路應用狀態建立描述完成標題問題"
)
_COMMON_HANGUL = frozenset("이다는을의에가하고지로기사한인서도리스시정제목상태변경요청데터완료")


def score_of_letters(text: str, common: str) -> float:
    """Plausibility of a text in a single-byte code page; higher is better, per character beyond ASCII."""
    marked = [letter for letter in text if letter > "\x7f"]
    there = frozenset(marked)
    known = frozenset(common) - {one for one, near in _COMPANIONS.items() if there.isdisjoint(near)}
    if not marked:
        return 0.0
    score = 0.0
    for letter in marked:
        if letter in known:
            score += 0.7 if letter in _LATIN_CODE_PAGES_RARE else 1.0
        elif letter < "\u00a0" or letter == "\ufffd":
            score -= 3.0
        else:
            score -= 0.8
    score -= 1.5 * len(_LETTER_BEFORE_MARK.findall(text))
    for found in _WORD.finditer(text):
        score -= _implausibility(found.group())
    return score / len(marked)


def _implausibility(word: str) -> float:
    """What speaks against a word: a letter alone (a dash misread), inner capitals, two scripts, accents."""
    if word.isascii():
        return 0.0
    beyond = sum(letter > "\x7f" for letter in word)
    against = 0.0
    if len(word) == 1:
        return 1.2 if word.isupper() else 0.5
    if any(here.isupper() and before.islower() for before, here in pairwise(word)):
        against += 0.6
    latin_accents = sum("\x80" < letter < "\u0250" for letter in word)
    if latin_accents == beyond:
        if beyond > 2 and beyond * 2 > len(word):
            against += 0.5 * beyond
    elif beyond < len(word):
        against += 0.8 * min(beyond, len(word) - beyond)
    return against


def score_of_wide_characters(text: str, codec: str) -> float:
    """Plausibility of a text in a two-byte encoding of East Asia, on the scale of `score_of_letters`."""
    marked = [letter for letter in text if letter > "\x7f"]
    if not marked:
        return 0.0
    return sum(_wide_score(letter, codec) for letter in marked) / len(marked)


def _wide_score(letter: str, codec: str) -> float:
    if letter in "、。「」（）：，・ー！？":
        return 1.0
    if "\u3040" <= letter <= "\u30ff":
        return 1.3 if codec in ("cp932", "euc_jp") else -1.0
    if "\uff61" <= letter <= "\uff9f":
        return -1.2
    if "\uac00" <= letter <= "\ud7a3":
        if codec != "euc_kr":
            return -1.0
        return 1.4 if letter in _COMMON_HANGUL else 0.9
    if "\u4e00" <= letter <= "\u9fff":
        return _ideograph_score(letter, codec)
    if "\uff01" <= letter <= "\uff5e":
        return 0.5
    return -2.0


def _ideograph_score(letter: str, codec: str) -> float:
    """Ideographs in the first level of their standard are the ones people write."""
    try:
        lead = letter.encode(codec)[0]
    except UnicodeEncodeError:
        return -2.0
    if codec == "gb18030":
        return 1.3 if letter in _COMMON_HANZI else 1.0 if 0xB0 <= lead <= 0xD7 else -1.2
    if codec == "cp932":
        return 1.0 if 0x88 <= lead <= 0x97 else -0.8
    if codec == "big5":
        return 1.3 if letter in _COMMON_HANZI_TRADITIONAL else 0.8 if 0xA4 <= lead <= 0xC6 else -1.2
    if codec == "euc_jp":
        return 0.7 if 0xB0 <= lead <= 0xCF else -0.8
    return -0.8
