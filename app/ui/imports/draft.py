"""An import under way: the file, how it is read, what it means, and what would happen. No Qt."""

from __future__ import annotations

from collections.abc import Mapping as ReadMapping
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from pathlib import Path
from typing import Any

from app.importing.converting.dryrun import Conflict
from app.importing.fields import SAID_ONCE, Field, field_named
from app.importing.mapping import Mapping
from app.importing.proposing.fitting import DATED
from app.importing.times.orders import DateOrder
from app.services.imports.conflicts import Disappeared, FieldName
from app.services.imports.dry import Understood
from app.services.imports.kind import Planned
from app.services.imports.kinds import KINDS
from app.services.imports.kinds.meant import NOT_TOLD, WindowMeant
from app.services.imports.reading import AS_FOUND, ReadingChoice


class Step(IntEnum):
    """The pages of the import, in their order."""

    CHOOSE = 0
    UNDERSTAND = 1
    MAP = 2
    CHECK = 3
    DONE = 4


LEFT_OUT = "-"
"""Stands in the place of a field for a column whose texts are not kept."""
KIND_LABELS = {"detected": "Detected changes", "calendar": "Windows and freezes"}
"""Kinds whose name says too little."""
STEP_LABELS = ("Choose", "Understand", "Map columns", "Check", "Done")


@dataclass(frozen=True, slots=True)
class Checked:
    """A dry run with what has disappeared from the source, the keys of the records that change, or come back,
    only where that is settled for the list, and what the desk removed of which the list says nothing new."""

    planned: Planned
    disappeared: tuple[Disappeared, ...]
    settleable: frozenset[str] = frozenset()
    left_out: tuple[Conflict, ...] = ()

    def moved_by(self, taken: frozenset[FieldName]) -> set[str]:
        """The keys of unchanged records that change, or come back, once these are taken from the list."""
        return {key for key, _field in taken if key in self.settleable} if self.settleable else set()


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything settled so far. `answered` names ambiguous date columns whose order a person has said, and
    `following` those taken to be as one of these, or as the window has it, until somebody says otherwise;
    `taken` the fields in conflict where the list's value is wanted; `people` whom to add to the register;
    `settled` the guesses a person changed; `date_orders` how the columns are read that hold dates, or did as
    they were mapped before;
    `samples` some cells of each column;
    `meant` the window in which a plan's steps begin, or that they begin in none;
    `windows` the windows to come, by id and title; `data` is the list, or the file of one too long to hold.
    """

    name: str
    data: bytes | Path
    kind: str = "auto"
    choice: ReadingChoice = AS_FOUND
    zone_name: str = "UTC"
    understood: Understood | None = None
    mapping: Mapping | None = None
    answered: frozenset[str] = frozenset()
    following: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()
    checked: Checked | None = None
    taken: frozenset[FieldName] = frozenset()
    people: frozenset[str] = frozenset()
    window_id: int | None = None
    meant: WindowMeant = NOT_TOLD
    windows: tuple[tuple[int, str], ...] = ()
    samples: ReadMapping[str, tuple[str, ...]] = field(default_factory=dict)
    date_orders: ReadMapping[str, DateOrder] = field(default_factory=dict)

    @property
    def has_answers(self) -> bool:
        """Whether a person has said anything of the list."""
        return bool(self.settled | self.answered | self.people or self.taken) or self.choice != AS_FOUND

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Date columns that can be read two ways and were not answered yet."""
        known = self.answered | self.following
        return tuple(
            header
            for header, order in self.date_orders.items()
            if order.is_ambiguous and header not in known and self._is_dated(header)
        )

    @property
    def new_dates(self) -> tuple[str, ...]:
        """Columns that a person has made dates of, and nobody has looked yet how they are read."""
        columns = self.mapping.columns if self.mapping is not None else ()
        return tuple(
            one
            for one in columns
            if one in self.settled and one not in self.date_orders and self._is_dated(one)
        )

    @property
    def asked_later(self) -> tuple[str, ...]:
        """Columns made dates of by a person, whose dates can be read two ways."""
        first = self.understood.proposal.date_orders if self.understood is not None else {}
        return tuple(
            header
            for header, order in self.date_orders.items()
            if order.is_ambiguous and header not in first and self._is_dated(header)
        )

    def _is_dated(self, header: str) -> bool:
        if self.mapping is None:
            return False
        known = field_named(self.mapping.kind, self.mapping.columns.get(header, ""))
        return known is not None and known.type in DATED

    def with_orders(self, found: ReadMapping[str, DateOrder]) -> Draft:
        """With how the columns that were made dates of are read; where one answer was given for all others
        that can be read two ways, these follow it too."""
        if self.mapping is None:
            return self
        new = {header: found[header] for header in self.new_dates if header in found}
        said = {self.mapping.date_orders[one] for one in self.answered if one in self.mapping.date_orders}
        following: frozenset[str] = frozenset()
        orders = dict(self.mapping.date_orders)
        if len(said) == 1:
            alike = (one for one, order in new.items() if order.is_ambiguous and not order.is_mixed)
            following = frozenset(alike)
            orders |= dict.fromkeys(following, next(iter(said)))
        return replace(
            self,
            mapping=replace(self.mapping, date_orders=orders),
            date_orders={**self.date_orders, **new},
            following=self.following | following,
        )

    def understood_as(self, understood: Understood) -> Draft:
        """With a new proposal; what was settled for the former one is gone, but for the zone of its times."""
        mapping = understood.proposal.mapping
        return replace(
            self,
            understood=understood,
            mapping=replace(mapping, zone_name=self.zone_name) if "zone" in self.settled else mapping,
            kind=understood.proposal.kind,
            date_orders=understood.proposal.date_orders,
            answered=frozenset(),
            following=frozenset(),
            checked=None,
            taken=frozenset(),
        )

    def with_field(self, header: str, field: str) -> Draft:
        """With a column mapped to a field ("": kept as it is, `LEFT_OUT`: not kept); a field that cannot
        collect has one column."""
        if self.mapping is None:
            return self
        others = tuple(name for name in self.mapping.left_out or () if name != header)
        left_out = (*others, header) if field == LEFT_OUT else others
        columns = {name: to for name, to in self.mapping.columns.items() if name != header}
        known = field_named(self.mapping.kind, field)
        before = {name for name, to in columns.items() if to == field}
        moved = before if known is not None and not known.collects else set()
        columns = {name: to for name, to in columns.items() if name not in moved}
        if known is not None:
            columns[header] = field
        order = self.understood.table.headers if self.understood else ()
        ordered = {name: columns[name] for name in dict.fromkeys((*order, *columns)) if name in columns}
        constants = {name: text for name, text in self.mapping.constants.items() if name != field}
        mapping = replace(self.mapping, columns=ordered, constants=constants, left_out=left_out)
        return replace(self, settled=self.settled - moved)._mapped(mapping, header)

    def with_order(self, header: str, order: str) -> Draft:
        """With the order of an ambiguous date column answered; others that nobody has answered follow it."""
        if self.mapping is None:
            return self
        open_ones = {*self.unanswered, *self.following} - {header}
        following = frozenset(one for one in open_ones if not self.date_orders[one].is_mixed)
        orders = {**self.mapping.date_orders, **dict.fromkeys(following, order), header: order}
        changed = self._mapped(replace(self.mapping, date_orders=orders), f"order {header}")
        return replace(changed, answered=self.answered | {header}, following=following)

    def with_order_of_window(self, order: str) -> Draft:
        """With columns that nobody has answered for read in the order by which a plan is of its window; none
        where that is ""."""
        if self.mapping is None or self.answered:
            return self
        open_ones = {*self.unanswered, *self.following}
        following = frozenset(one for one in open_ones if order and not self.date_orders[one].is_mixed)
        orders = {**self.mapping.date_orders, **dict.fromkeys(following, order)}
        return replace(self, mapping=replace(self.mapping, date_orders=orders), following=following)

    def with_value(self, field: str, word: str, value: str) -> Draft:
        """With the desk's value for a word of the list ("": kept as text only)."""
        if self.mapping is None:
            return self
        maps = {name: dict(words) for name, words in self.mapping.value_maps.items()}
        maps.setdefault(field, {})[word] = value
        return self._mapped(replace(self.mapping, value_maps=maps), f"value {field} {word}")

    def said_of_all(self, field: str, text: str) -> Draft:
        """With what every row is taken to say of a field that no column feeds ("": nothing)."""
        if self.mapping is None:
            return self
        constants = {**self.mapping.constants, field: text}
        said = {name: words for name, words in constants.items() if words}
        return self._mapped(replace(self.mapping, constants=said), f"all {field}")

    def with_source(self, source: str) -> Draft:
        """With another name for where the list comes from."""
        return self if self.mapping is None else self._mapped(replace(self.mapping, source=source), "source")

    def read_otherwise(self, what: str, value: object) -> Draft:
        """With something about the reading said by a person: encoding, delimiter, sheet or header_row."""
        choices: dict[str, Any] = {what: value}
        return replace(self, choice=replace(self.choice, **choices), kind="auto")

    def with_zone(self, zone_name: str) -> Draft:
        """With another zone for times without one."""
        mapping = None if self.mapping is None else replace(self.mapping, zone_name=zone_name)
        settled = self.settled | {"zone"}
        return replace(self, zone_name=zone_name, mapping=mapping, settled=settled, checked=None)

    def with_window(self, window_id: int | None) -> Draft:
        """With the window that the list, or its new changes, are for."""
        known = KINDS.get(self.kind)
        checked = None if known is not None and known.needs_window else self.checked
        return replace(self, window_id=window_id, settled=self.settled | {"window"}, checked=checked)

    def with_settlement(self, conflict: Conflict, takes_list: bool) -> Draft:
        """With one conflict settled for the list or for the desk."""
        name = {(conflict.key, conflict.field)}
        return replace(self, taken=self.taken | name if takes_list else self.taken - name)

    def with_all_settled(self, conflicts: Sequence[Conflict], takes_list: bool) -> Draft:
        """With all of these settled the same way."""
        names = frozenset((one.key, one.field) for one in conflicts)
        return replace(self, taken=self.taken | names if takes_list else self.taken - names)

    def with_person(self, name: str, is_added: bool) -> Draft:
        """With one person whom the register does not know to be added, or not."""
        return replace(self, people=self.people | {name} if is_added else self.people - {name})

    def with_all_people(self, are_added: bool) -> Draft:
        """With everybody whom the register does not know to be added, or nobody."""
        newcomers = self.checked.planned.newcomers if self.checked and are_added else ()
        return replace(self, people=frozenset(one.name for one in newcomers))

    def _mapped(self, mapping: Mapping, what: str) -> Draft:
        return replace(self, mapping=mapping, checked=None, settled=self.settled | {what}, taken=frozenset())

    def refusal(self, step: Step) -> str:
        """Why the person cannot go on from a step; empty when they can."""
        if step is Step.CHOOSE:
            return "" if self.understood else "Choose a list first."
        if self.mapping is None or self.understood is None:
            return "The list is not read yet."
        if not self.understood.table.rows:
            return "The list has no rows below its names. Export it again with rows, or choose another."
        if step in (Step.UNDERSTAND, Step.MAP) and self.unanswered:
            return f"Say how the dates in “{shortened(self.unanswered[0], 40)}” are to be read."
        if self.mapping.kind not in KINDS:
            return f"Lists of {kind_label(self.mapping.kind).lower()} cannot be stored; choose another kind."
        if KINDS[self.mapping.kind].needs_window and self.window_id is None:
            if not self.windows:
                return "This list belongs to a window, and none is planned yet. Plan one; the list waits."
            return "This list belongs to a window; say which one."
        if step is Step.MAP and (missing := self.missing_fields()):
            label, name = missing[0].label, missing[0].name
            return f"No column holds “{label}”: choose it under “Goes to”{self._or_else(name)}."
        return ""

    def missing_fields(self) -> tuple[Field, ...]:
        """The identifying fields that no column, nor one answer for all rows, feeds."""
        return () if self.mapping is None else self.mapping.missing_fields()

    def _or_else(self, field: str) -> str:
        """What else can be done where no column holds a field; the kind of list may be guessed wrongly."""
        if field in SAID_ONCE.get(self.kind, ()):
            return ", or say it once for all rows"
        is_guessed = self.mapping is not None and not self.mapping.source and "kind" not in self.settled
        return ", or go back and say what the list is of" if is_guessed else ""


def kind_label(kind: str) -> str:
    """A kind of list in words."""
    return KIND_LABELS.get(kind, kind.replace("_", " ").capitalize())


def shortened(text: str, length: int) -> str:
    """One line of at most `length` letters, ending in … when something was left out."""
    line = " ".join(text[: length * 4].split())
    return line if len(line) <= length and len(text) <= length * 4 else line[: length - 1] + "…"
