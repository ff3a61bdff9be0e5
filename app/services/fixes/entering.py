"""Entering a production fix in ten seconds: what, who, where and when; everything else is owed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.debts import FollowUpRules, due_after
from app.domain.fixes import ProductionFix, fix_problems
from app.services.errors import RefusedError
from app.services.follow_up import rules_of
from app.services.workplace import Done, Workplace
from app.store.queries.aftermath import Names, names, next_number
from app.store.queries.packets import organisation_facts
from app.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class QuickFix:
    """What the ten-second entry asks for. `places` are names of items or applications, or any words."""

    title: str
    made_by: str
    places: tuple[str, ...]
    happened_at: datetime


@dataclass(frozen=True, slots=True)
class EntryChoices:
    """What the entry offers: where a fix can have been made, who there is, and the zone it is told in."""

    places: tuple[str, ...]
    people: tuple[str, ...]
    zone_name: str


def entry_choices(workplace: Workplace) -> EntryChoices:
    """Names to choose from, each by its letters."""
    with workplace.read() as connection:
        known = names(connection)
        zone = organisation_facts(connection).zone_name
    places = {*known.applications.values(), *known.configuration_items.values()}
    return EntryChoices(
        tuple(sorted(places, key=str.casefold)), tuple(sorted(set(known.people.values()))), zone
    )


def enter_fix(workplace: Workplace, quick: QuickFix) -> Done[ProductionFix]:
    """Record a fix; its documentation is due by the organisation's deadline from now on.

    Raises RefusedError with every problem.
    """
    with workplace.write() as work:
        fix = new_fix(work, quick)
        stored = work.add(fix, "entered after it was made")
        return workplace.done(stored, work.commit())


def new_fix(work: UnitOfWork, quick: QuickFix, *, offset: int = 0) -> ProductionFix:
    """The fix to be stored within a unit of work; raises RefusedError with every problem."""
    rules: FollowUpRules = rules_of(work.connection)
    zone = organisation_facts(work.connection).zone_name
    known = names(work.connection)
    items, applications, place = placed(known, quick.places)
    fix = ProductionFix(
        key=f"FIX-{next_number(work.connection, ProductionFix) + offset:04d}",
        title=quick.title.strip(),
        made_by=quick.made_by.strip(),
        happened_at=quick.happened_at,
        zone_name=zone,
        entered_at=work.now,
        entered_by=work.actor,
        due_at=due_after(work.now, rules.fix_working_days, zone),
        place=place,
        configuration_items=items,
        applications=applications,
    )
    refuse(fix, "The fix was not entered.")
    return fix


def placed(known: Names, places: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Names as items, applications, and what is neither, as it was typed."""
    items = {name.casefold(): number for number, name in known.configuration_items.items()}
    applications = {name.casefold(): number for number, name in known.applications.items()}
    words = [place.strip() for place in places if place.strip()]
    unknown = [one for one in words if one.casefold() not in items and one.casefold() not in applications]
    return (
        tuple(sorted({items[one.casefold()] for one in words if one.casefold() in items})),
        tuple(sorted({applications[one.casefold()] for one in words if one.casefold() in applications})),
        ", ".join(unknown),
    )


def edit_fix(workplace: Workplace, fix: ProductionFix, reason: str = "") -> Done[ProductionFix]:
    """Store a changed fix, its documentation included; a sign-off of other content is void from then on.

    Raises RefusedError with every problem, StaleRecordError.
    """
    with workplace.write() as work:
        before = work.get(ProductionFix, fix.id or 0)
        if before.change_id is not None:
            raise RefusedError(f"{fix.key} was made a change of; edit that change instead.")
        kept = replace(
            fix,
            entered_at=before.entered_at,
            entered_by=before.entered_by,
            due_at=before.due_at,
            signed_by_id=before.signed_by_id,
            signed_role=before.signed_role,
            signed_at=before.signed_at,
            signed_digest=before.signed_digest,
        )
        refuse(kept, f"{fix.key} was not saved.")
        stored = work.save(kept, reason or "documented")
        return workplace.done(stored, work.commit())


def refuse(fix: ProductionFix, sentence: str) -> None:
    """Raise RefusedError with every problem of a fix, if it has any."""
    found = tuple(problem.message for problem in fix_problems(fix))
    if found:
        raise RefusedError(f"{sentence} {found[0]}", found)


def place_words(workplace: Workplace, text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Where, as typed with commas: items, applications, and the words that are neither."""
    with workplace.read() as connection:
        return placed(names(connection), tuple(text.split(",")))
