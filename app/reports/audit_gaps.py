"""How gaps of the audit are worded: severity, kind and sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from exports.documents import GapRow
from exports.plain_text import in_words

_DIGEST_LETTERS = 12


class GapWords(NamedTuple):
    """The severity and kind of a gap, and the sentence its facts make."""

    severity: str
    kind: str
    sentence: Callable[[Sequence[str]], str]


def _short(digest: str) -> str:
    return f"{digest[:_DIGEST_LETTERS]}…" if len(digest) > _DIGEST_LETTERS else digest


GAPS: dict[str, GapWords] = {
    "broken_chain": GapWords("high", "event out of the chain", lambda f: f"Event {f[0]}: {f[1]}."),
    "clock_set_back": GapWords("high", "event out of the chain", lambda f: f"{f[0]}."),
    "not_as_recorded": GapWords("high", "changed behind the program", lambda f: f"{f[0]}."),
    "signature_broken": GapWords("high", "signature does not hold", lambda f: f"{f[0]}."),
    "exception_signed_late": GapWords(
        "high",
        "exception signed late",
        lambda f: f"{f[0]} signed as {f[1]} after it had begun or gone in ({f[2]}).",
    ),
    "word_not_followed": GapWords(
        "medium",
        "word without signature",
        lambda f: f"{f[0]} approved as {f[1]} ({in_words(f[2])}); no signature with a key has followed.",
    ),
    "exception_not_approved": GapWords(
        "high",
        "deployed with an exception not approved",
        lambda f: f"It went in although its exception ({f[0]}) was {f[1]}.",
    ),
    "no_frozen_checkpoint": GapWords(
        "high",
        "deployed without a checkpoint",
        lambda f: f"It went in with “{f[0]}”, of which no checkpoint was ever frozen.",
    ),
    "gate_not_met": GapWords(
        "high",
        "deployed with a gate not met",
        lambda f: (
            f"It went in although “{f[1]}” was {in_words(f[2])} when {f[0]} was frozen: {f[3] or 'no reason'}"
        ),
    ),
    "not_evaluated": GapWords(
        "high",
        "deployed without evaluation",
        lambda f: (
            f"It went in with “{f[1]}”, but came after {f[0]} was frozen and was never evaluated there."
        ),
    ),
    "other_digest": GapWords(
        "high",
        "other digest than planned",
        lambda f: f"{f[0]} runs {_short(f[1])}, planned was {_short(f[2])}.",
    ),
    "other_than_built": GapWords(
        "high",
        "other digest than built",
        lambda f: f"{f[0]} runs {_short(f[1])}, but build {f[3]} made {_short(f[2])}.",
    ),
    "outside_window": GapWords(
        "high",
        "deployed outside its window",
        lambda f: f"It went into {f[0]} outside {f'“{f[1]}”' if f[1] else 'any window'}.",
    ),
    "not_ended": GapWords(
        "high",
        "still open in a closed window",
        lambda f: f"“{f[1]}” is closed, but the change is still {in_words(f[0])}.",
    ),
    "unsigned_waiver": GapWords(
        "high", "waiver not signed", lambda f: f"“{f[1]}” at {f[0]} was waived without signature or reason."
    ),
    "never_frozen": GapWords(
        "medium", "checkpoint never frozen", lambda f: f"The cutoff of {f[0]} is past; it was never frozen."
    ),
    "without_evidence": GapWords(
        "medium",
        "missing evidence",
        lambda f: f"{f[2]} said that “{f[1]}” at {f[0]} is met, without any evidence.",
    ),
    "no_digest": GapWords(
        "medium",
        "missing evidence",
        lambda f: f"Nothing on record proves what was put into {f[0]}: no digest.",
    ),
    "not_on_record": GapWords(
        "medium",
        "missing evidence",
        lambda f: f"It is {in_words(f[0])} with “{f[1]}”, but no deployment into production is on record.",
    ),
    "no_actuals": GapWords(
        "medium",
        "activity without actuals",
        lambda f: (
            f"{f'{f[2]}: ' if f[2] else ''}“{f[0]}” is {in_words(f[1])}, without its actual start or finish."
        ),
    ),
    "not_closed": GapWords(
        "medium", "window not closed", lambda f: f"It has ended, but is still {in_words(f[0])}."
    ),
    "other_role": GapWords(
        "high",
        "signed by the wrong role",
        lambda f: f"{f[0]} attested {f[2]} at {f[3]} as {in_words(f[1])}; it asks for {in_words(f[4])}.",
    ),
    "role_not_held": GapWords(
        "high",
        "signed by the wrong role",
        lambda f: f"{f[0]} signed {f[2]} as {in_words(f[1])} without that role at the time.",
    ),
    "signed_late": GapWords(
        "medium", "signed late", lambda f: f"{f[0]} signed {f[1]} after {f[2]} was over ({f[3]})."
    ),
    "fix_undocumented": GapWords(
        "high", "fix not documented", lambda f: f"“{f[0]}” owes {f[1]} since {f[2]}."
    ),
    "detection_unexplained": GapWords(
        "high", "detected change not explained", lambda f: f"{f[0]} is {in_words(f[1])}: {f[2]}."
    ),
    "no_analysis": GapWords(
        "high", "incident without analysis", lambda f: f"The analysis of “{f[0]}” was due {f[1]}."
    ),
    "action_overdue": GapWords(
        "medium",
        "follow-up action overdue",
        lambda f: f"“{f[0]}” was due {f[2]}; {f[1] or 'nobody'} owns it.",
    ),
    "no_packet": GapWords("low", "no packet issued", lambda f: f"No {f[0]} packet was issued for it."),
}


def gap_row(kind: str, record: str, facts: Sequence[str], when: datetime | None) -> GapRow:
    """The row of a gap; `when` is aware and in the zone of the workbook."""
    words = GAPS[kind]
    return GapRow(words.severity, words.kind, record, words.sentence(facts), when)
