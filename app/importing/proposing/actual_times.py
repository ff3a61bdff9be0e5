"""Headers of plans that say when a step really began or ended: "Heure réelle début", "Fiili Bitiş"."""

from __future__ import annotations

from app.importing.words.concepts_times import BEGIN, COMPLETION, END, WHEN
from app.importing.words.joining import GLUE
from app.importing.words.spelling import plain, spelt

_IN_TRUTH = spelt(
    """
    actual, actually, real, réel, réelle, effectif, effective, efectivo, efectiva, efetivo, efetiva,
    effettivo,
    effettiva, reale, tatsächlich, tatsächliche, tatsächlicher, tatsächliches, ist, aktueller, aktuelles,
    effektiv, effektiver, effektives, realizado, realizada, rzeczywisty, rzeczywista, rzeczywiste, faktyczny,
    faktyczna, faktyczne, gerçek, gerçekleşen, fiili, werkelijk, werkelijke"""
)
"""Words that set what was against what was planned; German project programs say "aktuell"."""


def actual_time(header: str, kind: str) -> str:
    """The field of a plan for when a step really began or ended that a header's words say; "" for neither."""
    words = plain(header).split()
    rest = [word for word in words if word not in _IN_TRUTH]
    if kind != "activities" or not rest or len(rest) == len(words):
        return ""
    ends = END | COMPLETION
    if not all(word in BEGIN or word in ends or word in WHEN or word in GLUE for word in rest):
        return ""
    begins, is_end = (any(word in group for word in rest) for group in (BEGIN, ends))
    return "" if begins == is_end else "actual_start" if begins else "actual_finish"
