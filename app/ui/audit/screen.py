"""The audit screen: find events, see what each changed, follow a record, verify the chain, export."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedLayout, QVBoxLayout, QWidget

from app.services.audit_events import EventRow, EventSearch, event_kinds, search_events
from app.services.audit_verify.findings import AuditVerification, Finding, Watch
from app.services.audit_verify.verify import verify
from app.services.audit_workbook import AuditExport, export_audit_workbook
from app.ui.announcer import Changes
from app.ui.audit.export_dialog import ExportDialog
from app.ui.audit.model import columns, details_text, finding_columns, record_text, verified_text
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.jobs import JobControl
from app.ui.screen import Screen
from app.ui.widgets import (
    EmptyState,
    PlainLabel,
    RecordModel,
    RecordTable,
    SearchField,
    ToolbarRow,
    button,
    combo,
    set_refusal,
    text_area,
    value_of,
)

MOST_SHOWN = 500
FINDINGS_HEIGHT = 220
UNLIMITED_HEIGHT = 16_777_215  # QWIDGETSIZE_MAX, which PySide6 does not name
_NO_EVENT = "Select an event first."
_WRITTEN = "Whatever anybody does here or on another desk is written down, with who, when and why."
_QUARTER = timedelta(days=91)


class AuditScreen(Screen):
    """The audit trail of the whole database."""

    title = "Audit"
    shows_window = False

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._record: tuple[str, str] | None = None
        self._dialog: ExportDialog | None = None
        self._search = SearchField(context.theme, "Search events")
        self._search.searched.connect(lambda _text: self.reload())
        self._kinds = combo([("", "All records")], "", "Kind of record")
        self._kinds.currentIndexChanged.connect(lambda _row: self.reload())
        self._history = button("Record's history", self.follow_record)
        self._all = button("All events", self.show_all)
        self._verify = button("Verify everything", self.verify)
        self._export = button("Export workbook…", self._ask_period, "primary")
        self._caption = PlainLabel("", "muted", wraps=True)
        self.chain = PlainLabel("", "muted", wraps=True)
        self.chain.setVisible(False)
        found: RecordModel[Finding] = RecordModel(finding_columns(), lambda finding: finding, self)
        self.findings = RecordTable(context.theme, found, "Findings")
        self.findings.record_opened.connect(self._open_finding)
        self.findings.setMaximumHeight(FINDINGS_HEIGHT)
        self.findings.setVisible(False)
        model: RecordModel[EventRow] = RecordModel(columns(), lambda event: event.sequence, self)
        self.table = RecordTable(context.theme, model, "Events")
        self.table.selection_changed.connect(self._selected)
        self.table.record_opened.connect(lambda _event: self.follow_record())
        self.table.restore_columns(context.settings, "audit")
        self.details: QPlainTextEdit = text_area("", 12)
        self.details.setReadOnly(True)
        self.details.setMinimumHeight(0)
        self.details.setMaximumHeight(UNLIMITED_HEIGHT)
        self.details.setAccessibleName("What the event changed")
        self.details.setPlaceholderText("Select an event to see what it changed, and its place in the chain.")
        self.details.setFixedWidth(context.theme.space("side_panel_width"))
        self._empty = EmptyState(
            context.theme,
            "audit",
            "Nothing has been done yet",
            _WRITTEN,
            "All events",
            self.show_all,
        )
        self._stack = QStackedLayout()
        self._build()
        self._selected([])

    def _build(self) -> None:
        tools = ToolbarRow()
        tools.add_left(self._search, self._kinds, self._history, self._all)
        tools.add_right(self._verify, self._export)
        listed = QWidget(self)
        row = QHBoxLayout(listed)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.table, 1)
        row.addWidget(self.details)
        self._stack.addWidget(listed)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(tools)
        column.addWidget(self.chain)
        column.addWidget(self.findings)
        column.addWidget(self._caption)
        column.addLayout(self._stack, 1)

    def activate(self, window_id: int | None) -> None:
        """Read the kinds of record that have events, then the events."""
        self.window_id = window_id
        services = self.context.services
        self.context.fetch(
            "Reading the audit trail", lambda _control: event_kinds(services), self._show_kinds, self
        )
        self.reload()

    def deactivate(self) -> bool:
        """Keep how the columns stand."""
        self.table.save_columns(self.context.settings, "audit")
        return True

    def reload(self) -> None:
        """Find the events that fit what is asked."""
        kind, record_id = self._record or (value_of(self._kinds) or "", "")
        wanted = EventSearch(self._search.text().strip(), kind, record_id, limit=MOST_SHOWN)
        services = self.context.services
        self.context.fetch(
            "Searching events",
            lambda _control: search_events(services, wanted),
            self._show,
            self,
            key="audit-events",
        )

    def refresh(self, changes: Changes) -> None:
        """Every change is an event."""
        if changes:
            self.reload()

    def follow_record(self) -> None:
        """Show everything that happened to the record of the selected event."""
        chosen = self.table.selected_records()
        if chosen:
            self._record = (chosen[0].record_kind, chosen[0].record_id)
            self._search.clear()
            self.reload()

    def show_all(self) -> None:
        """Take back the search and the record."""
        self._record = None
        self._search.clear()
        self._kinds.setCurrentIndex(0)
        self.reload()

    def verify(self) -> None:
        """Verify chain, records and signatures; it can be cancelled in the status line."""
        services = self.context.services

        def work(control: JobControl) -> AuditVerification:
            return verify(services, Watch(control.progress, lambda: control.is_cancelled))

        self.context.fetch("Verifying the audit", work, self._verified, self, key="audit-verify")

    def export(self, first: date, last: date, out: Path) -> None:
        """Write the workbook of a period; it can be cancelled in the status line."""
        services = self.context.services

        def work(control: JobControl) -> AuditExport:
            control.progress(None, f"Writing {out.name}")
            return export_audit_workbook(services, first, last, out, lambda: control.is_cancelled)

        def written(done: AuditExport) -> None:
            tone = "waived" if done.gaps else "met"
            words = f"{done.events:,} events, {done.gaps:,} gaps"
            self.context.notify(f"Wrote {done.file}: {words}.", tone)

        self.context.fetch("Exporting the audit workbook", work, written, self)

    def _show_kinds(self, kinds: tuple[str, ...]) -> None:
        chosen = value_of(self._kinds)
        self._kinds.blockSignals(True)
        self._kinds.clear()
        for kind in ("", *kinds):
            self._kinds.addItem(kind.replace("_", " ").capitalize() or "All records", kind)
        self._kinds.setCurrentIndex(max(self._kinds.findData(chosen), 0))
        self._kinds.blockSignals(False)

    def _show(self, events: tuple[EventRow, ...]) -> None:
        self.table.records.set_records(events)
        self._stack.setCurrentIndex(0 if events else 1)
        number = f"{len(events):,} events" if len(events) != 1 else "1 event"
        if len(events) == MOST_SHOWN:
            number = f"The newest {MOST_SHOWN:,} events"
        about = f" of {record_text(events[0])}" if self._record and events else ""
        self._caption.setText(f"{number}{about}, newest first." if events else "")
        if self._is_narrowed():
            self._empty.set_texts("No events found", "Search for something else, or show all events.")
        else:
            self._empty.set_texts("Nothing has been done yet", _WRITTEN)
        self._empty.step.setVisible(self._is_narrowed())
        self._selected(self.table.selected_records())

    def _selected(self, events: list[EventRow]) -> None:
        self.details.setPlainText(details_text(events[0]) if events else "")
        set_refusal(self._history, "" if events else _NO_EVENT)
        set_refusal(self._all, "" if self._is_narrowed() else "All events are shown.")
        self.commands_changed.emit()

    def _is_narrowed(self) -> bool:
        return bool(self._record or self._search.text() or value_of(self._kinds))

    def _verified(self, report: AuditVerification) -> None:
        self.chain.setText(verified_text(report))
        self.chain.set_role("muted" if report.is_ok else "error")
        self.chain.setVisible(True)
        self.findings.records.set_records(report.findings)
        self.findings.setVisible(not report.is_ok)
        tone = "met" if report.is_ok else "not_met"
        number = len(report.findings)
        words = "Everything is as it was written." if report.is_ok else f"{number:,} findings."
        self.context.notify("One finding." if number == 1 else words, tone)
        if report.first_bad is not None:
            self.table.select_key(report.first_bad)

    def _open_finding(self, finding: Finding) -> None:
        """Show the event that a finding names, or else the history of its record."""
        if finding.event is None or self.table.select_key(finding.event):
            return
        if not finding.record[0]:
            self.context.notify(f"Event {finding.event} is not among those listed.", "waived")
            return
        self._record = finding.record
        self._search.clear()
        self.reload()

    def _ask_period(self) -> None:
        today = self.context.clock().date()
        self._dialog = ExportDialog(today - _QUARTER, today, self.export, self.window())
        self._dialog.open()

    def open_record(self, record: object) -> None:
        """Show the history of a record named by kind and id."""
        kind, record_id = getattr(record, "kind", ""), getattr(record, "record_id", "")
        if kind and record_id:
            self._record = (str(kind), str(record_id))
            self.reload()
        self.setFocus()

    def commands(self) -> list[Command]:
        """What can be done here now."""
        nothing = "" if self.table.selected_records() else _NO_EVENT
        return [
            Command("Follow the record of this event", self.follow_record, "Ctrl+Return", "Audit", nothing),
            Command("Show all events", self.show_all, "", "Audit"),
            Command("Verify everything the audit rests on", self.verify, "", "Audit"),
            Command("Export the audit workbook", self._ask_period, "Ctrl+E", "Audit"),
        ]
