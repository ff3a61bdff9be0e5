"""What the third page says of each column of the list: what it goes to, how sure that is, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.importing.fields import FIELDS, KEEPING
from app.importing.proposing.guess import REMEMBERED
from app.importing.table import Table
from app.ui.imports.draft import LEFT_OUT, Draft, shortened
from app.ui.imports.guesses import AS_LAST_TIME, AS_REMEMBERED, SURE
from app.ui.imports.tables import Line
from app.ui.imports.texts import NOTHING, counted, field_label
from app.ui.texts import one_line

MOST_HEADER = 30
"""How many letters of another column's name a choice shows."""
KEPT = ("Kept as it is", "No field of that name; stays with the record.")
NOT_KEPT = ("Left out", "No field of that name; it is not stored.")


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column of the list; `times` counts columns of the same name. `field` is `LEFT_OUT` for one that is
    left out of what is kept."""

    header: str
    times: int
    sample: str
    field: str
    label: str
    state: tuple[str, str]
    reason: str

    @property
    def feeds(self) -> bool:
        """Whether the column goes to a field."""
        return self.field not in ("", LEFT_OUT)

    @property
    def is_unsure(self) -> bool:
        """Whether it goes where it goes by a guess that somebody should look at."""
        return self.state[1] == AS_REMEMBERED[1] and self.state != AS_REMEMBERED


def column_lines(draft: Draft, table: Table) -> list[ColumnLine]:
    """The columns of the list with what they feed, in the order of the file."""
    assert draft.understood is not None
    assert draft.mapping is not None
    guesses = {guess.header: guess for guess in draft.understood.proposal.guesses}
    times = Counter(table.headers)
    kept, stays = _without_a_field(draft.mapping.kind)
    lines = []
    for header in dict.fromkeys(table.headers):
        field = draft.mapping.columns.get(header, "")
        guess = guesses.get(header)
        is_left_out = header in (draft.mapping.left_out or ())
        is_own = header in draft.settled or (
            guess is not None and (guess.field, guess.is_left_out) != (field, is_left_out)
        )
        confidence = guess.confidence if guess else 0.0
        state, reason = ("", "neutral"), guess.reason if guess and (field or is_left_out) else stays
        if is_own and (instead := _taken_by(draft, header)):
            reason = instead
        elif is_own:
            state, reason = ("Chosen", "met"), "As you said."
        elif draft.understood.is_remembered and (confidence >= 1 or not (field or is_left_out)):
            state = AS_REMEMBERED if draft.understood.was_undone else AS_LAST_TIME[:2]
            reason = REMEMBERED
        elif (nearly := draft.understood.nearly) is not None and header not in nearly.difference.new:
            state, reason = AS_REMEMBERED, nearly.told
        elif field:
            state = (f"{confidence:.0%} sure", "met" if confidence >= SURE else "waived")
            if not draft.samples.get(header):
                reason = f"{reason} Its cells are empty."  # why it is less sure than its name
        if times[header] > 1:
            reason = f"{times[header]} columns of this name are collected. {reason}"
        label = field_label(draft.mapping.kind, field) if field else NOT_KEPT[0] if is_left_out else kept
        completed = draft.mapping.columns.get(guess.completes, "") if guess is not None else ""
        if guess is not None and completed and not is_own:
            what = "Outcome" if completed == "state" else "Time"
            label, reason = f"{what} of “{guess.completes}”", guess.reason
        lines.append(
            ColumnLine(
                header,
                times[header],
                _sample(draft, header),
                LEFT_OUT if is_left_out else field,
                label,
                state,
                reason.strip(),
            )
        )
    return lines


def _taken_by(draft: Draft, header: str) -> str:
    """Which column goes where this one went until a person chose that; "" where none does."""
    assert draft.understood is not None
    assert draft.mapping is not None
    if header in draft.settled or header in draft.mapping.columns:
        return ""
    went = next((one.field for one in draft.understood.proposal.guesses if one.header == header), "")
    other = next((one for one, field in draft.mapping.columns.items() if field and field == went), "")
    label = field_label(draft.mapping.kind, went)
    return f"“{one_line(other)}” goes to “{label}” instead, as you said." if other else ""


def targets_of(kind: str, taken: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a column of this kind of list may go to, each with its label; of a field that holds one column
    only, and has another by `taken` (headers by field), with that one."""
    out = [(LEFT_OUT, NOT_KEPT[0])] if kind in KEEPING else []
    fields = []
    for field in FIELDS[kind]:
        other = "" if field.collects else taken.get(field.name, "")
        fields.append((field.name, f"{field.label}, now {_quoted(other)}" if other else field.label))
    return [("", _without_a_field(kind)[0]), *out, *fields]


def _quoted(header: str) -> str:
    return f"“{shortened(header, MOST_HEADER)}”"


def told_of_columns(kind: str, lines: Sequence[ColumnLine]) -> str:
    """How many columns of the file go where, in a sentence without its stop."""
    mapped = sum(line.times for line in lines if line.feeds)
    left_out = sum(line.times for line in lines if line.field == LEFT_OUT)
    others = sum(line.times for line in lines) - mapped - left_out
    told = [f"{counted(mapped, 'column')} {'goes to a field' if mapped == 1 else 'go to fields'}"]
    if kind not in KEEPING:
        left_out += others
    elif others:
        told.append(f"{others} {'is kept as it is' if others == 1 else 'are kept as they are'}")
    if left_out:
        told.append(f"{left_out} {'is' if left_out == 1 else 'are'} left out")
    return ", ".join(told)


def _without_a_field(kind: str) -> tuple[str, str]:
    """What becomes of a column that feeds no field of this kind of list, in short and in a sentence."""
    return KEPT if kind in KEEPING else NOT_KEPT


def _sample(draft: Draft, header: str) -> str:
    return " · ".join(one_line(cell)[:60] for cell in draft.samples.get(header, ()))


def _header(line: ColumnLine) -> str:
    name = one_line(line.header)
    return f"{name}  ×{line.times}" if line.times > 1 else name


COLUMNS = (
    Line("Column of the list", _header, 180, font="strong", stays=True),
    Line("Holds, for example", lambda line: line.sample or NOTHING, 190, lambda line: "muted"),
    Line("Goes to", lambda line: line.label, 190, lambda line: "text" if line.feeds else "muted"),
    Line(
        "How sure",
        lambda line: line.state[0],
        132,
        chips=lambda line: (line.state,) if line.state[0] else (),
    ),
    Line("Why", lambda line: line.reason, 330, lambda line: "muted"),
)
