"""What is guessed about a list, in words: how sure each guess is, and how a date can be read. No Qt."""

from __future__ import annotations

from app.importing.table import Table
from app.services.imports.dry import Understood
from app.services.imports.profiles import UNDONE
from app.ui.imports.draft import Draft
from app.ui.times import day_text, local

State = tuple[str, str, str]
"""The word of a chip, its tone, and why."""

SURE = 0.9
ORDERS = {"dmy": "Day, month, year", "mdy": "Month, day, year", "ymd": "Year, month, day"}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ENCODING_NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with mark",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252, western",
    "cp1250": "Windows-1250, central Europe",
    "cp1254": "Windows-1254, Turkish",
    "iso8859-1": "ISO 8859-1, western",
    "iso8859-2": "ISO 8859-2, central Europe",
    "iso8859-9": "ISO 8859-9, Turkish",
    "iso8859-15": "ISO 8859-15, western",
    "mac_roman": "Mac, western",
    "mac_latin2": "Mac, central Europe",
    "cp850": "DOS 850, western",
    "cp437": "DOS 437, western",
    "cp932": "Shift JIS, Japanese",
    "gb18030": "GB 18030, Chinese",
}
CHOSEN: State = ("Chosen", "met", "")
PLEASE_ANSWER: State = ("Please answer", "waived", "")
AS_LAST_TIME: State = ("As last time", "met", "A list with these columns was imported before.")
AS_REMEMBERED = ("As remembered", "waived")
"""The chip of a column that is mapped as that of a list with nearly the same columns."""


def guess(why: str) -> State:
    """A guess that somebody should look at."""
    return "Guess", "waived", why


def source_state(draft: Draft, understood: Understood) -> State:
    """How sure the program is that the list comes from."""
    if "source" in draft.settled:
        return CHOSEN
    if understood.is_remembered:
        return _as_last_time(understood)
    if understood.nearly is not None:
        return guess(understood.nearly.told)
    if draft.mapping is None or not draft.mapping.source:
        return "Not recognised", "neutral", "Its columns are those of no program known here."
    return _sureness(understood.proposal.confidence, "Known by the names of its columns.")


def kind_state(draft: Draft, understood: Understood) -> State:
    """How sure the kind of list is: as sure as its source, where that tells."""
    if "kind" in draft.settled:
        return CHOSEN
    if understood.is_remembered:
        return _as_last_time(understood)
    if understood.nearly is not None:
        return guess(understood.nearly.told)
    proposal = understood.proposal
    if proposal.source:
        return _sureness(proposal.confidence, f"What lists of {proposal.source} hold.")
    return guess("The kind whose fields fit most of its columns.")


def zone_state(draft: Draft, understood: Understood) -> State:
    """Whose word it is that times without a zone are of the one shown."""
    if "zone" in draft.settled:
        return CHOSEN
    if not understood.proposal.mapping.zone_name:
        return guess("The zone of the organisation's windows.")
    return _as_last_time(understood) if understood.nearly is None else guess(understood.nearly.told)


def _as_last_time(understood: Understood) -> State:
    return guess(UNDONE) if understood.was_undone else AS_LAST_TIME


def sheet_state(is_chosen: bool, sheets: int) -> State:
    """How the sheet was found; of several it is a guess."""
    if is_chosen:
        return CHOSEN
    if sheets > 1:
        return guess(f"The one of {sheets} sheets that looks most like a list.")
    return "Found", "neutral", "The only sheet of the workbook."


def header_state(is_chosen: bool, has_header: bool) -> State:
    """How the row with the names was found."""
    if not is_chosen and not has_header:
        return guess("No row looks like names. Choose the row if one holds them.")
    return found(is_chosen, "The first row that looks like names.")


def header_row(table: Table) -> int:
    """The row of the file with the names of the columns; 0 where none has them."""
    first = table.row_numbers[0] if table.row_numbers else 2
    return max(1, first - 1) if table.has_header else 0


def window_state(draft: Draft) -> State:
    """How it is known which window a plan is for."""
    if draft.window_id is None:
        return PLEASE_ANSWER
    is_meant = draft.window_id == draft.meant.window_id
    why = "Most steps begin in this window." if is_meant else "The window selected on the desk."
    return chosen_or(draft, "window", guess(why))


def told_of_window(draft: Draft) -> str:
    """Why no window is proposed for a plan, or that the one chosen is for another time; else ""."""
    begins = draft.meant.begins_at
    if begins is None:
        return ""
    day = day_text(local(begins, draft.zone_name).date(), with_year=True)
    return f"No step begins in one of these windows; the first is on {day}."


def found(is_chosen: bool, why: str) -> State:
    """What is read off the file itself, or was chosen."""
    return CHOSEN if is_chosen else ("Found", "neutral", why)


def chosen_or(draft: Draft, what: str, state: State) -> State:
    """The state of a guess until somebody changes it."""
    return CHOSEN if what in draft.settled else state


def order_state(draft: Draft, header: str, is_ambiguous: bool) -> State:
    """Whether it is known how the dates of a column are read."""
    if header in draft.answered:
        return "Answered", "met", ""
    if header in draft.following:
        like = "as the column you answered for" if draft.answered else "so that the steps are of the window"
        return guess(f"Read {like}; change it if it is otherwise.")
    return PLEASE_ANSWER if is_ambiguous else AS_LAST_TIME


def is_two_way(example: str) -> bool:
    """Whether digits can be a day and a month, or a month and a day."""
    numbers = _numbers(example)
    return len(numbers) > 1 and all(1 <= number <= len(MONTHS) for number in numbers[:2])


def reading_of(example: str, order: str) -> str:
    """The example read in an order, in letters: "5 April" for 05/04/26 read day first."""
    numbers = _numbers(example)
    if len(numbers) < 2:
        return ORDERS[order]
    day, month = (numbers[0], numbers[1]) if order == "dmy" else (numbers[1], numbers[0])
    if not 1 <= month <= len(MONTHS):
        return ORDERS[order]
    return f"{day} {MONTHS[month - 1]} ({ORDERS[order].lower()})"


def _sureness(confidence: float, why: str) -> State:
    return f"{confidence:.0%} sure", "met" if confidence >= SURE else "waived", why


def _numbers(example: str) -> list[int]:
    """The numbers of a date in their order."""
    parts = "".join(letter if letter.isalnum() else " " for letter in example).split()
    return [int(part) for part in parts if part.isdecimal()]
