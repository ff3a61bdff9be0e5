"""Reports of file monitoring as lists: AIDE and Tripwire texts, and lists whose day and time stand apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importing.reading.delimited import Records
from app.importing.words.spelling import plain, spelt

HEADER = ["Detected at", "System", "Object", "Change", "Source system"]
_AIDE = re.compile(r"AIDE\b.*(found|version|\d\.\d)|Advanced Intrusion Detection Environment", re.IGNORECASE)
_AIDE_START = re.compile(r"Start timestamp:\s*(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?: [+-]\d{4})?)")
_AIDE_HOST = re.compile(
    r"Environment on (\S+) started|^Hostname:\s*(\S+)|AIDE report for (\S+)", re.MULTILINE
)
_AIDE_SECTION = re.compile(r"^(Added|Removed|Changed) entries:\s*$")
_AIDE_ENTRY = re.compile(r"^[fdlLDBcbsp|?][^:]*: (/.*)$|^(?:added|removed|changed): (/.*)$")
_TRIPWIRE = re.compile(r"Tripwire\(?R?\)?.*Integrity Check Report|Open Source Tripwire", re.IGNORECASE)
_TRIPWIRE_TIME = re.compile(r"^Report created on:\s*(.+?)\s*$", re.MULTILINE)
_TRIPWIRE_HOST = re.compile(r"^Host name:\s*(\S+)", re.MULTILINE)
_TRIPWIRE_SECTION = re.compile(r"^(Added|Removed|Modified)( Objects)?:\s*$|^-+$")
_DAYS = spelt("date, datum, fecha, data, tarih")
_CLOCKS = spelt("time, uhrzeit, zeit, hora, heure, ora, godzina, czas, saat")
_MACHINES = spelt(
    "host, hostname, host name, server, computer, node, machine, rechner, serveur, servidor, serwer, sunucu"
)
_HAPPENED = spelt(
    "action, package, path, file, object, event, event id, state type, message, information, old version, "
    "new version, aktion, paket, ereignis, meldung, acción, evento, mensaje, ação, azione, messaggio, "
    "zdarzenie, komunikat, olay, ileti"
)
_TRIPWIRE_ENTRY = re.compile(r'^"(.+)"\s*$')


def monitoring_report(text: str) -> Records | None:
    """An AIDE or Tripwire report as records under a header, one an entry; None for any other text."""
    start = text[:4000]
    if _AIDE.search(start) and ("entries:" in text or "NO differences" in text):
        rows = list(_aide(text))
    elif _TRIPWIRE.search(start):
        rows = list(_tripwire(text))
    else:
        return None
    return Records("", [HEADER, *rows], len(HEADER), 1.0)


def _aide(text: str) -> Iterator[list[str]]:
    """Entries of an AIDE report; the same file is listed once more in its details, which are passed over."""
    start = _AIDE_START.search(text)
    host = _AIDE_HOST.search(text)
    when = start[1] if start else ""
    where = next((one for one in host.groups() if one), "") if host else ""
    section = ""
    for line in text.splitlines():
        if found := _AIDE_SECTION.match(line.strip()):
            section = found[1].lower()
        elif line.startswith("Detailed information"):
            return
        elif section and (entry := _AIDE_ENTRY.match(line.rstrip())):
            yield [when, where, entry[1] or entry[2], section, "AIDE"]


def _tripwire(text: str) -> Iterator[list[str]]:
    """Entries of a Tripwire report, quoted below "Added:", "Removed:" and "Modified:"."""
    created, host = _TRIPWIRE_TIME.search(text), _TRIPWIRE_HOST.search(text)
    when, where = (created[1] if created else ""), (host[1] if host else "")
    section = ""
    seen: set[tuple[str, str]] = set()
    for line in text.splitlines():
        bare = line.strip()
        if found := _TRIPWIRE_SECTION.match(bare):
            section = (found[1] or "").lower()
        elif section and (entry := _TRIPWIRE_ENTRY.match(bare)) and (section, entry[1]) not in seen:
            seen.add((section, entry[1]))
            yield [when, where, entry[1], section, "Tripwire"]


def with_one_time(parsed: Records) -> Records:
    """A log of a machine with day and time in one column, as those that write them apart do not have it:
    auditd's events by `ausearch --format csv`, the history of a package manager or of alerts.

    Any other list is given back as it is.
    """
    if not parsed.records:
        return parsed
    header = [plain(name) for name in parsed.records[0]]
    day = next((place for place, name in enumerate(header) if name in _DAYS), None)
    clock = next((place for place, name in enumerate(header) if name in _CLOCKS), None)
    is_audit = {"event kind", "obj prime"} <= set(header)
    is_log = not (_MACHINES.isdisjoint(header) or _HAPPENED.isdisjoint(header))
    if day is None or clock is None or not (is_audit or is_log):
        return parsed
    source = {"Source system": "auditd"} if is_audit else {}
    rows = [["Detected at", *source, *parsed.records[0]]]
    for record in parsed.records[1:]:
        cells = [*record, *[""] * (len(header) - len(record))]
        rows.append([f"{cells[day]} {cells[clock]}".strip(), *source.values(), *record] if record else [])
    added = len(rows[0]) - len(parsed.records[0])
    return Records(parsed.delimiter, rows, parsed.width + added, parsed.regularity, parsed.warnings)
