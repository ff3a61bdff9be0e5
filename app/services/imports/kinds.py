"""The kinds of list that can be imported: which record each makes, by which key, and how it is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.changes import Change
from app.domain.register import Application, BuildMachine, ConfigurationItem, Environment, Person, Team
from app.services.imports import changes, register
from app.services.imports.names import RegisterNames

Builder = Callable[[Mapping[str, Any], Any | None, RegisterNames], Any]


@dataclass(frozen=True, slots=True)
class ImportKind:
    """One kind: its name in lists, the record's type and key attribute, and what each field feeds."""

    name: str
    value_type: type[Any]
    key_attribute: str
    build: Builder
    fed: Mapping[str, str]

    def key_of(self, record: Any) -> str:
        """What identifies a record in lists of this kind."""
        return str(getattr(record, self.key_attribute))

    def values_now(self, last: Mapping[str, Any], record: Any, names: RegisterNames) -> dict[str, Any]:
        """A record in the words of its last import: fields the desk left alone have the import's value,
        the others what the desk shows."""
        imported = self.build(last, record, names) if last else record
        now: dict[str, Any] = {}
        for field, attribute in self.fed.items():
            shown = getattr(record, attribute)
            if field in last and getattr(imported, attribute) == shown:
                now[field] = last[field]
            else:
                now[field] = shown
        for field in ("key", "name", "extra", "updated_in_source", "closed_in_source"):
            if field in last:
                now[field] = last[field]
        return now


def _register_kind(name: str, value_type: type[Any]) -> ImportKind:
    def build(values: Mapping[str, Any], base: Any | None, names: RegisterNames) -> Any:
        return register.build_record(name, values, base, names)

    fed = {field: feed.attribute for field, feed in register.FEEDS[name].items()}
    return ImportKind(name, value_type, "name", build, fed)


KINDS: Mapping[str, ImportKind] = {
    kind.name: kind
    for kind in (
        ImportKind("changes", Change, "key", changes.build_change, changes.FED),
        _register_kind("applications", Application),
        _register_kind("configuration_items", ConfigurationItem),
        _register_kind("teams", Team),
        _register_kind("people", Person),
        _register_kind("environments", Environment),
        _register_kind("build_machines", BuildMachine),
    )
}
