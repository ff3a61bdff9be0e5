"""What changed since the packet before: changes that came or left, gates, risks, conflicts, times."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.reports.facts import packet_facts
from app.reports.source import PacketSource
from app.reports.wording import clock_words, counted, instant_words, listed, local
from exports.documents import Differences, DiffLine
from exports.plain_text import in_words

_MOST_NAMED = 4
Facts = Mapping[str, Any]


def differences(source: PacketSource) -> Differences | None:
    """The differences from the previous packet, by change; None for a window's first packet."""
    if source.previous is None:
        return None
    zone = source.window.zone_name
    lines = compare(source.previous.facts, packet_facts(source), zone)
    return Differences(local(source.previous.issued_at, zone), source.previous.sha256, lines)


def compare(before: Facts, after: Facts, zone_name: str) -> tuple[DiffLine, ...]:
    """The lines between two packets' facts: the window, changes added, removed, changed, steps moved."""
    old, new = before.get("changes", {}), after.get("changes", {})
    lines = _window_lines(before.get("window", {}), after.get("window", {}), zone_name)
    lines += [DiffLine("added", key, f"{new[key]['title']} came in") for key in sorted(new) if key not in old]
    lines += [
        DiffLine("removed", key, f"{old[key]['title']} is no longer in this window")
        for key in sorted(old)
        if key not in new
    ]
    for key in sorted(new):
        if key in old:
            lines += [DiffLine("changed", key, text) for text in _change_texts(old[key], new[key])]
    lines += _activity_lines(before.get("activities", {}), after.get("activities", {}), zone_name)
    return tuple(lines)


def _window_lines(old: Facts, new: Facts, zone_name: str) -> list[DiffLine]:
    if (old.get("starts_at"), old.get("ends_at")) == (new.get("starts_at"), new.get("ends_at")):
        return []
    if not old:
        return []
    was = " – ".join(
        instant_words(datetime.fromisoformat(old[end]), zone_name) for end in ("starts_at", "ends_at")
    )
    return [DiffLine("moved", "", f"The window moved; it was {was}")]


def _change_texts(old: Facts, new: Facts) -> list[str]:
    texts = []
    for name, word in (("title", "title"), ("state", "state"), ("risk", "risk")):
        if old.get(name) != new.get(name):
            was, now = in_words(str(old.get(name, ""))), in_words(str(new.get(name, "")))
            texts.append(f"{word}: {was} → {now}")
    if old.get("digest") != new.get("digest"):
        was, now = str(old.get("digest", ""))[:12] or "none", str(new.get("digest", ""))[:12] or "none"
        texts.append(f"planned digest: {was} → {now}")
    texts += _gate_texts(old, new)
    gone = [text for text in old.get("conflicts", ()) if text not in new.get("conflicts", ())]
    come = [text for text in new.get("conflicts", ()) if text not in old.get("conflicts", ())]
    texts += [f"new conflict: {text}" for text in come]
    texts += [f"conflict solved: {text}" for text in gone]
    return texts


def _gate_texts(old: Facts, new: Facts) -> list[str]:
    was, now = old.get("gates", {}), new.get("gates", {})
    words = {**old.get("gate_words", {}), **new.get("gate_words", {})}
    texts = []
    for code in [*now, *(one for one in was if one not in now)]:
        if was.get(code) != now.get(code):
            before, after = in_words(was.get(code, "not asked")), in_words(now.get(code, "no longer asked"))
            texts.append(f"{words.get(code, code)}: {before} → {after}")
    return texts


def _activity_lines(old: Facts, new: Facts, zone_name: str) -> list[DiffLine]:
    """Steps that came, went or moved, told together for each change."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for step_id, step in new.items():
        if step_id not in old:
            kinds.setdefault((step["change"], "added"), []).append(step["title"])
        elif (step["start"], step["finish"]) != (old[step_id]["start"], old[step_id]["finish"]):
            was, now = _span(old[step_id], zone_name), _span(step, zone_name)
            kinds.setdefault((step["change"], "moved"), []).append(f"{step['title']} ({was} → {now})")
    for step_id, step in old.items():
        if step_id not in new:
            kinds.setdefault((step["change"], "removed"), []).append(step["title"])
    lines = []
    for (change_key, kind), titles in sorted(kinds.items()):
        steps = counted(len(titles), "step")
        text = f"{steps} {kind}: {listed(titles, _MOST_NAMED)}"
        if kind == "added":
            lines.append(DiffLine("added", change_key, text))
        elif kind == "removed":
            lines.append(DiffLine("removed", change_key, text))
        else:
            lines.append(DiffLine("moved", change_key, text))
    return lines


def _span(step: Facts, zone_name: str) -> str:
    start = clock_words(datetime.fromisoformat(step["start"]), zone_name)
    finish = local(datetime.fromisoformat(step["finish"]), zone_name)
    return f"{start}–{finish:%H:%M}"
