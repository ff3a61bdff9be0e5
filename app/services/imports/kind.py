"""A kind of list: which record a row makes, by which key, how it is found, built, planned and stored."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.importing.converting.dryrun import ChangedRow, DryRun, ExistingRecord, said_otherwise, same
from app.importing.converting.rows import Conversion, ImportRow
from app.importing.fields import KEEPING
from app.importing.mapping import Mapping as ColumnMapping
from app.services.imports.names import Directory, RegisterNames
from app.services.imports.newcomers import Newcomer
from app.store.import_said_before import SaidBefore
from app.store.queries.imports import ids_by_key
from app.store.unit_of_work import UnitOfWork

Builder = Callable[[Mapping[str, Any], Any | None, RegisterNames], Any]
AttributeReader = Callable[[str, Any, Any, RegisterNames], Any]
ShownReader = Callable[[str, Any, Any, RegisterNames], Any]
NowReader = Callable[[Mapping[str, Any], Mapping[str, Any], Any, RegisterNames], dict[str, Any]]
ColumnBuilder = Callable[[Mapping[str, Sequence[Any]], RegisterNames], dict[str, Sequence[Any]]]
Progress = Callable[[float, str], None]
Ids = Callable[[Connection], dict[str, int]]
Reader = Callable[[Connection, Sequence[str], int | None], dict[str, Any]]
Writer = Callable[[UnitOfWork, "Planned", RegisterNames, int | None, str], list[tuple[ImportRow, int]]]

ToldField = tuple[str, str, Directory]
Refused = tuple[ImportRow, str, str]
"""A row that cannot be stored, the field that it is for, and why, in a sentence."""
IDENTITY = ("key", "name")
"""Fields that say which record is meant; a record is built with them whatever else is said of it."""
_NOTHING: tuple[Any, ...] = (None, "", (), {})


@dataclass(frozen=True, slots=True)
class Prepared:
    """Rows as the kind stores them, those it cannot store, and sentences to tell."""

    rows: list[ImportRow]
    refused: list[Refused]
    warnings: tuple[str, ...] = ()


Preparation = Callable[[list[ImportRow], RegisterNames], Prepared]
Refusal = Callable[
    [Connection, Sequence[ChangedRow], Mapping[str, object], RegisterNames, datetime], list[Refused]
]


@dataclass(frozen=True, slots=True)
class ImportKind:
    """One kind of list.

    `build(values, base, names)` makes the record that `values` say on top of `base` (None: a new one);
    `build_columns(columns, names)` makes the attributes of new ones from the values column by column, which
    long lists are stored by.
    `attribute(field, value, base, names)` is the attribute that a field feeds, as `build` makes it; without
    it, the whole record is built to learn of one.
    `shown(field, words, record, names)` is what the desk shows in a field, as the list's `words` where they
    mean the same; without it, the attribute that the field feeds.
    `told_besides` are fields that `prepare` may tell from others, where no column feeds them.
    `fed` names the attribute that each field of the list feeds; `fed_besides` are fields that `build` or
    `write` make something else of; what others say is not kept. `now_besides(said, last, record, names)` is
    what the desk has in those that the source changed, where it was edited here too. Records are told apart
    by `key_attribute`, or by `ids`, a query from the row's key to the record's id, where the key is made of
    several fields; `also_called(values)` is another key that the row's record may have.
    `prepare(rows, names)` looks at all rows before they are compared: it may give them the register's own
    spelling, refuse some with a reason, and tell what will be added besides. `refused(connection, changed,
    records, names, now)` are those of the changed rows whose records may not be changed so. `before(work,
    rows, names, reason)` adds what new and changed rows rest on and gives the names as they are then;
    `after(work, records, reason)` follows the storing of those rows. `needs_changes`: `names` holds the
    changes and builds too.
    `hangs_on_changes`: each row is of the change that its `change_key` names, in the register's spelling.
    `is_listed`: rows stand alone, each told by its `key`, and so does each field, which `build` reads without
    regard to others; `prepare` is not asked: the names under `told_fields(names)` (field, word for its
    record, register names) are told instead.
    `is_of_the_desk`: the list is the desk's own, edited elsewhere: what it says is taken for an edit of what
    stands here now, and what a source said of the same records stays remembered apart.
    `parts`: the kinds of record that such a list holds together, by what its field `parted_by` says of a row;
    each part is compared, stored and remembered as a list of its own kind is, all in one import.
    `needs_window`: the records belong to a window and are kept by `read` (key to record) and `write`
    (everything planned, in the open transaction).
    """

    name: str
    value_type: type[Any]
    build: Builder
    fed: Mapping[str, str]
    fed_besides: Collection[str] = ()
    told_besides: Collection[str] = ()
    now_besides: NowReader | None = None
    key_attribute: str = "key"
    ids: Ids | None = None
    also_called: Callable[[Mapping[str, Any]], str] = lambda _values: ""
    prepare: Preparation | None = None
    refused: Refusal | None = None
    before: Callable[[UnitOfWork, Sequence[ImportRow], RegisterNames, str], RegisterNames] | None = None
    after: Callable[[UnitOfWork, Sequence[Any], str], None] | None = None
    build_columns: ColumnBuilder | None = None
    attribute: AttributeReader | None = None
    shown: ShownReader | None = None
    told_fields: Callable[[RegisterNames], tuple[ToldField, ...]] | None = None
    is_listed: bool = False
    is_of_the_desk: bool = False
    needs_changes: bool = False
    hangs_on_changes: bool = False
    needs_window: bool = False
    read: Reader | None = None
    write: Writer | None = None
    parted_by: str = ""
    parts: Mapping[str, ImportKind] = field(default_factory=dict)

    @property
    def is_known_by_key(self) -> bool:
        """Whether the source itself gives each record its key."""
        return self.key_attribute == "key" and self.ids is None and self.read is None and not self.parts

    def part_of(self, row: ImportRow) -> ImportKind:
        """The kind of record that a row makes."""
        return self.parts.get(str(row.values.get(self.parted_by)), self)

    def unsaid(self, name: str) -> Any:
        """What a new record has in a field of which its row says nothing known; None: nothing."""
        attribute = self.fed.get(name)
        default = next((one.default for one in fields(self.value_type) if one.name == attribute), None)
        return None if default is MISSING or default in ("", ()) else default

    def memory_name(self, window_id: int | None) -> str:
        """The name under which the source's last words are remembered, one a window where one is needed."""
        if self.is_of_the_desk:
            return f"{self.name} of the desk"
        return f"{self.name}@{window_id}" if self.needs_window else self.name

    def ids_meant(
        self, connection: Connection, said: Mapping[str, Mapping[str, Any]], brought: Mapping[str, int]
    ) -> dict[str, int]:
        """The id of the record that each key of a list means, where there is one: the one that is called so;
        else the one that was `brought` under that key and that the desk calls otherwise by now; else the one
        `also_called` so. Rows of different keys mean different records."""
        here = self.ids_here(connection)
        found = {key: here[key] for key in said if key in here}
        free = set(here.values()) - set(found.values())
        for meant in (brought.get, lambda key: here.get(self.also_called(said[key]))):
            for key in said:
                number = None if key in found else meant(key)
                if number is not None and number in free:
                    found[key] = number
                    free.remove(number)
        return found

    def ids_here(self, connection: Connection) -> dict[str, int]:
        """The id of every record of this kind by its key in lists."""
        if self.ids is not None:
            return self.ids(connection)
        return ids_by_key(connection, self.value_type, self.key_attribute)

    def keys_here(self, connection: Connection, window_id: int | None) -> set[str]:
        """The keys of all records of this kind, of the window where they belong to one."""
        if self.read is not None:
            return set(self.read(connection, (), window_id))
        return set(self.ids_here(connection))

    def existing(
        self, said: Mapping[str, Any], last: Mapping[str, Any], record: Any, names: RegisterNames
    ) -> ExistingRecord:
        """A record to compare with what a row says of it; `last` is what the last import said."""
        otherwise = [
            name
            for name in said_otherwise(said, last)
            if self._is_of_the_record(name) and not self._is_kept_already(name, said, last)
        ]
        now = self._values_now(said, last, record, names, otherwise)
        if self.now_besides is not None:
            now |= self.now_besides(said, last, record, names)
        unsaid = {name: self.unsaid(name) for name in otherwise if name not in last} if last else {}
        return ExistingRecord(now if self.is_of_the_desk else last, now, otherwise, unsaid)

    def _is_of_the_record(self, name: str) -> bool:
        """Whether a field says something of a record that is here: what only tells which record is meant, the
        zone of times that are instants by now, or what such records do not keep, say nothing of it."""
        if name == "extra":
            return self.name in KEEPING
        return name not in IDENTITY and (name in self.fed or name in self.fed_besides)

    def _is_kept_already(self, name: str, said: Mapping[str, Any], last: Mapping[str, Any]) -> bool:
        """Whether a row says no more of what records keep beside their fields than it did: a text that is not
        said any more, as of a column that is gone, stays with the record."""
        if name != "extra" or name in self.fed or not last.get(name):
            return False
        return dict(said[name] or {}).items() <= dict(last[name]).items()

    def _values_now(
        self,
        said: Mapping[str, Any],
        last: Mapping[str, Any],
        record: Any,
        names: RegisterNames,
        wanted: Collection[str],
    ) -> dict[str, Any]:
        """The fields `wanted` of a record in the words of lists: those the desk left alone have the value of
        the last import, those that are as the row says that of the row, the others what the desk shows. What
        is kept as the list says it is left out."""
        fed = [(name, self.fed[name]) for name in wanted if name in self.fed]
        imported = self._as_worded(last, record, names, fed)
        others = [
            (name, attribute)
            for name, attribute in fed
            if name not in imported or not same(imported[name], self._shown(name, last[name], record, names))
        ]
        listed = self._as_worded(said, record, names, others)
        now: dict[str, Any] = {}
        for name, _ in fed:
            if name not in listed:
                now[name] = last[name]
            else:
                shown = self._shown(name, said[name], record, names)
                is_same = same(listed[name], shown) and _is_whole(said[name], shown)
                if self.is_of_the_desk:
                    is_same = is_same or _is_shown_so(said[name], shown)
                now[name] = said[name] if is_same else shown
        return now

    def _shown(self, name: str, words: Any, record: Any, names: RegisterNames) -> Any:
        if self.shown is not None:
            return self.shown(name, words, record, names)
        return getattr(record, self.fed[name])

    def _as_worded(
        self, words: Mapping[str, Any], record: Any, names: RegisterNames, fed: Sequence[tuple[str, str]]
    ) -> dict[str, Any]:
        """By field, the attributes that a list's words give a record; of fields they speak of."""
        known = [(name, attribute) for name, attribute in fed if name in words]
        if self.attribute is not None:
            return {name: self.attribute(name, words[name], record, names) for name, _ in known}
        made = self.build(words, record, names) if known else record
        return {name: getattr(made, attribute) for name, attribute in known}


def _is_shown_so(words: Any, made: Any) -> bool:
    """Whether an instant is the one that the desk's own lists show, which have no seconds."""
    if not isinstance(words, datetime) or not isinstance(made, datetime):
        return False
    return words == made.replace(second=0, microsecond=0)


def _is_whole(words: Any, made: Any) -> bool:
    """Whether all that a list says of a field is in what was made of it; names that are not known are not."""
    if words in _NOTHING:
        return True
    is_less = isinstance(words, tuple) and isinstance(made, tuple) and len(made) < len(words)
    return made not in _NOTHING and not is_less


@dataclass(frozen=True, slots=True)
class Planned:
    """What importing would do, row by row; `hashes` are the contents, by key, of rows without a digest.

    `said_anew` are unchanged rows whose wording is to be remembered anew (None: those with a record in
    `records`). `keys` holds the keys of the list where they are kept apart from its rows. `newest_id` is the
    highest id among the kind's records when the rows were compared, where that is known; `imports` tells of
    the imports and undoings there had been by then. `newcomers` are the people it names that the register
    does not know. `said_before` is, by key, what the source said of records before it said something else,
    where that was kept. `removed` are the ids, by key, of records that an earlier import brought and the desk
    removed: they are left out.
    """

    kind: ImportKind
    mapping: ColumnMapping
    conversion: Conversion
    outcome: DryRun
    hashes: dict[str, str]
    records: dict[str, object]
    window_id: int | None = None
    said_anew: Sequence[ImportRow] | None = None
    keys: Container[str] | None = None
    newest_id: int | None = None
    imports: tuple[int, int] = (0, 0)
    newcomers: tuple[Newcomer, ...] = ()
    said_before: Mapping[str, SaidBefore] = field(default_factory=dict)
    removed: Mapping[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """How many rows the list has."""
        return self.outcome.rows_in

    @property
    def named(self) -> Container[str]:
        """The keys that the list names."""
        return {row.key for row in self.conversion.rows} if self.keys is None else self.keys

    def digest_of(self, row: ImportRow) -> str:
        """What tells a row's content from others."""
        return row.digest or self.hashes[row.key]
