"""Packets to render in tests and benchmarks, made from plain counters so that they never change."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from exports import documents as d

ZONE = ZoneInfo("Europe/Berlin")
START = datetime(2026, 11, 28, 22, 0, tzinfo=ZONE)
RESULTS = (
    "met",
    "met",
    "met",
    "not_met",
    "met",
    "met",
    "met",
    "waived",
    "met",
    "met",
    "met",
    "not_evaluated",
)
TITLES = (
    "Payments ledger 7.3.0",
    "Network core firewall rule set 22",
    "Customer portal 12.4",
    "Card settlement switch with the acquirer",
    "Batch schedules of the month's end",
)
PLAYERS = ("Ada Nowak", "Jon Fjeld", "Mei Tanaka", "Samir Haddad", "Lena Groß", "Oluwaseun Ade")
DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def key_of(number: int) -> str:
    return f"CHG-{430 + number:04}"


def criteria(count: int) -> tuple[d.Criterion, ...]:
    names = (
        "Build digest recorded",
        "Tests passed in QA",
        "Backout rehearsed",
        "Approved by owner",
        "Ticket closed",
    )
    return tuple(
        d.Criterion(
            ("Intake", "Ready for test", "Ready for production")[number * 3 // count],
            f"C{number}",
            names[number % 5],
        )
        for number in range(count)
    )


def change(number: int, gates: int) -> d.ChangeBlock:
    at = START - timedelta(days=3)
    cells = tuple(
        d.GateCell(
            RESULTS[(number * 5 + place * 7) % len(RESULTS)], "the digest in QA differs from the build"
        )
        for place in range(gates)
    )  # type: ignore[arg-type]
    return d.ChangeBlock(
        key=key_of(number),
        title=TITLES[number % 5],
        what="Replaces the posting engine and migrates schema 118; readers keep the old view till morning.",
        why="The present engine loses its support at the end of the year, and month's end takes too long.",
        kind="release",
        change_class="normal",
        risk=("low", "medium", "high")[number % 3],
        impact="3",
        likelihood=str(number % 5 + 1),
        state="approved",
        applications=("Ledger", "Portal"),
        configuration_items=("db-ledger-1", "app-ledger-2"),
        owner=PLAYERS[number % 6],
        requester=PLAYERS[(number + 1) % 6],
        builds=(d.BuildLine(f"{number}.7", "a1b2c3d", "ci-4", DIGEST, "passed"),),
        environments=(d.EnvironmentLine("QA", at, PLAYERS[0], "passed", DIGEST[:16]),),
        tickets=(d.TicketLine(f"PAY-{number}", "Done", "Jira"),),
        verification_plan="Post ten sample entries and compare the balances with the report of the evening.",
        backout_plan="Restore the snapshot taken at 22:15 and start the old workers.",
        backout_minutes=45,
        point_of_no_return=START + timedelta(hours=5),
        expected_downtime_minutes=20,
        signatures=(d.SignatureLine(PLAYERS[2], "Change owner", "approves the change", at),),
        gates=tuple(zip((one.label for one in criteria(gates)), cells, strict=True)),
        conflicts=("db-ledger-1 is held by CHG-0433 at the same time",) if number % 7 == 0 else (),
    )


def sequence(changes: int, activities: int) -> tuple[tuple[d.SequenceRow, ...], tuple[d.SequenceLink, ...]]:
    rows: list[d.SequenceRow] = []
    links: list[d.SequenceLink] = []
    each = max(activities // changes, 1)
    for number in range(activities):
        owner = min(number // each, changes - 1)
        start = START + timedelta(minutes=number * 400 // activities)
        length = (0, 15, 40, 25)[number % 4] if number % 9 == 8 else 20 + number % 4 * 10
        if number % each == 0 and number // each < changes:
            rows.append(
                d.SequenceRow(
                    "", "", "", start, start, 0, key_of(owner), f"{key_of(owner)} {TITLES[owner % 5]}"
                )
            )
        rows.append(
            d.SequenceRow(
                number=str(number + 1),
                title=("Stop workers", "Schema migration 118", "Deploy 7.3.0", "Verify postings")[number % 4],
                phase=("prepare", "deploy", "deploy", "verify")[number % 4],
                start=start,
                finish=start + timedelta(minutes=length),
                duration_minutes=length,
                change_key=key_of(owner),
                slack_minutes=0 if number % 5 == 0 else 35,
                is_critical=number % 5 == 0,
                players=(d.SequencePlayer(PLAYERS[number % 6], f"+49 30 5550 {100 + number % 6}"),),
                configuration_items=("db-ledger-1",) if number % 3 == 0 else (),
                is_go_no_go=length == 0,
                conflict="db-ledger-1 held twice" if number % 17 == 3 else "",
            )
        )
        if number:
            links.append(d.SequenceLink(str(number), str(number + 1)))
        if number > 40 and number % 11 == 0:
            links.append(d.SequenceLink(str(number - 38), str(number + 1)))
    return tuple(rows), tuple(links)


def sample_packet(
    changes: int = 40, activities: int = 60, gates: int = 14, /, **other: object
) -> d.PacketDocument:
    """A packet of so many changes, activities and criteria; `other` replaces fields."""
    rows, links = sequence(max(changes, 1), activities)
    names = PLAYERS[: min(6, activities)]
    values: dict[str, object] = {
        "meeting": "final",
        "organisation": "Nordbank Operations",
        "window_name": "November release",
        "window_title": "Sat 28 Nov 2026, 22:00 – Sun 06:00 CET",
        "zone_name": "Europe/Berlin",
        "window_start": START,
        "window_end": START + timedelta(hours=8),
        "length_note": "8 h",
        "generated_at": datetime(2026, 11, 26, 9, 30, tzinfo=ZONE),
        "generated_by": "Lena Groß",
        "state": "closed for changes",
        "totals": d.Totals(changes, activities, len(names), 445, 480),
        "go_line": f"{changes - 7} of {changes} changes are ready; 7 must be decided in the meeting.",
        "audit_head": d.AuditHead(48_213, DIGEST),
        "meeting_at": datetime(2026, 11, 27, 10, 0, tzinfo=ZONE),
        "attendees": tuple(
            d.Attendee(name, "Change owner", "owns an unready change", "+49 30 5550 100") for name in names
        ),
        "differences": d.Differences(
            START - timedelta(days=7),
            DIGEST,
            tuple(
                d.DiffLine(
                    ("added", "removed", "changed", "moved")[number % 4],
                    key_of(number),
                    "risk raised from low to high",
                )  # type: ignore[arg-type]
                for number in range(min(changes, 12))
            ),
        ),
        "agenda": tuple(
            d.AgendaItem(f"Decide {key_of(number)}", "criterion not met", key_of(number), 5)
            for number in range(min(changes, 7))
        ),
        "criteria": criteria(gates),
        "matrix": tuple(
            d.MatrixRow(one.key, one.title, one.risk, tuple(cell for _, cell in one.gates))
            for one in (change(number, gates) for number in range(changes))
        ),
        "sequence": rows,
        "links": links,
        "points_of_no_return": tuple(
            d.PointOfNoReturn(key_of(number), START + timedelta(minutes=200 + number * 37 % 240))
            for number in range(0, changes, 4)
        ),
        "players": tuple(
            d.Player(
                name,
                "Operations",
                f"+49 30 5550 {100 + place}",
                tuple(
                    d.PlayerEntry(row.start, row.finish, row.title)
                    for row in rows
                    if row.players and row.players[0].name == name
                ),
            )
            for place, name in enumerate(names)
        ),
        "changes": tuple(change(number, gates) for number in range(changes)),
        "conflicts": (d.ConflictLine("high", "CHG-0433, CHG-0430", "db-ledger-1 is held by both at 23:10"),),
        "exceptions": (
            d.ExceptionLine(
                "CHG-0435", "Tests passed in QA", "vendor fix arrives Friday", "approved", PLAYERS[0]
            ),
        ),
        "freezes": (
            d.FreezeLine(
                "Year end", START + timedelta(days=17), START + timedelta(days=40), "all", "closing"
            ),
        ),
        "bookings": (d.BookingLine("QA", START - timedelta(days=2), START, PLAYERS[1], "regression"),),
        "debts": (d.DebtLine("root cause", "Ledger stopped on 14 Nov", PLAYERS[3], date(2026, 12, 4)),),
        "signoff_roles": (
            d.SignoffRole("Release manager", PLAYERS[4]),
            d.SignoffRole("Operations"),
            d.SignoffRole("QA"),
        ),
    }
    return d.PacketDocument(**{**values, **other})  # type: ignore[arg-type]
