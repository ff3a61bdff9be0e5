"""Texts that a program wrote as a web page: their tags and entities become what a reader sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape

from app.importing.spool import chunks_of
from app.importing.table import Table

_NAMES = (
    "p|div|br|span|ul|ol|li|b|i|u|s|strong|em|a|table|thead|tbody|tr|td|th|h[1-6]|img|pre|code|font|hr|"
    "blockquote|sub|sup|small|section|article|style|script"
)
_BEGINS = re.compile(rf"\s*<(?:!--|(?:{_NAMES})\b[^<>]*/?>)", re.IGNORECASE)
_HIDDEN = re.compile(r"<(style|script)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(
    r"\s*<(?:br|hr|/p|/div|/li|/tr|/h[1-6]|/pre|/blockquote|/ul|/ol|/table)\b[^<>]*>\s*", re.IGNORECASE
)
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_NAMES})\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_LEAST_SHARE = 0.5

_TITLES = frozenset({"title"})
_TEXTS = frozenset({"description", "backout_plan", "verification_plan"})


def reader_of_markup(table: Table, header: str, field: str) -> Callable[[str], str] | None:
    """How a column's cells are read where the first of them show that they are a web page's text; None where
    they are read as they stand, as all but titles and long texts are."""
    if field not in _TITLES and field not in _TEXTS:
        return None
    cells = _first_cells(table, header)
    if field in _TEXTS and cells and sum(map(bool, map(_BEGINS.match, cells))) >= _LEAST_SHARE * len(cells):
        return shown
    ampersands = sum(cell.count("&") for cell in cells)
    is_escaped = 0 < ampersands == sum(len(_ENTITY.findall(cell)) for cell in cells)
    if field in _TITLES and any("<" in cell for cell in cells):
        is_escaped = False
    return _unescaped if is_escaped else None


def shown(text: str) -> str:
    """What a browser shows of a text with tags, a line each for paragraphs, items and rows."""
    lines = _ITEM.sub("- ", _BREAK.sub("\n", _HIDDEN.sub("", text)))
    return _unescaped(_TAG.sub("", lines)).strip()


def _unescaped(text: str) -> str:
    return unescape(text).replace("\u00a0", " ")


def _first_cells(table: Table, header: str) -> Sequence[str]:
    places = table.positions().get(header, [])
    first = next(iter(chunks_of(table.rows)), ())
    return [row[place] for place in places for row in first if row[place].strip()]
