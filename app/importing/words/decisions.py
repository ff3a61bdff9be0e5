"""Whether a step of a plan is a go/no-go point, by what it is called, in eight languages."""

from __future__ import annotations

import re

from app.importing.words.spelling import plain, spelt

_GO_NO_GO = re.compile(r"\bgo(?: (?:or|oder|ou|o|lub|veya|vs|und|and))? ?no ?go\b")
_POINTS = spelt(
    """
    decision, decisions, point, gate, checkpoint, call, meeting, approval, vote, review, milestone,
    confirmation, entscheidung, entscheid, entscheidungspunkt, punkt, meilenstein, besprechung, sitzung,
    termin, freigabe, décision, jalon, réunion, validation, decisión, punto, hito, reunión, aprobación,
    decisão, ponto, marco, reunião, aprovação, decisione, riunione, approvazione, decyzja, decyzyjny,
    spotkanie, zatwierdzenie, karar, kararı, noktası, nokta, toplantısı, toplantı, onayı, onay, besluit, for,
    für, pour, para, per, dla, için, to, zu"""
)
"""What follows "Go/No-Go" in the name of one, or goes before it."""
_BEFORE = spelt(
    """
    final, finale, the, formal, first, second, third, last, interim, make, take, hold, conduct, obtain, get,
    of, de, d, del, della, du, da, do, di, von, der, die, letzte, erste, zweite, première, dernière, finale,
    primera, última, final, primeira, prima, ultima, pierwsza, ostatnia, son, ilk, nihai, über, on, sur,
    sobre, su, w, sprawie, step, schritt, milestone"""
)
_ABOUT_IT = re.compile(
    r"\b(?:invit|einlad|criteri|kriteri|critere|kryteri|checklist|check list|agenda|prepar|vorbereit|prepara|"
    r"przygot|hazirl|mail|communic|kommunik|comunic|komunik|document|dokument|report|bericht|protokol|minutes|"
    r"template|vorlage|slides|unterlage|schedul|send|sent)"
)
"""What is done about a decision, before it or after."""
_NUMBER = re.compile(r"^[a-z#]{0,3}\d{1,3}$")
_PARTED = re.compile(r"no[\s-]*go\s*(?:[:–—(;,]|-\s)", re.IGNORECASE)
"""What comes after is not of the name: "Go/No-Go: is the copy complete?"."""


def is_decision(title: str) -> bool:
    """Whether a title is, or begins with, "Go/No-Go", with words around it that name a decision: "Final
    GO / NO GO decision", "Go-No-Go-Entscheidung", "Go/No-Go: proceed?". The criteria for one are none."""
    words = plain(title)
    found = _GO_NO_GO.search(words)
    if found is None or _ABOUT_IT.search(words):
        return False
    before, after = words[: found.start()].split(), words[found.end() :].split()
    if not all(one in _POINTS or one in _BEFORE or _NUMBER.match(one) for one in before):
        return False
    return not after or after[0] in _POINTS or bool(_NUMBER.match(after[0]) or _PARTED.search(title))
