"""The forms of a production fix: its documentation, and its sign-off with everything that is signed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.fixes import SIGNING_ROLES, ProductionFix, missing_words
from app.domain.register import Role
from app.domain.time_words import moment_words
from app.services.fixes.listing import FixList, FixRow
from app.ui.exceptions.fields import PassphraseEdit
from app.ui.widgets import FormDialog, InstantEdit, combo, text_area

Submit = Callable[[dict[str, Any]], None]
_CONTENT_LINES = 12
_READ_IT = "Read it all: this is what you sign."


def document_form(row: FixRow, submit: Submit, parent: QWidget) -> FormDialog:
    """The form that pays the debt: why, steps, discussion, risk; what was entered can be set right."""
    fix = row.fix
    intro = f"Owes {missing_words(fix)}; {row.clock}." if row.owes else "Nothing is owed any more."
    if fix.signed_at is not None:
        intro += " It is signed off: any change here voids the sign-off."
    dialog = FormDialog(f"Document {fix.key}", "Save", submit, parent, intro=intro)
    dialog.add_field("title", "What was done", QLineEdit(fix.title), required=True)
    dialog.add_field("where", "Where", QLineEdit(row.where), required=True, hint="Several with commas.")
    dialog.add_field("made_by", "Who did it", QLineEdit(fix.made_by), required=True)
    when = InstantEdit(fix.zone_name, "When")
    when.set_instant(fix.happened_at)
    dialog.add_field("happened_at", "When", when)
    dialog.add_field("reason", "Why it had to be done at once", text_area(fix.reason, 2))
    dialog.add_field("steps_taken", "Steps taken", text_area(fix.steps_taken, 3))
    dialog.add_field("discussion", "Discussed with whom, and what was said", text_area(fix.discussion, 2))
    dialog.add_field("risk", "Risk it left", text_area(fix.risk, 2))
    owed = ("reason", "steps_taken", "discussion", "risk")
    dialog.begin_at(next((name for name in owed if not getattr(fix, name)), "title"))
    return dialog


def sign_form(row: FixRow, listed: FixList, submit: Submit, parent: QWidget) -> FormDialog:
    """Everything that will be signed, then who signs and as what, and their passphrase."""
    choices: list[tuple[object, str]] = [
        (
            (person.id, role),
            f"{person.name}, {role.words}{'' if person.id in listed.with_key else ' (no key yet)'}",
        )
        for person in listed.signers
        for role in person.roles
        if role in SIGNING_ROLES
    ]
    dialog = FormDialog(f"Sign off {row.fix.key}", "Sign off", submit, parent, intro=_READ_IT)
    content = text_area(signed_text(row), _CONTENT_LINES)
    content.setReadOnly(True)
    dialog.add_field("content", "What is signed", content)
    dialog.begin_at("signer")
    dialog.add_field(
        "signer",
        "Signed by",
        combo(choices or [(None, "Nobody in the register may sign")]),
        required=True,
        hint="Nobody signs off their own fix. A later change of the text voids this sign-off.",
    )
    dialog.add_field(
        "passphrase",
        "Passphrase of their key",
        PassphraseEdit(),
        required=True,
        hint="Asked for each time. Whoever has no key yet gets one under Exceptions, Keys and stand-ins.",
    )
    return dialog


def signed_text(row: FixRow) -> str:
    """The whole content of a fix as it is signed."""
    fix: ProductionFix = row.fix
    when = moment_words(fix.happened_at, fix.zone_name, with_year=True)
    return (
        f"{fix.title}\n{row.where}\n{fix.made_by}, {when}\n\nWhy: {fix.reason}\n\n"
        f"Steps: {fix.steps_taken}\n\n"
        f"Discussed: {fix.discussion}\n\nRisk: {fix.risk}"
    )


def signer_of(values: dict[str, Any]) -> tuple[int, Role, str]:
    """The person's id and role chosen, and the passphrase typed."""
    person_id, role = values["signer"]
    return int(person_id), Role(role), values["passphrase"]
