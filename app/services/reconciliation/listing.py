"""The list of detected changes: each held against the records of its time, repeats folded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from app.domain.reconciliation import DetectedChange, Settled, Sighting, Standing, reconcile
from app.services.follow_up import rules_of
from app.services.reconciliation.linking import linked_by_name
from app.services.workplace import Workplace
from app.store.queries.aftermath import fix_keys, newest_unsettled, recorded_work
from app.store.queries.packets import organisation_facts
from app.store.reading import find

_MOST_COUNTED = 900


@dataclass(frozen=True, slots=True)
class DetectedRow:
    """One sighting as listed; `id` is that of its first detection."""

    sighting: Sighting
    fix_key: str

    @property
    def id(self) -> int:
        """The id of the first detection."""
        return self.sighting.first.id or 0

    @property
    def first(self) -> DetectedChange:
        """The detection that began it."""
        return self.sighting.first

    @property
    def standing(self) -> Standing:
        """Matched, partly or unrecorded."""
        return self.sighting.verdict.standing

    @property
    def is_open(self) -> bool:
        """Whether it is still to be explained."""
        return self.sighting.settled is Settled.OPEN

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of the detection and its repeats."""
        return tuple(one.id or 0 for one in self.sighting.members)


@dataclass(frozen=True, slots=True)
class DetectedList:
    """All sightings, the newest first; `detections` counts them with their repeats."""

    rows: tuple[DetectedRow, ...]
    detections: int
    zone_name: str

    @property
    def open_rows(self) -> tuple[DetectedRow, ...]:
        """What is still to be explained."""
        return tuple(row for row in self.rows if row.is_open)


def list_detected(workplace: Workplace) -> DetectedList:
    """Every detected change on record, each in one row."""
    with workplace.read() as connection:
        detections = find(connection, DetectedChange)
        sightings = sightings_of(connection, detections)
        keys = fix_keys(connection)
        zone = organisation_facts(connection).zone_name
    rows = [DetectedRow(one, keys.get(one.first.fix_id or 0, "")) for one in reversed(sightings)]
    return DetectedList(tuple(rows), len(detections), zone)


def sightings_of(connection: Connection, detections: list[DetectedChange]) -> tuple[Sighting, ...]:
    """Detections held against the records around them; none is left out."""
    if not detections:
        return ()
    rules = rules_of(connection)
    margin = timedelta(minutes=rules.near_minutes + rules.tolerance_minutes) + timedelta(days=1)
    times = [one.detected_at for one in detections]
    works = recorded_work(connection, min(times) - margin, max(times) + margin)
    return reconcile(linked_by_name(connection, detections), works, rules)


def unexplained(connection: Connection, since: datetime, until: datetime) -> tuple[Sighting, ...]:
    """Sightings that began between two instants (UTC) and are still open."""
    detections = [one for one in find(connection, DetectedChange) if since <= one.detected_at < until]
    return tuple(one for one in sightings_of(connection, detections) if one.settled is Settled.OPEN)


def open_detections(connection: Connection) -> int:
    """How many sightings are still to be explained, among the newest detections that nobody settled.

    Counting goes no farther back than a badge can tell.
    """
    ids = newest_unsettled(connection, _MOST_COUNTED)
    found = sightings_of(connection, find(connection, DetectedChange, id=ids)) if ids else ()
    return sum(one.settled is Settled.OPEN for one in found)
