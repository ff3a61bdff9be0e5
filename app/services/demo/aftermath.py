"""What followed the demo's nights: fixes with their debts, detected changes of each class, incidents."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.domain.changes import Change, ChangeState
from app.domain.debts import FollowUpRules, due_after
from app.domain.fixes import ProductionFix, content_digest
from app.domain.incidents import (
    FollowUpAction,
    Incident,
    IncidentKind,
    RootCauseAnalysis,
    TimelineEntry,
)
from app.domain.reconciliation import DetectedChange, RecordedWork, WorkKind
from app.domain.register import CiKind, Role
from app.domain.windows import MaintenanceWindow
from app.domain.zones import local
from app.services.demo.organisation import Organisation
from app.services.fixes.signing import convert_fix
from app.services.workplace import Workplace
from app.store.queries.aftermath import recorded_work
from app.store.unit_of_work import UnitOfWork

_RULES = FollowUpRules()
_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)
# What was done, on what kind of item, hours ago, and how far its documentation came.
_FIXES = (
    ("Restarted the payment queue: a consumer had hung", CiKind.SERVER, 9, "entered"),
    ("Raised the connection limit; sessions were refused", CiKind.DATABASE, 26, "entered"),
    ("Blocked an address range that flooded the login", CiKind.NETWORK_DEVICE, 101, "written"),
    ("Renewed the certificate by hand an hour before it ended", CiKind.SERVER, 150, "entered"),
    ("Freed the full volume: old archives moved away", CiKind.STORAGE, 290, "entered"),
    ("Turned the new rate table off", CiKind.SERVER, 172, "signed"),
    ("Rebuilt a broken index", CiKind.DATABASE, 245, "changed"),
)
_TEXTS = (
    "Customers could not go on, and the next window was days away.",
    "Announced in the operations channel, done by two people, checked by a test order.",
    "The manager on duty and the application's owner agreed by telephone.",
    "Low: it can be taken back in a minute, and the release that follows brings it properly.",
)
_PATHS = (
    "/etc/nginx/nginx.conf",
    "/opt/app/lib/core.jar",
    "/etc/systemd/system/queue.service",
    "/etc/ssl/certs/login.pem",
    "/var/lib/pgsql/postgresql.conf",
    "/etc/cron.d/batch",
)


@dataclass(frozen=True, slots=True)
class Nights:
    """What the nights left: the last window with its changes, and the changes of the coming one."""

    last: MaintenanceWindow
    went_in: tuple[Change, ...]
    coming: tuple[Change, ...]


def make_aftermath(
    workplace: Workplace, draw: random.Random, organisation: Organisation, nights: Nights
) -> None:
    """Record fixes, detections and incidents around the last nights; the same draw gives the same ones."""
    with workplace.write() as work:
        maker = _Aftermath(work, draw, organisation, nights)
        fixes = maker.fixes()
        maker.detections(fixes)
        maker.incidents()
        work.commit()
    for fix, (_, _, _, progress) in zip(fixes, _FIXES, strict=True):
        if progress == "changed":
            convert_fix(workplace, fix.id or 0)


class _Aftermath:
    """Makes what followed, all within one unit of work."""

    def __init__(
        self, work: UnitOfWork, draw: random.Random, organisation: Organisation, nights: Nights
    ) -> None:
        self._work = work
        self._draw = draw
        self._organisation = organisation
        self._nights = nights
        self._zone = nights.last.zone_name

    def fixes(self) -> list[ProductionFix]:
        """One fix of each line above; those that are signed carry the digest of what was signed."""
        crew = self._organisation.members("Operations")
        signer = self._organisation.with_role(Role.OPERATIONS)[0]
        made = []
        for place, (title, kind, hours_ago, progress) in enumerate(_FIXES, start=1):
            items = self._organisation.items_of(kind)
            who = crew[-1 - place % (len(crew) - 2)]
            happened = self._work.now - hours_ago * _HOUR - self._draw.randint(1, 40) * _MINUTE
            entered = happened + self._draw.randint(2, 20) * _MINUTE
            reason, steps, discussion, risk = ("", "", "", "") if progress == "entered" else _TEXTS
            fix = ProductionFix(
                f"FIX-{place:04d}",
                title,
                who.name,
                happened,
                self._zone,
                entered,
                who.name,
                due_after(entered, _RULES.fix_working_days, self._zone),
                configuration_items=(self._draw.choice(items).id or 0,),
                reason=reason,
                steps_taken=steps,
                discussion=discussion,
                risk=risk,
            )
            if progress in ("signed", "changed"):
                fix = replace(
                    fix,
                    signed_by_id=signer.id,
                    signed_role=Role.OPERATIONS,
                    signed_at=entered + 20 * _HOUR,
                    signed_digest=content_digest(fix),
                )
            made.append(self._work.add(fix, "entered after it was made"))
        return made

    def detections(self, fixes: list[ProductionFix]) -> None:
        """Detections that match steps and fixes, that miss them, that nobody recorded, and explained ones."""
        last = self._nights.last
        works = recorded_work(self._work.connection, last.starts_at, last.ends_at)
        steps = [one for one in works if one.kind is WorkKind.ACTIVITY]
        seen = [self._seen(one, self._middle(one)) for one in self._draw.sample(steps, min(9, len(steps)))]
        late = max(steps, key=lambda one: one.ends_at, default=None)
        if late is not None:
            seen += [self._seen(late, late.ends_at + minutes * _MINUTE) for minutes in (55, 210)]
        for fix in fixes[:2]:
            item = fix.configuration_items[0]
            seen.append(self._detection(item, fix.happened_at + 4 * _MINUTE, self._draw.choice(_PATHS)))
        seen += self._unrecorded()
        self._work.add_all(seen, "seen by the monitoring of files")

    def _unrecorded(self) -> list[DetectedChange]:
        items = self._organisation.items_of(CiKind.SERVER)
        base = self._nights.last.ends_at + 30 * _HOUR
        found = []
        for place in range(4):
            item = self._draw.choice(items).id or 0
            when = min(base + place * 7 * _HOUR, self._work.now - (5 - place) * _HOUR)
            one = self._detection(item, when, _PATHS[place])
            repeats = [self._detection(item, when + 11 * n * _MINUTE, _PATHS[place]) for n in range(1, 3)]
            found += [one, *repeats] if place == 0 else [one]
        explained = replace(
            self._detection(items[0].id or 0, min(base, self._work.now - 6 * _HOUR), "/etc/motd"),
            explanation="The yearly notice of the security team; not part of any application.",
            explained_by="demo",
            explained_at=self._work.now - _HOUR,
        )
        stranger = replace(
            self._detection(items[0].id or 0, self._work.now - 3 * _HOUR, "/etc/vsftpd.conf"),
            ci_name="legacy-ftp-01",
            ci_id=None,
        )
        return [*found, explained, stranger]

    def _middle(self, work: RecordedWork) -> datetime:
        return work.starts_at + (work.ends_at - work.starts_at) / 2

    def _seen(self, work: RecordedWork, when: datetime) -> DetectedChange:
        return self._detection(work.ci_id, when, self._draw.choice(_PATHS))

    def _detection(self, item_id: int, when: datetime, path: str) -> DetectedChange:
        name = next(one.name for one in self._organisation.items if one.id == item_id)
        at = when.replace(microsecond=0)
        who = self._draw.choice(("root", "deploy", "svc-batch"))
        key = f"{at.isoformat()} / {name} / {path} / {self._draw.getrandbits(16):04x}"
        return DetectedChange(key, at, self._zone, name, path, who, item_id, "AIDE")

    def incidents(self) -> None:
        """An incident in each state; the one with an overdue action touches a change that comes next."""
        broken = [one for one in self._nights.went_in if one.state is not ChangeState.DEPLOYED]
        cause = (broken or list(self._nights.went_in))[0]
        coming = self._nights.coming[0].applications
        self._incident("Search answers in ten seconds", 2, None, IncidentKind.IMPAIRMENT)
        self._incident("Customers cannot log in", 30, 8.6)
        self._incident("Statements print without amounts", 13 * 24, 3.2)
        halfway = self._incident("Payments stood still", 4 * 24, 2.6, change=cause)
        self._analysis(halfway, None)
        acted = self._incident("Orders lost for a quarter of an hour", 17 * 24, 0.3, applications=coming)
        self._analysis(acted, 14 * 24)
        self._action(acted, "Alarm when the queue is older than a minute", -3, None)
        self._action(acted, "Test the failover with every release", 9, None)
        self._action(acted, "Write the restart into the runbook", -8, "Step 14 of the runbook")
        closed = self._incident("Night batch ended at noon", 26 * 24, 5.5)
        self._analysis(closed, 21 * 24)
        self._action(closed, "Reserve the batch window in the calendar", -12, "Booked until December")

    def _incident(
        self,
        title: str,
        hours_ago: float,
        hours: float | None,
        kind: IncidentKind = IncidentKind.OUTAGE,
        *,
        change: Change | None = None,
        applications: tuple[int, ...] = (),
    ) -> Incident:
        start = self._work.now - hours_ago * _HOUR
        end = None if hours is None else start + hours * _HOUR
        touched = applications or (change.applications if change else ())
        if not touched:
            touched = (self._draw.choice(self._organisation.applications).id or 0,)
        count = len(self._work.find(Incident)) + 1
        incident = Incident(
            f"INC-{count:04d}",
            title,
            start,
            self._zone,
            kind,
            end,
            "Customers and the service desk noticed; the business was told.",
            touched,
            change_id=change.id if change else None,
            rca_due_at=due_after(end, _RULES.rca_working_days, self._zone) if end else None,
            team_name="Operations",
        )
        return self._work.add(incident, "recorded by the service desk")

    def _analysis(self, incident: Incident, concluded_hours_ago: float | None) -> None:
        start, end = incident.started_at, incident.ended_at or incident.started_at
        is_done = concluded_hours_ago is not None
        analysis = RootCauseAnalysis(
            incident.id or 0,
            (
                TimelineEntry(start, "The alarm rings"),
                TimelineEntry(start + (end - start) / 3, "The cause is seen in the log"),
                TimelineEntry(end, "Service is back"),
            ),
            (
                "A consumer of the queue had stopped.",
                "Its connection was closed and never opened again.",
                "The release changed the timeout, and no test waits that long.",
            )[: 3 if is_done else 1],
            ("Nobody was paged: the alarm goes to a mailbox.",),
            "The timeout is part of no test before production." if is_done else "",
            "Ready for production" if is_done else "",
            "qa" if is_done else "",
            "",
            "demo" if is_done else "",
            self._work.now - concluded_hours_ago * _HOUR if concluded_hours_ago is not None else None,
        )
        self._work.add(analysis, f"analysis of {incident.key}")

    def _action(self, incident: Incident, title: str, days: int, done: str | None) -> None:
        owner = self._draw.choice(self._organisation.members("Operations"))
        day = local(self._work.now, self._zone).date() + timedelta(days=days)
        done_at = self._work.now + (days - 1) * timedelta(days=1) if done else None
        self._work.add(
            FollowUpAction(incident.id or 0, title, day, owner.id, "", done_at, done or ""),
            f"follows from {incident.key}",
        )
