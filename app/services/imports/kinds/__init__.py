"""The kinds of list that can be imported.

To add a kind:

1. Name its fields in `FIELDS` of `app/importing/fields.py` (with `IDENTITY` where not `name` identifies a
   row). Headers that are new go to `app/importing/words/synonyms.py`, value maps to `CHOICES` of
   `app/importing/words/values.py`, programs that export such lists to `SOURCES` of
   `app/importing/sources/known.py` (their `kind` is this kind's name).
2. Write one module here with `KIND = ImportKind(name, value_type, build, fed, ...)`; `kind.py` beside this
   package says what each part is. `builds.py` is a model for records whose key is made of several fields,
   `register.py` for plain ones, `activities.py` for what belongs to a window.
3. Add that `KIND` to `KINDS` below. Dry run, conflicts, apply, audit, re-import and `lockstep import --kind`
   then work for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.services.imports.kind import ImportKind
from app.services.imports.kinds import (
    activities,
    builds,
    calendar_lists,
    changes,
    detected,
    incidents,
    register,
    series,
)

KINDS: Mapping[str, ImportKind] = {
    kind.name: kind
    for kind in (
        changes.KIND,
        activities.KIND,
        *builds.KINDS,
        *calendar_lists.KINDS,
        series.KIND,
        detected.KIND,
        incidents.KIND,
        *register.KINDS,
    )
}

__all__ = ["KINDS", "ImportKind"]
