"""Plain choices of recurrence for a first day, and the next days a rule falls on, in words."""

from __future__ import annotations

from datetime import date, time, timedelta

from app.domain.recurrence import WEEKDAYS, occurrence_days, rule_problem
from app.domain.windows import WindowSeries
from app.ui.calendar.spans import long_day_words

FULL_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS = ("first", "second", "third", "fourth", "fifth")
CUSTOM = "custom"
SHOWN_DAYS = 4


def plain_choices(first_day: date) -> list[tuple[str, str]]:
    """(rule, words) of the usual recurrences that hold the first day."""
    code, name = WEEKDAYS[first_day.weekday()], FULL_WEEKDAYS[first_day.weekday()]
    place = (first_day.day - 1) // 7
    choices = [
        (f"FREQ=WEEKLY;BYDAY={code}", f"Every week on {name}"),
        (f"FREQ=WEEKLY;INTERVAL=2;BYDAY={code}", f"Every second week on {name}"),
    ]
    if place < 4:
        choices.append(
            (f"FREQ=MONTHLY;BYDAY={place + 1}{code}", f"Every month on the {ORDINALS[place]} {name}")
        )
    if (first_day + timedelta(days=7)).month != first_day.month:
        choices.append((f"FREQ=MONTHLY;BYDAY=-1{code}", f"Every month on the last {name}"))
    if first_day.day <= 28:
        choices.append((f"FREQ=MONTHLY;BYMONTHDAY={first_day.day}", f"Every month on day {first_day.day}"))
    choices.append(
        (f"FREQ=MONTHLY;INTERVAL=3;BYDAY={min(place + 1, 4)}{code}", "Every quarter, same weekday")
    )
    choices.append(("FREQ=DAILY", "Every day"))
    return [*choices, (CUSTOM, "By the rule below")]


def next_days_words(rule: str, first_day: date, today: date) -> str:
    """The next days the rule falls on, or why it falls on none."""
    if problem := rule_problem(rule, first_day):
        return problem
    days = next_days(rule, first_day, today)
    if not days:
        return "No day ahead."
    return "Next: " + ", ".join(long_day_words(day) for day in days)


def next_days(rule: str, first_day: date, today: date) -> list[date]:
    """The next days that a rule falls on; none where the rule cannot be read."""
    if rule_problem(rule, first_day):
        return []
    series = WindowSeries("", rule, first_day, time(0), time(1), "UTC")
    start = max(first_day, today)
    return list(occurrence_days(series, start, start + timedelta(days=800))[:SHOWN_DAYS])
