"""The packets screen: choose the meeting, read the preview, issue; print, save and mail what was issued."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.services.packets import (
    IssuedPacket,
    PacketFiles,
    file_stem,
    issue_packet,
    read_packet,
    save_packet_file,
)
from app.ui.announcer import Changes
from app.ui.commands import Command
from app.ui.context import DeskContext
from app.ui.packets.model import PacketsView, columns, read_view, short_hash, shown_words
from app.ui.packets.pages import PdfPages
from app.ui.saving import file_to_write
from app.ui.screen import Screen
from app.ui.widgets import (
    EmptyState,
    PlainLabel,
    RecordModel,
    RecordTable,
    Segmented,
    ToolbarRow,
    button,
    combo,
    set_refusal,
    value_of,
)

LIST_WIDTH = 440
_ISSUE_FIRST = "Issue the packet first, or choose an issued one: what is handed out is kept as it was."
_NOT_YET = "The preview is being drawn."


class PacketsScreen(Screen):
    """Meeting packets of the selected window."""

    title = "Packets"

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._view: PacketsView | None = None
        self._shown: IssuedPacket | None = None
        self._meeting = Segmented([("preliminary", "Preliminary"), ("final", "Final")], "Meeting")
        self._paper = combo([("A4", "A4"), ("Letter", "Letter")], "A4", "Paper")
        self._preview = button("Show preview", self.show_preview)
        self._print = button("Print…", self._choose_printer)
        self._save_pdf = button("Save PDF…", lambda: self._choose_file("pdf"))
        self._save_workbook = button("Save workbook…", lambda: self._choose_file("xlsx"))
        self._mail = button("Mail draft", self.open_mail_draft)
        self._issue = button("Issue packet", self.issue, "primary")
        self._caption = PlainLabel("", "muted", wraps=True)
        self.pages = PdfPages(context.theme, self)
        self._model: RecordModel[IssuedPacket] = RecordModel(
            columns(self._zone_name), lambda packet: packet.id, self
        )
        self.table = RecordTable(context.theme, self._model, "Issued packets")
        self._nothing_issued = PlainLabel(
            "Nothing has been issued for this window. The preview shows what would be.", "muted", wraps=True
        )
        self._empty = EmptyState(
            context.theme,
            "packet",
            "No window selected",
            "A packet is of one maintenance window. Choose it in the calendar first.",
            "Open the calendar",
            lambda: context.navigate("calendar"),
        )
        self._stack = QStackedLayout()
        self._build()
        self._refuse()

    def _build(self) -> None:
        tools = ToolbarRow()
        tools.add_left(self._meeting, self._paper, self._preview)
        tools.add_right(self._mail, self._print, self._save_workbook, self._save_pdf, self._issue)
        side = QWidget(self)
        side.setFixedWidth(LIST_WIDTH)
        listed = QVBoxLayout(side)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(8)
        listed.addWidget(PlainLabel("Issued packets", "section"))
        listed.addWidget(self._nothing_issued)
        listed.addWidget(self.table, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.pages, 1)
        middle.addWidget(side)
        work = QWidget(self)
        column = QVBoxLayout(work)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(tools)
        column.addWidget(self._caption)
        column.addLayout(middle, 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(work)
        self.setLayout(self._stack)
        self._meeting.chosen.connect(self._chosen)
        self._paper.currentIndexChanged.connect(self._chosen)
        self.table.record_opened.connect(self.show_issued)
        self.table.selection_changed.connect(self._selected)

    def _zone_name(self) -> str:
        return self._view.window.zone_name if self._view else "UTC"

    def reload(self) -> None:
        """Read the window's packets and draw the preview, off the window's thread."""
        window_id = self.window_id
        self._stack.setCurrentIndex(0 if window_id is None else 1)
        if window_id is None:
            self._view = self._shown = None
            self._refuse()
            return
        services = self.context.services
        meeting, paper = self._meeting.current, value_of(self._paper)
        if self._view is None or self._view.window.id != window_id:
            self._caption.setText(_NOT_YET)
        self.context.fetch(
            "Drawing the packet",
            lambda _control: read_view(services, window_id, meeting, paper),  # type: ignore[arg-type]
            self._arrived,
            self,
            key="packet-preview",
        )

    def refresh(self, changes: Changes) -> None:
        """The preview follows the records; an issued packet that is shown stays as it is."""
        if changes and self.window_id is not None:
            self.reload()

    def _arrived(self, view: PacketsView) -> None:
        if view.window.id != self.window_id:
            return
        is_other = self._view is None or self._view.window.id != view.window.id
        self._view = view
        if is_other:
            self._shown = None
        self.table.records.set_records(view.issued)
        self._nothing_issued.setVisible(not view.issued)
        if self._shown is None:
            self.show_preview()
        self._refuse()

    def show_preview(self) -> None:
        """Show what issuing would give now."""
        self._shown = None
        if self._view is not None:
            preview = self._view.preview
            self.pages.show_pdf(preview.pdf)
            self._caption.setText(f"Preview, not issued. {preview.go_line}")
        self._refuse()

    def show_issued(self, packet: IssuedPacket) -> None:
        """Show an issued packet, byte for byte."""
        services, packet_id = self.context.services, packet.id
        assert packet_id is not None

        def arrived(files: PacketFiles) -> None:
            self._shown = packet
            self.pages.show_pdf(files.pdf)
            self._caption.setText(shown_words(packet, self._zone_name()))
            self._refuse()

        self.context.fetch(
            "Opening the packet",
            lambda _control: read_packet(services, packet_id),
            arrived,
            self,
            key="packet-issued",
        )

    def issue(self) -> None:
        """Issue what the preview shows, and show it as issued."""
        window_id, services = self.window_id, self.context.services
        if window_id is None:
            return
        meeting, paper = self._meeting.current, value_of(self._paper)
        set_refusal(self._issue, "The packet is being issued.")

        def issued(packet: IssuedPacket) -> None:
            self._refuse()
            self.context.notify(f"Issued: {packet.pages} pages, SHA-256 {short_hash(packet)}.", "met")
            self.show_issued(packet)

        def failed(error: Exception) -> None:
            self._refuse()
            self.context.show_error(error, "Issuing the packet")

        self.context.perform(
            "Issuing the packet",
            lambda: issue_packet(services, window_id, meeting, page_size=paper),  # type: ignore[arg-type]
            self,
            issued,
            failed,
        )

    def save(self, out: Path) -> None:
        """Write the shown packet to a file; its ending says which of its files."""
        packet, services = self._shown, self.context.services
        if packet is None or packet.id is None:
            return
        packet_id = packet.id
        self.context.fetch(
            f"Saving {out.name}",
            lambda _control: save_packet_file(services, packet_id, out),
            lambda path: self.context.notify(f"Saved {path}.", "met"),
            self,
        )

    def open_mail_draft(self) -> None:
        """Write the draft beside the system's temporary files and hand it to the mail program."""
        packet, services, view = self._shown, self.context.services, self._view
        if packet is None or packet.id is None or view is None:
            return
        packet_id = packet.id
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation))
        out = folder / f"{file_stem(view.window, packet.meeting)}-{short_hash(packet)}.eml"

        def written(path: Path) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self.context.notify(f"No mail program took the draft. It is in {path}.", "waived", stays=True)

        self.context.fetch(
            "Drafting the mail", lambda _control: save_packet_file(services, packet_id, out), written, self
        )

    def _choose_file(self, ending: str) -> None:
        if self._shown is None or self._view is None:
            return
        stem = file_stem(self._view.window, self._shown.meeting)
        kinds = {f".{ending}": {"pdf": "PDF", "xlsx": "Workbook"}[ending]}
        out = file_to_write(self, "Save the packet", Path.home() / f"{stem}.{ending}", kinds)
        if out is not None:
            self.save(out)

    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.pages.page_count)
        if dialog.exec():
            self.pages.print_on(printer)

    def _chosen(self, _choice: object) -> None:
        self._shown = None
        self.table.clearSelection()
        self.reload()

    def _selected(self, records: list[IssuedPacket]) -> None:
        if records:
            self.show_issued(records[0])

    def _refuse(self) -> None:
        """Say of every button why it cannot be used, where it cannot."""
        not_issued = "" if self._shown is not None else _ISSUE_FIRST
        for one in (self._print, self._save_pdf, self._save_workbook, self._mail):
            set_refusal(one, not_issued)
        set_refusal(self._issue, "" if self._view is not None else _NOT_YET)
        set_refusal(self._preview, "" if self._shown is not None else "The preview is shown.")
        self.commands_changed.emit()

    def commands(self) -> list[Command]:
        """What can be done here now."""
        not_issued = "" if self._shown is not None else _ISSUE_FIRST
        not_yet = "" if self._view is not None else _NOT_YET
        return [
            Command("Issue packet", self.issue, "Ctrl+Return", "Packets", not_yet),
            Command("Print packet", self._choose_printer, "Ctrl+P", "Packets", not_issued),
            Command("Save packet as PDF", lambda: self._choose_file("pdf"), "Ctrl+S", "Packets", not_issued),
            Command("Save packet as workbook", lambda: self._choose_file("xlsx"), "", "Packets", not_issued),
            Command("Draft a mail with the packet", self.open_mail_draft, "", "Packets", not_issued),
            Command("Larger", self.pages.larger, "Ctrl++", "Packets"),
            Command("Smaller", self.pages.smaller, "Ctrl+-", "Packets"),
        ]

    def open_record(self, record: object) -> None:
        """Show the issued packet named by its id, as search hits name it."""
        wanted = str(getattr(record, "record_id", record))
        for packet in self._view.issued if self._view else ():
            if str(packet.id) == wanted:
                self.show_issued(packet)
        self.setFocus()
