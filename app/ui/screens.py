"""The screens of the desk in the order of the navigation rail; each is imported on its first visit."""

from __future__ import annotations

from app.ui.context import DeskContext
from app.ui.screen import Screen, ScreenEntry


def _calendar(context: DeskContext) -> Screen:
    from app.ui.calendar.screen import CalendarScreen

    return CalendarScreen(context)


def _board(context: DeskContext) -> Screen:
    from app.ui.board.screen import BoardScreen

    return BoardScreen(context)


def _intake(context: DeskContext) -> Screen:
    from app.ui.intake.screen import IntakeScreen

    return IntakeScreen(context)


def _sequence(context: DeskContext) -> Screen:
    from app.ui.sequence.screen import SequenceScreen

    return SequenceScreen(context)


def _packets(context: DeskContext) -> Screen:
    from app.ui.packets.screen import PacketsScreen

    return PacketsScreen(context)


def _fixes(context: DeskContext) -> Screen:
    from app.ui.fixes.screen import FixesScreen

    return FixesScreen(context)


def _incidents(context: DeskContext) -> Screen:
    from app.ui.incidents.screen import IncidentsScreen

    return IncidentsScreen(context)


def _reconciliation(context: DeskContext) -> Screen:
    from app.ui.reconciliation.screen import ReconciliationScreen

    return ReconciliationScreen(context)


def _night(context: DeskContext) -> Screen:
    from app.ui.night.screen import NightScreen

    return NightScreen(context)


def _exceptions(context: DeskContext) -> Screen:
    from app.ui.exceptions.screen import ExceptionsScreen

    return ExceptionsScreen(context)


def _register(context: DeskContext) -> Screen:
    from app.ui.register.screen import RegisterScreen

    return RegisterScreen(context)


def _imports(context: DeskContext) -> Screen:
    from app.ui.imports.screen import ImportScreen

    return ImportScreen(context)


def _audit(context: DeskContext) -> Screen:
    from app.ui.audit.screen import AuditScreen

    return AuditScreen(context)


SCREENS: list[ScreenEntry] = [
    ScreenEntry("calendar", "Calendar", "plan", "calendar", _calendar),
    ScreenEntry("intake", "Intake", "plan", "intake", _intake),
    ScreenEntry("board", "Board", "plan", "board", _board),
    ScreenEntry("sequence", "Sequence", "plan", "sequence", _sequence),
    ScreenEntry("packets", "Packets", "plan", "packet", _packets),
    ScreenEntry("night", "Night", "follow", "night", _night),
    ScreenEntry("exceptions", "Exceptions", "follow", "exceptions", _exceptions),
    ScreenEntry("fixes", "Fixes", "follow", "fixes", _fixes),
    ScreenEntry("incidents", "Incidents", "follow", "incidents", _incidents),
    ScreenEntry("reconciliation", "Reconciliation", "follow", "reconcile", _reconciliation),
    ScreenEntry("imports", "Import", "follow", "imports", _imports),
    ScreenEntry("register", "Register", "know", "register", _register),
    ScreenEntry("audit", "Audit", "know", "audit", _audit),
]
