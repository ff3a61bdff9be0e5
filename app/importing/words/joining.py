"""Words that only join the others of a header."""

from __future__ import annotations

from app.importing.words.spelling import ARTICLES, spelt

GLUE = ARTICLES | spelt("dos, die, das, el, il, lo, les, am, um, en, em, e, y, et, und, ve, i, o, a, on, at")
"""Articles, what "of" and "and" are, and what stands before a day; nothing that says from, to, by or for."""
BY = spelt("by, von, durch, par, por, da, przez, tarafından, door")
"""What stands before who did something."""
JOINING = GLUE | spelt(
    """
    den, los, las, au, aux, al, alla, an, auf, bei, by, in, na, no, od, per, par, por, pela, pelo, para, pour,
    przez, s, to, u, w, aos, às, ao, agli, ai, sul, sui, sulla, sugli, sulle, sur, über, sobre, nos, nas, z,
    za, zu, zum, zur, für, for, and, ed, est, is, ist, için, ile, hat"""
)
"""All that joins words, where nothing but what a record is like is said."""
