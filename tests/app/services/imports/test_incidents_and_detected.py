"""Lists of incidents and of detected changes: all rows accounted for, the second time unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.changes import Change
from app.domain.incidents import Incident, IncidentKind
from app.domain.reconciliation import DetectedChange
from app.domain.register import Application, ConfigurationItem
from app.services.imports.apply import Imported, apply
from app.services.imports.dry import plan, understand
from app.services.imports.undo import undo_import
from app.services.workplace import Workplace, open_workplace
from app.store.reading import find

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
AIDE = """Start timestamp: 2026-11-23 04:00:01 +0100 (AIDE 0.17.4)
AIDE found differences between database and filesystem!!
Hostname: app-12

---------------------------------------------------
Added entries:
---------------------------------------------------

f++++++++++++++++: /etc/cron.d/new

---------------------------------------------------
Changed entries:
---------------------------------------------------

f   ...    .C... : /etc/nginx/nginx.conf
f > p.. mc..H.. . : /usr/bin/sudo

---------------------------------------------------
Detailed information about changes:
---------------------------------------------------

File: /etc/nginx/nginx.conf
"""
TRIPWIRE = """Open Source Tripwire(R) 2.4.3.7 Integrity Check Report

Report created on:            Mon 23 Nov 2026 04:00:00 AM
Host name:                    app-12

-------------------------------------------------------------------------------
Rule Name: Critical configuration files (/etc)
-------------------------------------------------------------------------------

Modified:
"/etc/passwd"

Added:
"/etc/xyz"

===============================================================================
"""
AUDITD = """NODE,EVENT,DATE,TIME,SERIAL_NUM,EVENT_KIND,SUBJ_PRIME,ACTION,OBJ_PRIME,HOW
app-12,SYSCALL,11/23/2026,04:11:02,201,audit-rule,ann,opened-file,/etc/passwd,/usr/bin/vim
app-12,SYSCALL,11/23/2026,04:11:02,202,audit-rule,ann,changed-file,/etc/passwd,/usr/bin/vim
"""
WINDOWS = """"TimeCreated","Id","MachineName","ProviderName","RecordId","UserId","Message"
"23.11.2026 04:15:00","4657","APP-12.corp.example","Security-Auditing","991","S-1-5-18","A value was modified"
"""
GENERIC = """host,timestamp,file,user,pid
app-12,2026-11-23T04:20:00Z,/etc/hosts,bob,7
app-12,2026-11-23T04:20:00Z,/etc/hosts,bob,8
app-12,2026-11-23T04:20:00Z,/etc/hosts,bob,8
,2026-11-23T04:20:00Z,/etc/hosts,bob,9
"""


@pytest.fixture
def workplace(migrated_url: str) -> Iterator[Workplace]:
    """A register with one application and one server, on each engine."""
    made = open_workplace(migrated_url, "tester", lambda: NOW)
    with made.write() as unit:
        unit.add(ConfigurationItem("app-12"))
        unit.add(Application("Billing"))
        unit.commit()
    yield made
    made.close()


def bring(workplace: Workplace, data: bytes, kind: str = "auto") -> tuple[str, Imported]:
    """Import a list; the program it comes from and what was done."""
    understood = understand(workplace, data, kind)
    assert not understood.proposal.problems
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC")
    done = apply(workplace, planned, "list", shape=understood.proposal.shape).value
    assert done.rows == done.created + done.updated + done.unchanged + done.rejected
    return understood.proposal.source, done


@pytest.mark.parametrize(
    ("text", "source", "rows"),
    [
        (AIDE, "AIDE or Tripwire", 3),
        (TRIPWIRE, "AIDE or Tripwire", 2),
        (AUDITD, "auditd", 2),
        (WINDOWS, "Windows events", 1),
    ],
)
def test_reports_of_monitoring_are_known_and_read(
    workplace: Workplace, text: str, source: str, rows: int
) -> None:
    found, done = bring(workplace, text.encode())
    assert (found, done.created) == (source, rows)
    assert bring(workplace, text.encode())[1].unchanged == rows
    with workplace.read() as connection:
        stored = find(connection, DetectedChange)
    assert {one.ci_id for one in stored} == {1}
    assert {one.detected_at.date().isoformat() for one in stored} == {"2026-11-23"}
    assert all(one.what for one in stored)


def test_any_list_of_detections_and_no_row_is_lost(workplace: Workplace) -> None:
    _, done = bring(workplace, GENERIC.encode(), "detected")
    assert (done.rows, done.created, done.unchanged, done.rejected) == (4, 2, 1, 1)
    _, again = bring(workplace, GENERIC.encode(), "detected")
    assert (again.created, again.updated, again.rejected) == (0, 0, 1)


def test_an_explanation_outlives_the_next_report(workplace: Workplace) -> None:
    from dataclasses import replace

    bring(workplace, AIDE.encode())
    with workplace.write() as unit:
        one = unit.get(DetectedChange, 1)
        unit.save(replace(one, explanation="ours", explained_by="me", explained_at=NOW))
        unit.commit()
    bring(workplace, AIDE.encode())
    with workplace.read() as connection:
        assert find(connection, DetectedChange, id=1)[0].explanation == "ours"


INCIDENTS = """number,short description,start time,end time,applications,caller
INC1,Billing slow,2026-11-20 10:00,2026-11-20 11:00,Billing,Ann
INC2,Node down,2026-11-20 10:00,2026-11-20 11:00,Unknown,Bob
INC3,Backwards,2026-11-20 10:00,2026-11-20 09:00,Billing,Bob
INC4,No time,,,Billing,Bob
"""


def test_incidents_ask_for_an_analysis_where_they_touch_the_register(workplace: Workplace) -> None:
    _, done = bring(workplace, INCIDENTS.encode(), "incidents")
    assert (done.created, done.rejected) == (2, 2)
    with workplace.read() as connection:
        ours, other = find(connection, Incident)
    assert (ours.kind, ours.asks_for_rca, ours.applications) == (IncidentKind.IMPAIRMENT, True, (1,))
    assert ours.rca_due_at is not None
    assert ours.rca_due_at > NOW
    assert (other.kind, other.asks_for_rca, other.rca_due_at) == (IncidentKind.OUTAGE, False, None)
    assert bring(workplace, INCIDENTS.encode(), "incidents")[1].unchanged == 2


def test_an_analysis_that_is_due_does_not_keep_incidents_from_being_taken_back(workplace: Workplace) -> None:
    _, done = bring(workplace, INCIDENTS.encode(), "incidents")
    assert undo_import(workplace, done.import_id).value.removed == 2
    with workplace.read() as connection:
        assert find(connection, Incident) == []


def test_closing_the_ticket_days_later_moves_no_end(workplace: Workplace) -> None:
    header = "number,short_description,begin,end,closed_at\n"
    row = "INC1,Billing down,2026-11-20 10:00,2026-11-20 11:00,"
    bring(workplace, f"{header}{row}\n".encode(), "incidents")
    again = bring(workplace, f"{header}{row}2026-11-23 16:00\n".encode(), "incidents")[1]
    assert (again.updated, again.unchanged) == (0, 1)
    bring(workplace, f"{header}{row}2026-11-20 10:40\n".encode(), "incidents")
    with workplace.read() as connection:
        (incident,) = find(connection, Incident)
    assert incident.ended_at == datetime(2026, 11, 20, 10, 40, tzinfo=UTC)


def test_the_real_list_of_outages_comes_in_whole_and_unchanged_again(
    workplace: Workplace, shared_data: Path
) -> None:
    data = (shared_data / "servicenow" / "outages-8604.csv").read_bytes()
    source, done = bring(workplace, data)
    assert source == "ServiceNow outages"
    assert (done.rows, done.created, done.rejected) == (8604, 8604, 0)
    assert bring(workplace, data)[1].unchanged == 8604
    with workplace.read() as connection:
        (first,) = find(connection, Incident, key="NOC0223759")
    # Service was back when it was cleared, not when the ticket was closed.
    assert first.ended_at == datetime(2020, 1, 1, 7, 32, tzinfo=UTC)


def test_a_beginning_that_is_not_understood_is_said(workplace: Workplace) -> None:
    rows = "".join(f"INC{n},Slow,0{n}.11.2026 24:00\n" for n in range(1, 4))
    data = f"Number,Short description,Started\n{rows}INC4,Down,4.11.2026 25:10\nINC5,Down,\n".encode()
    understood = understand(workplace, data)
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC")
    begins = [row.values["started_at"] for row in planned.outcome.created]
    assert begins == [datetime(2026, 11, day, tzinfo=UTC) for day in (2, 3, 4)]
    assert [one.reason for one in planned.outcome.rejected] == [
        '"4.11.2026 25:10" was not understood. The row does not say when it began.',
        "The row does not say when it began.",
    ]


def test_an_incident_closed_before_it_began_has_no_end_and_that_is_said(workplace: Workplace) -> None:
    rows = b"I-1,Down,2026-11-02 10:00,2026-11-02 09:00\nI-2,Slow,2026-11-02 10:00,\n"
    data = b"Number,Title,Started,Closed\n" + rows
    understood = understand(workplace, data, "incidents")
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC")
    assert [row.values["ended_at"] for row in planned.outcome.created] == [None, None]
    assert [one for one in planned.conversion.warnings if "before they began" in one] == [
        "Closed before they began, so that they have no end here: row 2. Mend the times in the list."
    ]


def test_names_and_changes_are_linked_where_they_are_known_and_once_they_are(workplace: Workplace) -> None:
    headers = b"Number,Title,Started,Configuration item,Caused by change\n"
    data = headers + b"I-1,Down,2026-11-02 10:00,Billing; db-1,CHG-7\n"
    understood = understand(workplace, data, "incidents")
    told = plan(workplace, understood.table, understood.proposal.mapping, "UTC").conversion.warnings
    assert told[-2:] == ("Not in the register: db-1; kept as text.", "No change here: CHG-7; kept as text.")
    _, done = bring(workplace, data, "incidents")
    assert done.created == 1
    with workplace.write() as unit:
        item = unit.add(ConfigurationItem("db-1"))
        change = unit.add(Change("CHG-7", "Cause"))
        unit.commit()
    _, done = bring(workplace, data, "incidents")
    assert done.updated == 1
    with workplace.read() as connection:
        (incident,) = find(connection, Incident)
        (billing,) = find(connection, Application)
    assert incident.applications == (billing.id,)
    assert incident.configuration_items == (item.id,)
    assert incident.change_id == change.id
    _, done = bring(workplace, data, "incidents")
    assert done.unchanged == 1


def test_an_event_told_in_words_is_what_changed_and_its_number_tells_it_from_others(
    workplace: Workplace,
) -> None:
    data = (
        b"Timestamp,Host,Event,User,Event ID\n2026-11-23 04:00,app-12,package upgraded,root,17\n"
        b"2026-11-23 04:00,app-12,reboot,root,18\n2026-11-23 04:00,app-12,reboot,root,18\n"
    )
    _, done = bring(workplace, data, "detected")
    assert (done.created, done.unchanged) == (2, 1)
    with workplace.read() as connection:
        found = find(connection, DetectedChange)
    assert sorted(one.what for one in found) == ["package upgraded", "reboot"]


def test_incidents_without_a_beginning_begin_when_they_were_closed(workplace: Workplace) -> None:
    data = b"Number,Short description,Closed\nINC0001,Mail is down,2026-11-02 10:00\nINC0002,Slow,\n"
    understood = understand(workplace, data)
    planned = plan(workplace, understood.table, understood.proposal.mapping, "UTC")
    assert [(row.key, row.values["started_at"]) for row in planned.outcome.created] == [
        ("INC0001", datetime(2026, 11, 2, 10, tzinfo=UTC))
    ]
    assert [one.reason for one in planned.outcome.rejected] == ["The row does not say when it began."]
    assert any("begin when they were closed" in one for one in planned.conversion.warnings)


def test_days_and_clock_times_apart_tell_when_incidents_began_and_ended(workplace: Workplace) -> None:
    text = (
        "Incident No.;Date;Time from;Time to;System;What happened\n"
        "1;28.11.2026;02:15;03:05;Shop;Disk full\n"
        "2;29.11.2026;23:50;00:20;Payroll;Network\n"
        "3;30.11.2026;;;Payroll;Unknown\n"
        "4;;10:00;11:00;Payroll;No day\n"
    )
    _, done = bring(workplace, text.encode())
    assert (done.created, done.rejected) == (3, 1)
    _, again = bring(workplace, text.encode())
    assert (again.unchanged, again.rejected) == (3, 1)
    with workplace.read() as connection:
        spans = [(one.key, one.started_at, one.ended_at) for one in find(connection, Incident)]
    assert spans == [
        ("1", datetime(2026, 11, 28, 2, 15, tzinfo=UTC), datetime(2026, 11, 28, 3, 5, tzinfo=UTC)),
        ("2", datetime(2026, 11, 29, 23, 50, tzinfo=UTC), datetime(2026, 11, 30, 0, 20, tzinfo=UTC)),
        ("3", datetime(2026, 11, 30, tzinfo=UTC), None),
    ]


def test_a_day_with_its_time_is_when_an_incident_began(workplace: Workplace) -> None:
    bring(workplace, b"Incident id,Date,Description\nINC-1,2026-11-28 02:15,Disk full\n")
    with workplace.read() as connection:
        assert find(connection, Incident)[0].started_at == datetime(2026, 11, 28, 2, 15, tzinfo=UTC)


DOWN_AND_UP = (
    "Event,Monitor,Date-Time,Reason,Duration\n"
    "Up,Shop,2026-11-22 22:25:00,OK,5 hrs\n"
    "Down,Shop,2026-11-22 22:10:00,HTTP 503,0 hrs 15 mins\n"
    "Down,CRM,2026-11-22 21:00:00,Timeout,\n"
    "Down,CRM,2026-11-22 21:10:00,Timeout,\n"
    "Up,Mail,2026-11-22 20:00:00,OK,\n"
)


def test_down_and_up_of_a_monitor_are_one_outage(workplace: Workplace) -> None:
    _, done = bring(workplace, DOWN_AND_UP.encode())
    assert (done.created, done.unchanged, done.rejected) == (2, 2, 1)
    with workplace.read() as connection:
        found = {one.title: one for one in find(connection, Incident)}
    shop, crm = found["Shop"], found["CRM"]
    assert shop.started_at == datetime(2026, 11, 22, 22, 10, tzinfo=UTC)
    assert (shop.ended_at, shop.impact) == (datetime(2026, 11, 22, 22, 25, tzinfo=UTC), "HTTP 503")
    assert (crm.started_at.minute, crm.ended_at) == (0, None)
    _, again = bring(workplace, DOWN_AND_UP.encode() + b"Up,CRM,2026-11-22 21:30:00,OK,\n")
    assert (again.created, again.updated, again.unchanged, again.rejected) == (0, 1, 4, 1)


def test_a_machine_is_up_again_service_by_service(workplace: Workplace) -> None:
    text = (
        "Time,Host,Service,State,State Type,Output\n"
        "2026-11-22 22:10:00,web01,HTTP,CRITICAL,HARD,Refused\n"
        "2026-11-22 22:11:00,web01,SSH,CRITICAL,HARD,Timeout\n"
        "2026-11-22 22:12:00,web01,DISK,WARNING,HARD,80 percent\n"
        "2026-11-22 22:25:00,web01,HTTP,OK,HARD,Fine\n"
    )
    _, done = bring(workplace, text.encode())
    assert (done.created, done.unchanged, done.rejected) == (3, 1, 0)
    with workplace.read() as connection:
        ended = {one.title: one.ended_at for one in find(connection, Incident)}
    assert ended == {
        "Refused": datetime(2026, 11, 22, 22, 25, tzinfo=UTC),
        "Timeout": None,
        "80 percent": None,
    }
