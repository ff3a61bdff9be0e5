"""The fixes screen: what was changed first and is documented after, the gravest debts on top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from app.domain.debts import PAST, DebtLevel
from app.domain.fixes import ProductionFix
from app.domain.time_words import moment_words
from app.services.fixes.entering import edit_fix, place_words
from app.services.fixes.listing import FixList, FixRow, list_fixes
from app.services.fixes.signing import convert_fix, sign_off
from app.ui.commands import Command
from app.ui.fixes.forms import document_form, sign_form, signer_of
from app.ui.fixes.quick import LABEL, SHORTCUT, open_quick_fix
from app.ui.follow.debts import debt_chip, debt_order, debt_tone
from app.ui.follow.details import Details, sections
from app.ui.follow.screen import Filter, FollowScreen
from app.ui.widgets import Column, ConfirmDialog, EmptyState

_NONE = "Select a fix first."
_NOTHING = FixList((), "UTC", (), frozenset())


class FixesScreen(FollowScreen):
    """Production fixes with their debts and clocks."""

    title = "Fixes"
    name = "fixes"
    icon = "fixes"
    records = frozenset({"production_fix", "setting", "change"})
    select_first = "Select a fix to read what is known of it and what it owes."
    _list = _NOTHING

    def filters(self) -> Sequence[Filter]:
        """Open ones first: the list to be cleared."""
        return (
            ("open", "Owing", lambda row: row.is_open),
            ("past", "Overdue", lambda row: row.is_past),
            ("all", "All", lambda row: True),
        )

    def columns(self) -> tuple[Column[FixRow], ...]:
        """What the list says of a fix."""
        return (
            Column("key", "Fix", lambda row: row.fix.key, width=84, font="strong"),
            Column(
                "level",
                "Debt",
                lambda row: debt_chip(row.level)[0],
                lambda row: debt_order(row.level),
                112,
                chips=lambda row: [debt_chip(row.level)],
            ),
            Column(
                "clock",
                "Clock",
                lambda row: row.clock,
                lambda row: row.fix.due_at if row.is_open else None,
                168,
                tone=lambda row: debt_tone(row.level),
            ),
            Column("what", "What was done", lambda row: row.fix.title, width=250),
            Column("where", "Where", lambda row: row.where, width=120),
            Column("who", "Who", lambda row: row.fix.made_by, width=130),
            Column(
                "when",
                "When",
                lambda row: moment_words(row.fix.happened_at, row.fix.zone_name),
                lambda row: row.fix.happened_at,
                178,
            ),
        )

    def empty_state(self) -> EmptyState:
        """The goal of this list is to be empty."""
        return EmptyState(self.context.theme, self.icon, "", "", "Production fix…", self.enter)

    def empty_words(self, filter_key: str, has_any: bool) -> tuple[str, str]:
        """Why nothing is listed."""
        if has_any:
            return "Nothing is owed", "Every production fix is documented and signed off."
        return (
            "No production fixes yet",
            f"When something must be changed at once: fix it, then press {SHORTCUT} on any screen and enter "
            "it in ten seconds.",
        )

    def tools(self) -> Sequence[tuple[str, str, Callable[[], None], str]]:
        """What can be done with fixes."""
        return (
            ("document", "Document…", self.document, "secondary"),
            ("sign", "Sign off…", self.sign, "secondary"),
            ("convert", "Make a change of it…", self.convert, "secondary"),
            ("new", "Production fix…", self.enter, "primary"),
        )

    def refusals(self, chosen: Sequence[FixRow]) -> dict[str, str]:
        """Why something cannot be done now."""
        row = chosen[0] if len(chosen) == 1 else None
        if row is None:
            return {"document": _NONE, "sign": _NONE, "convert": _NONE}
        is_change = f"It became {row.change_key}." if row.change_key else ""
        texts = [one for one in row.owes if "sign-off" not in one]
        unsigned = f"Document it first: it owes {', '.join(texts)}." if texts else ""
        signed = "" if row.owes else "It is signed off, and nothing has changed since."
        owing = f"It owes {', '.join(row.owes)}." if row.owes else ""
        return {
            "document": is_change,
            "sign": is_change or unsigned or signed,
            "convert": is_change or owing,
        }

    def reload(self) -> None:
        """Read the fixes with their debts as of now."""
        services = self.context.services
        self.context.fetch("Reading the fixes", lambda _: list_fixes(services), self._show, self, key="fixes")

    def _show(self, found: FixList) -> None:
        self._list = found
        owing = found.count(*PAST, DebtLevel.DUE)
        past, long_past = found.count(*PAST), found.count(DebtLevel.LONG_OVERDUE)
        words = f"{owing} of {len(found.rows)} owe documentation"
        if past:
            words += f", {past} overdue" + (f", {long_past} of them long" if long_past else "")
        self.show_rows(found.rows, f"{words}." if found.rows else "")

    def details_of(self, row: FixRow) -> Details:
        """What is known of a fix, and what is not."""
        fix = row.fix
        chips = [debt_chip(row.level)]
        if row.is_void:
            chips.append(("Sign-off void", "not_met"))
        entered = f"Entered by {fix.entered_by}, {moment_words(fix.entered_at, fix.zone_name)}"
        due = f"Due {moment_words(fix.due_at, fix.zone_name)} ({row.clock})" if row.is_open else ""
        return Details(
            f"{fix.key}  {fix.title}",
            f"{fix.made_by}, {moment_words(fix.happened_at, fix.zone_name, with_year=True)}",
            tuple(chips),
            sections(
                ("Where", row.where),
                ("Still owes", [f"– {one}" for one in row.owes]),
                ("Deadline", due),
                ("Why it had to be done at once", fix.reason),
                ("Steps taken", fix.steps_taken),
                ("Discussion", fix.discussion),
                ("Risk it left", fix.risk),
                ("Signed off", row.signed_by),
                ("Retrospective change", row.change_key),
                ("Entry", entered),
            ),
        )

    def enter(self) -> None:
        """Enter a fix."""
        open_quick_fix(self.context, self.window())

    def open_current(self) -> None:
        """Enter documents."""
        self.document()

    def document(self) -> None:
        """Pay the debt of the selected fix."""
        chosen = self.selected()
        if len(chosen) != 1 or self.refusals(chosen)["document"]:
            return
        row, services = chosen[0], self.context.services

        def submit(values: dict[str, Any]) -> None:
            texts = dict(values)
            where = texts.pop("where")

            def work() -> Any:
                items, applications, place = place_words(services, where)
                changed = replace(
                    row.fix, configuration_items=items, applications=applications, place=place, **texts
                )
                return edit_fix(services, changed)

            self.submit(f"Documenting {row.fix.key}", work, self.dialog)

        self.ask(document_form(row, submit, self.window()))

    def sign(self) -> None:
        """Sign the selected fix off."""
        chosen = self.selected()
        if len(chosen) != 1 or self.refusals(chosen)["sign"]:
            return
        row, services = chosen[0], self.context.services

        def submit(values: dict[str, Any]) -> None:
            person_id, role, passphrase = signer_of(values)
            self.submit(
                f"Signing off {row.fix.key}",
                lambda: sign_off(services, row.fix, person_id, role, passphrase),
                self.dialog,
                self._signed,
            )

        self.ask(sign_form(row, self._list, submit, self.window()))

    def _signed(self, fix: ProductionFix) -> None:
        """Say so, for the fix leaves the list of those that owe; what remains is offered."""

        def convert() -> None:
            self.context.navigate(self.name, record=fix.id)
            self._ask_to_convert(fix.id or 0, fix.key)

        self.context.notify(f"{fix.key} is signed off.", "met", "Make a change of it", convert)

    def convert(self) -> None:
        """Make a retrospective change of the selected fix."""
        chosen = self.selected()
        if len(chosen) != 1 or self.refusals(chosen)["convert"]:
            return
        self._ask_to_convert(chosen[0].id, chosen[0].fix.key)

    def _ask_to_convert(self, fix_id: int, key: str) -> None:
        services = self.context.services

        def confirmed(_reason: str) -> None:
            self.submit(
                f"Making a change of {key}",
                lambda: convert_fix(services, fix_id),
                None,
                lambda change: self.context.notify(f"{change.key} stands for {key} now.", "met"),
            )

        ConfirmDialog.ask(
            self,
            f"Make a change of {key}?",
            "A retrospective emergency change takes over its documentation and its sign-off. "
            "The fix stays as it is and can no longer be edited.",
            "Make the change",
            confirmed,
        )

    def commands(self) -> list[Command]:
        """What can be done here now."""
        refused = self.refusals(self.selected())
        return [
            Command(LABEL, self.enter, "Ctrl+N", "Fixes"),
            Command("Document the fix", self.document, "F2", "Fixes", refused["document"]),
            Command("Sign the fix off", self.sign, "Ctrl+Shift+S", "Fixes", refused["sign"]),
            Command("Make a retrospective change of the fix", self.convert, "", "Fixes", refused["convert"]),
            self.rules_command(),
        ]
