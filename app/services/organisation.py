"""Use cases of the organisation's own setting: its name and time zone, as packets and exports print them."""

from __future__ import annotations

from dataclasses import replace

from app.domain.settings import Organisation, Setting
from app.domain.zones import zone_problem
from app.services.errors import RefusedError
from app.services.workplace import Done, Workplace
from app.store.queries.packets import ORGANISATION, organisation_facts

__all__ = ["Organisation", "read_organisation", "set_organisation"]


def read_organisation(workplace: Workplace) -> Organisation:
    """The organisation as set; without a setting, no name and the zone most windows have."""
    with workplace.read() as connection:
        return organisation_facts(connection)


def set_organisation(workplace: Workplace, organisation: Organisation) -> Done[Organisation]:
    """Set name and zone; raises RefusedError for a zone that is not known."""
    problem = zone_problem(organisation.zone_name)
    if problem:
        raise RefusedError(problem)
    content = {"name": organisation.name.strip(), "zone_name": organisation.zone_name}
    with workplace.write() as work:
        kept = work.find(Setting, name=ORGANISATION)
        if kept:
            work.save(replace(kept[0], content=content), "set the organisation")
        else:
            work.add(Setting(ORGANISATION, content), "set the organisation")
        return workplace.done(organisation, work.commit())
