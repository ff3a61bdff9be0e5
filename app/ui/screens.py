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


def _register(context: DeskContext) -> Screen:
    from app.ui.register.screen import RegisterScreen

    return RegisterScreen(context)


def _audit(context: DeskContext) -> Screen:
    from app.ui.audit.screen import AuditScreen

    return AuditScreen(context)


SCREENS: list[ScreenEntry] = [
    ScreenEntry("calendar", "Calendar", "plan", "calendar", _calendar),
    ScreenEntry("intake", "Intake", "plan", "intake", _intake),
    ScreenEntry("board", "Board", "plan", "board", _board),
    ScreenEntry("sequence", "Sequence", "plan", "sequence", _sequence),
    ScreenEntry("packets", "Packets", "plan", "packet", _packets),
    ScreenEntry("register", "Register", "know", "register", _register),
    ScreenEntry("audit", "Audit", "know", "audit", _audit),
]
