"""Words of many trackers to this desk's own: states, classes, kinds, scales, tiers, yes and no."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from app.importing.words.composed_states import composed_state
from app.importing.words.of_states import ACTIVITY_STATES, STATES
from app.importing.words.of_values import (
    CHANGE_KINDS,
    CI_KINDS,
    CLASSES,
    ENTRIES,
    OUTCOMES,
    SCALE,
    STRENGTHS,
    TIERS,
)
from app.importing.words.spelling import plain, plain_value, spellings, spelt, word_map

_WITH_MAKES = ("ci_kind",)
"""Choices that sources name together with a make, a place or a version."""
CHOICES: dict[str, dict[str, str]] = {
    "state": STATES,
    "change_class": CLASSES,
    "change_kind": CHANGE_KINDS,
    "scale": SCALE,
    "tier": TIERS,
    "ci_kind": CI_KINDS,
    "outcome": OUTCOMES,
    "activity_state": ACTIVITY_STATES,
    "strength": STRENGTHS,
    "entry": ENTRIES,
}
"""Value maps by name: plain word to the desk's own value."""

NUMERIC_CHOICES = frozenset({"scale", "tier"})
"""Value maps whose values are whole numbers."""

_BRACKETED_END = re.compile(r"\s*\([^()]*\)\s*$")
_LAST_VOWELS = re.compile(r"(?<=\w)[aeiouy]+$")
_SHORTEST_STEM = 5
_THE_THING = {
    "scale": spelt(
        "risk, riski, risiko, risque, riesgo, risco, rischio, ryzyko, impact, impacto, impatto, etki"
    ),
    "change_class": spelt(
        "change, changes, änderung, changement, cambio, mudança, modifica, zmiana, değişiklik, değişikliği, "
        "de, d, di"
    ),
    "ci_kind": spelt("cmdb, ci"),
    "strength": spelt(
        "freeze, lock, only, gel, sperre, congelación, congelamento, blocco, blokada, dondurma"
    ),
}
"""Words that name what is rated, not how."""
_ON_CONDITION = re.compile(r"\s+(?:with|subject to|mit|unter|avec|sous|con|com|z|pod)\s+", re.IGNORECASE)
"""Between an approval and what it is bound to: "Approved with conditions", "genehmigt mit Auflagen"."""
_ENDED_AS = re.compile(r"^\s*(resolved|closed|verified)\s+(?=\w+\s*$)", re.IGNORECASE)
"""Bugzilla's way to say the resolution behind the state: "RESOLVED WONTFIX"."""
_DASHED = re.compile(r"\s+[-–—]\s+|(?<=[A-Z])-(?=[A-Z])")
_BEING_IN = re.compile(r"^(?:in|en|em|im|w|na) (?=\S+ )")
"""What says no more of a state of several words than that a record is in it: "In Code Review"."""
_RANKED = re.compile(r"^\s*[\[(]?(?:(?:P|S|Sev)\s?)?(\d)\s*[\])]?\s*(?:[-–:.)]\s*|\s)(.+)$", re.DOTALL)
_TIER = re.compile(
    r"^\s*(?:tier|level|stufe|niveau|nivel|nível|livello|poziom|seviye)[\s:#-]*([1-4])\b", re.IGNORECASE
)
_YES = spelt(
    """
    yes, y, true, 1, x, ok, tests passed, approved, success, succeeded, successful, passed, si, ja, j, oui,
    o, sim, s, tak, t, evet, e, genehmigt, approuvé, aprobado, aprovado, approvato, erfolgreich, succès,
    éxito, exitoso, sucesso, successo, sukces, başarılı, zatwierdzono, zatwierdzone, onaylandı, freigegeben,
    approuvée, aprobada, aprovada, approvata, zatwierdzony, zatwierdzona, onaylı, granted, accepted,
    authorized, authorised, autorizado, autorizada, autorisé, autorisée, autorizzato, autorizzata"""
)
_NO = spelt(
    """
    no, n, false, 0, rejected, failed, failure, nein, non, não, nie, hayır, abgelehnt, refusé, error,
    requested, pending, not requested, not yet requested, not approved, waiting, fehlgeschlagen, échec,
    fallido, falha, fallito, niepowodzenie, başarısız, cancelled, canceled, declined, not required, no longer
    required, angefordert, noch nicht angefordert, ausstehend, demandé, pas encore demandé, rejeté, refusée,
    en attente, solicitado, aún no solicitado, rechazado, rechazada, pendiente, reprovado, reprovada,
    respinto, respinta, odrzucona, ainda não solicitado, rejeitado, rejeitada, pendente, richiesto,
    żądane, odrzucone, talep edildi, oczekujące, beklemede, onay bekliyor, denied, refused,
    richiesta, non ancora richiesto, non ancora richiesta, rifiutato, rifiutata, in attesa, zażądano, jeszcze
    nie zażądano, odrzucono, oczekuje, istendi, henüz istenmedi, reddedildi, bekliyor, unsuccessful,
    partiallysucceeded, partially succeeded, partially successful, succeeded with issues, unstable, aborted,
    timed out, timedout, startup failure, tests failed, skipped, not built, incomplete, échoué, falhou,
    fallida, nieudane, abgebrochen"""
)
_RANK_OF_TIER = re.compile(r"^\s*([1-4])\s*[-–:.]\s*[^\W\d]")
"""A rank before a word that is not known: "1 - più critico"."""
_HEADINGS = word_map(
    {
        "yes": """
            group, project, summary, summary task, phase, folder, section, wbs, wbs summary, gruppe, projekt,
            sammelvorgang, groupe, projet, grupo, proyecto, projeto, gruppo, progetto, grupa, grup, proje""",
        "no": """
            task, milestone, step, activity, subtask, sub task, task dependent, start milestone,
            finish milestone, aufgabe, vorgang, meilenstein, tâche, jalon, tarea, hito, tarefa, marco,
            attività, zadanie, görev, kilometre taşı""",
    }
)
"""What kinds of rows plans have: those that sum up others, and those that are done."""


def choose(choices: str, text: str, own: dict[str, str] | None = None) -> str | int | None:
    """The desk's value for a word of the source; `own` (plain word to value) goes before the known words.

    A rank before the word ("3 - Moderate", "4-Complete", "P2 - High") is looked past, and so is what stands
    in brackets after it ("En cours (Attribué)", "Terminé(e)"), a second word for the same ("Moderate /
    Limited"), the thing itself ("High risk", "Cambio normal") and how a word ends ("Rifiutata" is
    "rifiutato"); a bare digit of a scale is itself. None when the word is not known.
    """
    found: str | None = None
    for word in _readings(choices, text):
        found = own[word] if own and word in own else CHOICES[choices].get(word)
        if found is not None:
            break
    if found is None and len(_stem(plain(text))) >= _SHORTEST_STEM:
        found = _by_stem(choices).get(_stem(plain(text)))
    if found is None and choices in _WITH_MAKES:
        found = _within(choices, text)
    if found is None and choices == "state":
        found = composed_state(text)
    if found in (None, ""):
        return None
    return int(found) if choices in NUMERIC_CHOICES and found.isdigit() else found


def _readings(choices: str, text: str) -> Iterator[str]:
    """The plain words that a cell may mean, the nearest first."""
    word = plain_value(text) or text.strip()
    yield word
    if word.startswith("minus "):
        return
    yield from spellings(text)[1:2]
    ranked = _RANKED.match(text)
    if ranked:
        yield plain(ranked.group(2))
    if text.endswith(")"):
        yield plain(_BRACKETED_END.sub("", text))
    bare = ranked.group(2) if ranked else text
    if "/" in bare:
        yield plain(bare.partition("/")[0])
    if choices == "tier" and (tier := _TIER.match(text)):
        yield f"tier {tier[1]}"
    if choices == "tier" and (tier := _RANK_OF_TIER.match(text)):
        yield f"tier {tier[1]}"
    if choices == "state":
        yield from _parts_of_state(bare)
        yield _BEING_IN.sub("", plain(bare))
    if choices in _THE_THING:
        yield " ".join(word for word in plain(bare).split() if word not in _THE_THING[choices])


def _within(choices: str, text: str) -> str | None:
    """The one value that known words within a longer name agree on: "Oracle Database 19c", "Core switch"."""
    words, longest = plain(text).split(), _longest(choices)
    runs = (words[start : start + size] for start in range(len(words)) for size in range(1, longest + 1))
    found = {value for run in runs if (value := CHOICES[choices].get(" ".join(run)))}
    return found.pop() if len(found) == 1 else None


@cache
def _longest(choices: str) -> int:
    """How many words the longest known name has: of a text of hundreds of words, longer runs are none."""
    return max(len(word.split()) for word in CHOICES[choices])


def _parts_of_state(text: str) -> Iterator[str]:
    """Of a state with a second word behind a dash ("Closed - Duplicate", "CLOSED-ERRATA"): the second where
    it says how it ended or why it rests, else the first."""
    if (agreed := plain(_ON_CONDITION.split(text)[0])) and STATES.get(agreed) == "ready":
        yield agreed
    first, *others = _DASHED.split(_ENDED_AS.sub(r"\1 - ", text))
    if others:
        last = plain(others[-1])
        said = STATES.get(last)
        is_over = STATES.get(plain(first)) in ("closed", "deployed")
        if said in ("withdrawn", "deferred", "rolled_back") or (said == "failed" and is_over):
            yield last
        yield plain(first)


def _stem(words: str) -> str:
    """Words without the vowels they end in, by which languages tell who is meant and how many."""
    return " ".join(_LAST_VOWELS.sub("", word) for word in words.split())


@cache
def _by_stem(choices: str) -> dict[str, str]:
    """Stem to value, but for stems that words of several values have."""
    found: dict[str, set[str]] = {}
    for word, value in CHOICES[choices].items():
        found.setdefault(_stem(word), set()).add(value)
    return {stem: values.pop() for stem, values in found.items() if len(values) == 1}


def is_choice(choices: str, value: str) -> bool:
    """Whether the desk knows this value in the value map of that name."""
    return value in CHOICES[choices].values()


def values_of(choices: str) -> tuple[str, ...]:
    """The desk's own values in the value map of that name."""
    return tuple(value for value in dict.fromkeys(CHOICES[choices].values()) if value)


def is_heading(text: str) -> bool | None:
    """Whether a cell says that its row sums up others: "Yes", "Group"; None where it says neither."""
    said = yes_or_no(text)
    kind = _HEADINGS.get(plain(text))
    return said if kind is None else kind == "yes"


def yes_or_no(text: str) -> bool | None:
    """True, False, or None for a word that is neither, in eight languages."""
    for word in (plain(text) or text.strip(), plain(text.partition(":")[0])):
        if word in _YES or word in _NO:
            return word in _YES
    return None
