"""Whether digits mean day/month or month/day, decided from whole columns, never from one cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from app.importing.times.dates import NUMERIC, full_year, parted_otherwise, split_clock
from app.importing.times.weekdays import weekday_of
from app.importing.words.spelling import first_with_digit

_LAST_MONTH = 12
_LAST_DAY = 31
_OF_YEARS_AT_HAND, _OF_FAR_YEARS = 3, 10
"""Years between the first and the last date of a list: few where the right number is taken for the year."""
_MANY_DAYS = 3
"""So many days with one number in common are rather of one month than each the same day of another."""


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How a column's dates are read. `is_ambiguous` when nothing in the list tells and `order` is a guess, or
    (`is_mixed`) its own cells speak for more than one.

    `reason` is a sentence for the user; `example` is one of the cells that can be read both ways.
    """

    order: str
    is_ambiguous: bool
    reason: str
    example: str = ""
    is_mixed: bool = False


@dataclass(frozen=True, slots=True)
class _Evidence:
    day_first: int = 0
    month_first: int = 0
    year_first: int = 0
    undecided: int = 0
    decided_by: str = ""
    example: str = ""
    has_dots: bool = False
    has_half_days: bool = False
    firsts: frozenset[int] = frozenset()
    seconds: frozenset[int] = frozenset()

    @property
    def likely(self) -> str:
        """The order that makes all undecided dates days of one month; "" where neither does, or both would.

        What is always 1 is no month: it is the first of each.
        """
        if len(self.firsts) >= _MANY_DAYS and len(self.seconds) == 1 and 1 not in self.seconds:
            return "dmy"
        if len(self.seconds) >= _MANY_DAYS and len(self.firsts) == 1 and 1 not in self.firsts:
            return "mdy"
        return ""


def orders_of(columns: Mapping[str, Iterable[str]], hint: str = "dmy") -> dict[str, DateOrder]:
    """The order of every date column of one list.

    A column decides for itself where a number above 12 or a weekday shows which is the day; otherwise it
    follows the columns beside it, then its own marks (dots mean day first, AM/PM month first), then the month
    that all dates could be of, then the hint.
    """
    evidence = {header: _weigh(cells) for header, cells in columns.items()}
    decided = {
        header: order for header, found in evidence.items() if (order := _own_order(found)) is not None
    }
    firm = [
        (header, order.order)
        for header, order in decided.items()
        if evidence[header].decided_by and not order.is_ambiguous
    ]
    agreed = {settled for _, settled in firm}
    for header, found in evidence.items():
        if header in decided:
            continue
        if len(agreed) == 1:
            sibling, shared = firm[0]
            decided[header] = DateOrder(shared, False, f'Read as in column "{sibling}".', found.example)
        elif found.has_dots:
            decided[header] = DateOrder("dmy", False, "Dates with dots have the day first.", found.example)
        else:
            guess = "mdy" if found.has_half_days and hint != "ymd" else found.likely or hint
            words = "month first" if guess == "mdy" else "day first"
            reason = f'"{found.example}" can be read both ways and nothing tells; read with the {words}.'
            decided[header] = DateOrder(guess, True, reason, found.example)
    return {header: decided[header] for header in evidence}


def _by_weekday(head: str, first: int, second: int, year: str) -> str:
    """The order under which a date falls on the weekday written before it; "" where that does not tell."""
    weekday = weekday_of(head.partition(" ")[0])
    if weekday is None:
        return ""
    fits = [
        order
        for order, month, day in (("dmy", second, first), ("mdy", first, second))
        if _weekday_at(full_year(year), month, day) == weekday
    ]
    return fits[0] if len(fits) == 1 else ""


def _weekday_at(year: int, month: int, day: int) -> int | None:
    """Of what weekday a date is (Monday: 0); None for one that there is not."""
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def is_numeric_date(cell: str) -> bool:
    """Whether a cell is a date of digits alone, such as "3/4/24 10:15"."""
    return bool(NUMERIC.match(split_clock(cell.strip())[0]))


def _own_order(found: _Evidence) -> DateOrder | None:
    if not (found.day_first or found.month_first or found.year_first):
        if found.undecided:
            return None
        return DateOrder("dmy", False, "The dates name their month or begin with the year.")
    best = max(
        ("dmy", found.day_first), ("mdy", found.month_first), ("ymd", found.year_first), key=lambda e: e[1]
    )
    order = best[0]
    mixed = sum(count > 0 for count in (found.day_first, found.month_first, found.year_first)) > 1
    if mixed:
        reason = "Some dates have the day first and some the month."
        return DateOrder(order, True, reason, found.example, is_mixed=True)
    words = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}[order]
    return DateOrder(order, False, f'"{found.decided_by}" can only have the {words}.', found.example)


def _begin_with_years(ends: Set[tuple[str, str]]) -> bool:
    """Whether dates of two digits each begin with the year, as "26/03/04" and "26/12/31" do: read so they are
    of one time, and else of years far apart."""
    if any(len(one) != len(last) for one, last in ends):
        return False
    firsts = [full_year(first) for first, _last in ends]
    lasts = [full_year(last) for _first, last in ends]
    return max(firsts) - min(firsts) <= _OF_YEARS_AT_HAND and max(lasts) - min(lasts) >= _OF_FAR_YEARS


def _weigh(cells: Iterable[str]) -> _Evidence:
    day_first = month_first = year_first = undecided = 0
    decided_by = example = ""
    has_dots = has_half_days = False
    firsts: set[int] = set()
    seconds: set[int] = set()
    ends: set[tuple[str, str]] = set()
    for cell in {first_with_digit(cell): cell for cell in cells}.values():
        head, tail = split_clock(cell)
        found = NUMERIC.match(head)
        if not found and (parted := parted_otherwise(cell.strip())):
            head, tail = parted
            found = NUMERIC.match(head)
        if not found:
            continue
        first, second = int(found.group(1)), int(found.group(3))
        ends.add((found.group(1), found.group(4)))
        if first > _LAST_DAY and len(found.group(4)) == 2:
            year_first += 1
        elif first > _LAST_MONTH >= second:
            day_first += 1
        elif second > _LAST_MONTH >= first:
            month_first += 1
        elif first != second and (said := _by_weekday(head, first, second, found.group(4))):
            day_first += said == "dmy"
            month_first += said == "mdy"
        elif first != second:
            undecided += 1
            firsts.add(first)
            seconds.add(second)
            example = min(example, cell) if example else cell
            has_dots = has_dots or found.group(2) == "."
            has_half_days = has_half_days or tail[-2:].upper() in ("AM", "PM")
            continue
        else:
            continue
        decided_by = min(decided_by, cell) if decided_by else cell
    if day_first and not month_first and _begin_with_years(ends):
        year_first, day_first = year_first + day_first, 0
    return _Evidence(
        day_first,
        month_first,
        year_first,
        undecided,
        decided_by,
        example,
        has_dots,
        has_half_days,
        frozenset(firsts),
        frozenset(seconds),
    )
