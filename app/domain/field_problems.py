"""A problem of one field of a record, and the checks that many records share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.zones import zone_problem

LONGEST_NAME = 200
_DIGEST_LENGTH = 64  # SHA-256 in hexadecimal digits (FIPS 180-4)
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """A field and a sentence that says what is wrong with it and how to mend it."""

    field: str
    message: str


def name_problems(name: str, field: str = "name", word: str = "name") -> list[FieldProblem]:
    """Problems of a short text that may not be empty."""
    if not name.strip():
        return [FieldProblem(field, f"A {word} is missing; type one.")]
    if len(name) > LONGEST_NAME:
        return [
            FieldProblem(field, f"The {word} has {len(name)} letters; keep it to {LONGEST_NAME} at most.")
        ]
    return []


def zone_problems(zone_name: str) -> list[FieldProblem]:
    """Problems of a time zone's name."""
    problem = zone_problem(zone_name)
    return [FieldProblem("zone_name", problem)] if problem else []


def span_problems(starts_at: datetime, ends_at: datetime) -> list[FieldProblem]:
    """Problems of two instants: both with a zone, the end after the start."""
    found = [
        FieldProblem(field, "The time has no zone; give one, so that it means the same on every desk.")
        for field, moment in (("starts_at", starts_at), ("ends_at", ends_at))
        if moment.tzinfo is None
    ]
    if not found and ends_at <= starts_at:
        found.append(FieldProblem("ends_at", "It ends before it starts; give it a later end."))
    return found


def digest_problems(digest: str, field: str = "digest") -> list[FieldProblem]:
    """Problems of an artifact digest; empty is none."""
    if not digest or (len(digest) == _DIGEST_LENGTH and set(digest) <= _HEX):
        return []
    return [FieldProblem(field, "A digest is a SHA-256: 64 characters from 0-9 and a-f.")]


def range_problems(field: str, number: int, least: int, most: int) -> list[FieldProblem]:
    """Problems of a number that runs from `least` to `most`."""
    if least <= number <= most:
        return []
    word = field.replace("_", " ").capitalize()
    return [FieldProblem(field, f"{word} runs from {least} to {most}, not {number}.")]


def negative_problems(**numbers: int) -> list[FieldProblem]:
    """Problems of counts and minutes that cannot be below zero, by field."""
    return [
        FieldProblem(field, f"{field.replace('_', ' ').capitalize()} cannot be negative.")
        for field, number in numbers.items()
        if number < 0
    ]
