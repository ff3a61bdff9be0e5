"""The organisation's deadlines and tolerances after the night, kept as a setting that all desks share."""

from __future__ import annotations

from dataclasses import asdict, fields, replace

from sqlalchemy import Connection

from app.domain.debts import FollowUpRules
from app.domain.settings import Setting
from app.services.errors import RefusedError
from app.services.workplace import Done, Workplace
from app.store.reading import find

_SETTING = "follow_up"
_LONGEST = 100_000


def rules_of(connection: Connection) -> FollowUpRules:
    """The rules as set; what is not set has its default."""
    kept = find(connection, Setting, name=_SETTING)
    content = kept[0].content if kept else {}
    known = {field.name for field in fields(FollowUpRules)}
    return FollowUpRules(**{name: int(text) for name, text in content.items() if name in known})


def read_rules(workplace: Workplace) -> FollowUpRules:
    """The rules as set; what is not set has its default."""
    with workplace.read() as connection:
        return rules_of(connection)


def set_rules(workplace: Workplace, rules: FollowUpRules, reason: str = "") -> Done[FollowUpRules]:
    """Set deadlines and tolerances; what is owed already keeps its deadline. Raises RefusedError."""
    content = {name: str(value) for name, value in asdict(rules).items()}
    wrong = [name.replace("_", " ") for name, value in asdict(rules).items() if not 0 <= value <= _LONGEST]
    if wrong:
        raise RefusedError(f"The {wrong[0]} must lie between 0 and {_LONGEST:,}; choose another number.")
    with workplace.write() as work:
        kept = work.find(Setting, name=_SETTING)
        if kept:
            work.save(replace(kept[0], content=content), reason)
        else:
            work.add(Setting(_SETTING, content), reason)
        return workplace.done(rules, work.commit())
