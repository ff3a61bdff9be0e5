"""The dialogs of signing: with one's key after reading everything, or recording a word given otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.domain.register import Role
from app.domain.signatures import Meaning, Medium
from app.services.exception_signing import SignerChoice
from app.services.exceptions.reading import ExceptionItem
from app.ui.exceptions.fields import ContentView, PassphraseEdit
from app.ui.exceptions.words import MOST_KEY
from app.ui.texts import one_line
from app.ui.widgets import FormDialog, Segmented, combo, text_area

_WIDTH = 720
_ACTS = {Meaning.APPROVE: "approve", Meaning.REJECT: "reject", Meaning.ACKNOWLEDGE: "take note"}
_MEANINGS = [(one.value, _ACTS[one].capitalize()) for one in Meaning]
_NO_KEY = "{name} has no key yet. Enrol one with a release manager as witness, under Keys and stand-ins."


@dataclass(frozen=True, slots=True)
class Signing:
    """What the dialog asks for; `digest` is that of the content which was shown."""

    person_id: int
    role: Role
    stands_in_for_id: int | None
    meaning: Meaning
    remark: str
    passphrase: str
    digest: str


@dataclass(frozen=True, slots=True)
class Word:
    """An approval given by mouth or on paper, as it is recorded."""

    person_id: int
    role: Role
    meaning: Meaning
    medium: Medium
    witness: str
    reference: str
    remark: str


class SignDialog(FormDialog):
    """Shows everything that is signed, then asks who signs as what, and for the passphrase."""

    def __init__(
        self,
        item: ExceptionItem,
        signers: Sequence[SignerChoice],
        submit: Callable[[Signing], None],
        parent: QWidget | None = None,
        person_name: str = "",
    ) -> None:
        """`person_name` is who sits at the desk: chosen first where they may sign."""
        super().__init__(
            f"Sign the exception for {one_line(item.change_key, MOST_KEY)}",
            "Sign: approve",
            lambda values: self._sign(values),
            parent,
            intro="Read it all: this is what you sign. A later change of it voids the signature.",
            width=_WIDTH,
        )
        self._sign_it = submit
        self._signers = tuple(signers)
        self.content = ContentView(item)
        self.who = combo(_choices(self._signers), _first(self._signers, person_name))
        self.meaning = Segmented(_MEANINGS, "Meaning")
        self.passphrase = PassphraseEdit()
        self.add_field("digest", "What is signed", self.content)
        self.add_field("who", "Who signs, and as what", self.who, required=True, check=self._signer_problem)
        self.add_field("meaning", "Meaning", self.meaning)
        self.add_field("remark", "Remark, signed with it", QLineEdit())
        self.add_field(
            "passphrase",
            "Passphrase of the key",
            self.passphrase,
            required=True,
            hint="Asked for each time and kept nowhere.",
        )
        self.meaning.chosen.connect(self._name_button)
        self.who.currentIndexChanged.connect(lambda _place: self.show_problem("who"))
        self.show_problem("who")

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the passphrase: all else is answered already."""
        super().showEvent(event)
        self.passphrase.setFocus()

    def refuse(self, message: str, problems: tuple[str, ...] = ()) -> None:
        """Show why nothing was signed; the passphrase is asked for again."""
        super().refuse(message, problems)
        self.passphrase.setFocus()

    def _signer_problem(self, place: Any) -> str:
        signer = self._signers[place] if isinstance(place, int) else None
        if signer is None:
            return ""
        if signer.problems:
            return " ".join(signer.problems)
        return "" if signer.has_key else _NO_KEY.format(name=signer.person.name)

    def _name_button(self, key: str) -> None:
        self.ok.setText(f"Sign: {_ACTS[Meaning(key)]}")
        self.ok.setAccessibleName(self.ok.text())

    def _sign(self, values: dict[str, Any]) -> None:
        signer = self._signers[values["who"]]
        behind = signer.stands_in_for
        asked = Signing(
            signer.person.id or 0,
            signer.role,
            behind.id if behind else None,
            Meaning(values["meaning"]),
            values["remark"],
            values["passphrase"],
            values["digest"],
        )
        self.passphrase.blockSignals(True)
        self.passphrase.clear()
        self.passphrase.blockSignals(False)
        self._sign_it(asked)


class WordDialog(FormDialog):
    """Records an approval given by mouth, with its witness, or on paper, with where it lies."""

    def __init__(
        self,
        item: ExceptionItem,
        signers: Sequence[SignerChoice],
        submit: Callable[[Word], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            f"Record a word for {one_line(item.change_key, MOST_KEY)}",
            "Record",
            lambda values: submit(self._word(values)),
            parent,
            intro="It counts, is seen to age, and is owed a signature with the key until that follows.",
            width=_WIDTH,
        )
        self._signers = tuple(one for one in signers if one.stands_in_for is None)
        self.who: QComboBox = combo(_choices(self._signers), _first(self._signers, ""))
        self.medium = Segmented([("verbal", "By mouth"), ("paper", "On paper")], "How it was given")
        self.add_field("who", "Whose word, and as what", self.who, required=True)
        self.add_field("medium", "How it was given", self.medium)
        self.add_field("meaning", "Meaning", Segmented(_MEANINGS, "Meaning"))
        self.add_field("witness", "Witness: who heard it", QLineEdit())
        self.add_field("reference", "Reference: the scan's name, or where the sheet lies", QLineEdit())
        self.add_field("remark", "Remark: when and how it was said", text_area("", 2))
        self.medium.chosen.connect(self._medium_chosen)
        self._medium_chosen(self.medium.current)

    def _medium_chosen(self, key: str) -> None:
        self.show_field("witness", key == Medium.VERBAL.value)
        self.show_field("reference", key == Medium.PAPER.value)

    def _word(self, values: dict[str, Any]) -> Word:
        signer, medium = self._signers[values["who"]], Medium(values["medium"])
        return Word(
            signer.person.id or 0,
            signer.role,
            Meaning(values["meaning"]),
            medium,
            values["witness"] if medium is Medium.VERBAL else "",
            values["reference"] if medium is Medium.PAPER else "",
            values["remark"],
        )


def _choices(signers: Sequence[SignerChoice]) -> list[tuple[object, str]]:
    if not signers:
        return [(None, "Nobody in the register holds a role that is asked for")]
    return [(place, signer_words(one)) for place, one in enumerate(signers)]


def signer_words(signer: SignerChoice) -> str:
    """'Ola Dahl for Mia Lund, business owner'."""
    behind = f" for {signer.stands_in_for.name}" if signer.stands_in_for else ""
    return f"{signer.person.name}{behind}, {signer.role.words}"


def _first(signers: Sequence[SignerChoice], person_name: str) -> int | None:
    """Whoever sits at the desk, else the first who may sign."""
    own = [place for place, one in enumerate(signers) if one.person.name == person_name and not one.problems]
    return own[0] if own else (0 if signers else None)
