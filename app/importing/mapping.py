"""What each column of a list means: the mapping people settle once and the desk remembers."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from collections.abc import Mapping as ReadMapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.importing.errors import UnusableMapping
from app.importing.fields import (
    DATED_BY,
    FIELDS,
    IDENTITY_INSTEAD,
    Field,
    FieldType,
    field_named,
    identity_of,
)
from app.importing.times.zone_names import zone_called
from app.importing.words.releases import is_window_choice
from app.importing.words.spelling import plain, plain_value
from app.importing.words.values import is_choice, values_of

ORDERS = ("dmy", "mdy", "ymd")
_WAS_DOWN = frozenset({"applications", "configuration_items"})
_MEND = "Propose a mapping anew from the list and save that."


def told_instead(kind: str, fed: Collection[str]) -> tuple[str, ...]:
    """The fields that tell records apart in a list without a column for what does so else; none where these
    are not `fed`. An incident of which nothing else is told is called by what was down."""
    instead = IDENTITY_INSTEAD.get(kind, ())
    known = {*fed, "title"} if not _WAS_DOWN.isdisjoint(fed) else set(fed)
    return instead if known.issuperset(instead) else ()


@dataclass(frozen=True, slots=True)
class Mapping:
    """`columns` names the field of each mapped header; a header that is absent goes to `extra`.

    `value_maps` holds, per field, words of the source and the desk's value for them, where the known words
    do not do. `date_orders` ("dmy", "mdy", "ymd") fixes the order of a column that cannot tell by itself; an
    empty one in a document is a question nobody has answered.
    `constants` are texts of fields that hold for every row without one of its own; they belong to one list
    and are not remembered with its header. `left_out` are headers whose texts are not kept with the records,
    `without_field` the others whose columns hold something and feed no field; None where nobody has looked
    for such. `zone_name` is the zone of times that name none, where somebody has said it, or such a list was
    read in it before.
    """

    kind: str
    columns: ReadMapping[str, str]
    value_maps: ReadMapping[str, ReadMapping[str, str]] = field(default_factory=dict)
    date_orders: ReadMapping[str, str] = field(default_factory=dict)
    source: str = ""
    constants: ReadMapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] | None = None
    without_field: tuple[str, ...] | None = None
    zone_name: str = ""

    def headers_of(self, field_name: str) -> tuple[str, ...]:
        """The headers that feed a field, in the order they were mapped."""
        return tuple(header for header, name in self.columns.items() if name == field_name)

    def own_words(self, field_name: str) -> dict[str, str]:
        """The value map settled for a field, by plain word."""
        return {plain_value(word): value for word, value in self.value_maps.get(field_name, {}).items()}

    @property
    def settled(self) -> frozenset[str]:
        """The headers of which it is settled what their columns feed, if anything."""
        return frozenset((*self.columns, *(self.left_out or ()), *(self.without_field or ())))

    def spelt_as(self, headers: Sequence[str]) -> Mapping:
        """The mapping with the headers of a list as that one spells them, which may be in other case."""
        listed = {plain(header): header for header in reversed(headers)}

        def here(header: str) -> str:
            return header if header in headers else listed.get(plain(header), header)

        return replace(
            self,
            columns={here(header): name for header, name in self.columns.items()},
            date_orders={here(header): order for header, order in self.date_orders.items()},
            left_out=None if self.left_out is None else tuple(map(here, self.left_out)),
            without_field=None if self.without_field is None else tuple(map(here, self.without_field)),
        )

    @property
    def identity(self) -> tuple[str, ...]:
        """The fields that tell one record of this list from another."""
        usual = identity_of(self.kind)
        fed = {*self.columns.values(), *self.constants}
        return usual if not fed.isdisjoint(usual) else told_instead(self.kind, fed) or usual

    def missing_fields(self) -> tuple[Field, ...]:
        """The fields that identify a record and that nothing feeds, and the one that dates it where nothing
        does."""
        fed = {*self.columns.values(), *self.constants}
        fields = (field_named(self.kind, name) for name in self.identity)
        stood_in = told_instead(self.kind, fed)
        missing = [one for one in fields if one and one.is_required and one.name not in {*fed, *stood_in}]
        dating = DATED_BY.get(self.kind, ())
        if dating and fed.isdisjoint(dating) and (dated := field_named(self.kind, dating[0])):
            missing.append(dated)
        return tuple(missing)

    def to_json(self) -> str:
        """The mapping as a JSON document, as `--map` reads it."""
        document = {
            "kind": self.kind,
            "source": self.source,
            "columns": dict(self.columns),
            "value_maps": {name: dict(words) for name, words in self.value_maps.items()},
            "date_orders": dict(self.date_orders),
        }
        if self.left_out is not None:
            document["left_out"] = list(self.left_out)
        if self.without_field is not None:
            document["without_field"] = list(self.without_field)
        if self.constants:
            document["constants"] = dict(self.constants)
        if self.zone_name:
            document["zone"] = self.zone_name
        return json.dumps(document, ensure_ascii=False, indent=2)

    @classmethod
    def from_json(cls, text: str | bytes) -> Mapping:
        """A mapping from its JSON document. Raises `UnusableMapping`."""
        try:
            document: Any = json.loads(text)
        except (ValueError, RecursionError) as fault:
            raise UnusableMapping("The mapping is not a JSON document", str(fault), _MEND) from fault
        if not isinstance(document, dict):
            raise UnusableMapping("The mapping is not a JSON object", mend=_MEND)
        value_maps = document.get("value_maps", {})
        if not isinstance(value_maps, dict):
            raise UnusableMapping("The value maps are not an object", "value_maps", _MEND)
        zone = str(document.get("zone", ""))
        mapping = cls(
            kind=str(document.get("kind", "")),
            columns=_texts(document, "columns"),
            value_maps={str(name): _texts(value_maps, name) for name in value_maps},
            date_orders={header: said for header, said in _texts(document, "date_orders").items() if said},
            source=str(document.get("source", "")),
            constants=_texts(document, "constants"),
            left_out=_headers(document, "left_out"),
            without_field=_headers(document, "without_field"),
            zone_name=zone_called(zone) or zone,
        )
        check(mapping)
        return mapping


def _headers(document: dict[str, Any], name: str) -> tuple[str, ...] | None:
    found = document.get(name)
    if found is not None and not (isinstance(found, list) and all(isinstance(one, str) for one in found)):
        raise UnusableMapping(f'"{name}" is not a list of headers', mend=_MEND)
    return None if found is None else tuple(found)


def _texts(document: dict[str, Any], name: str) -> dict[str, str]:
    found = document.get(name, {})
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise UnusableMapping(f'"{name}" is not an object of texts', mend=_MEND)
    return {str(key): value for key, value in found.items()}


def check(mapping: Mapping) -> None:
    """Raise `UnusableMapping` where a mapping names kinds, fields, values or orders that do not exist."""
    if mapping.kind not in FIELDS:
        raise UnusableMapping(
            f'"{mapping.kind}" is no kind of list', "kind", "Use one of: " + ", ".join(FIELDS) + "."
        )
    names = ", ".join(known.name for known in FIELDS[mapping.kind])
    for header, name in mapping.columns.items():
        if field_named(mapping.kind, name) is None:
            raise UnusableMapping(
                f'"{name}" is no field of {mapping.kind}', f'column "{header}"', f"Use one of: {names}."
            )
    if mapping.zone_name and zone_called(mapping.zone_name) is None:
        mend = "Write one as Europe/Berlin is, or take it out."
        raise UnusableMapping(f'"{mapping.zone_name}" is no time zone', "zone", mend)
    for header in mapping.left_out or ():
        if header in mapping.columns:
            mend = "Leave it in one of the two."
            raise UnusableMapping("A column that goes to a field is left out", f'column "{header}"', mend)
    for name in mapping.constants:
        said = field_named(mapping.kind, name)
        if said is None or not _can_be_said_once(said):
            could = ", ".join(one.name for one in FIELDS[mapping.kind] if _can_be_said_once(one))
            mend = f"Remove it, or say one of {could}." if could else "Remove it."
            raise UnusableMapping(f'"{name}" cannot be said for all rows at once', "constants", mend)
    for name, words in mapping.value_maps.items():
        mapped = field_named(mapping.kind, name)
        if mapped is None or not mapped.choices:
            raise UnusableMapping(f'"{name}" has no value map', "value_maps", "Remove it.")
        for word, value in words.items():
            if mapped.choices == "window":
                if not is_window_choice(value):
                    mend = "Use a window's id, the day on which it starts (2026-11-28), or nothing."
                    raise UnusableMapping(f'"{value}" is no window', f'"{word}"', mend)
            elif value and not is_choice(mapped.choices, value):
                known = ", ".join(values_of(mapped.choices))
                mend = f'Use one of: {known}; or "" to keep the word as text.'
                raise UnusableMapping(f'"{value}" is no value of {name}', f'"{word}"', mend)
    for header, order in mapping.date_orders.items():
        if order not in ORDERS:
            raise UnusableMapping(f'"{order}" is no date order', f'column "{header}"', "Use dmy, mdy or ymd.")


def _can_be_said_once(one: Field) -> bool:
    """Whether one text can be said of this field for all rows of a list."""
    return one.type is FieldType.TEXT and one.name not in ("key", "title", "source_id")
