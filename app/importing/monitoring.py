"""Reports of file monitoring as lists: AIDE and Tripwire texts, and lists whose day and time stand apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.importing.delimited import Records
from app.importing.words import plain

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
    """A list of auditd's events with day and time in one column, as `ausearch --format csv` splits them.

    Any other list is given back as it is.
    """
    if not parsed.records:
        return parsed
    header = [plain(name) for name in parsed.records[0]]
    if not {"date", "time", "event kind", "obj prime"} <= set(header):
        return parsed
    day, clock = header.index("date"), header.index("time")
    rows = [["Detected at", "Source system", *parsed.records[0]]]
    for record in parsed.records[1:]:
        cells = [*record, *[""] * (len(header) - len(record))]
        rows.append([f"{cells[day]} {cells[clock]}".strip(), "auditd", *record])
    return Records(parsed.delimiter, rows, parsed.width + 2, parsed.regularity)
