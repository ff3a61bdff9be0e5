"""Whether a proposed link may be drawn, and if not why, naming the circle it would close."""

from __future__ import annotations

from dataclasses import dataclass

from app.sequencing.model import Link, Sequence


@dataclass(frozen=True, slots=True)
class LinkVerdict:
    """`is_allowed`, else a reason for the user; `cycle` holds the ids of the circle the link would close."""

    is_allowed: bool
    reason: str = ""
    cycle: tuple[str, ...] = ()


def judge_link(sequence: Sequence, link: Link) -> LinkVerdict:
    """Say whether a link can be added to a sequence without circles; takes time only for what follows it."""
    for end in (link.predecessor, link.successor):
        if end not in sequence:
            return LinkVerdict(False, f"The sequence has no activity {end!r}. Choose one of its rows.")
    if link.predecessor == link.successor:
        title = sequence.activity(link.successor).title
        reason = f"“{title}” cannot depend on itself. Choose another activity."
        return LinkVerdict(False, reason, (link.successor,))
    if any(other.key == link.key for other in sequence.links_out_of.get(link.predecessor, ())):
        return LinkVerdict(False, "This link exists already. Change its lag instead of drawing it again.")
    path = find_path(sequence, link.successor, link.predecessor)
    if path:
        named = " → ".join(f"“{sequence.activity(step).title}”" for step in [*path, path[0]])
        return LinkVerdict(False, f"This link would close a circle: {named}. Turn it round.", tuple(path))
    return LinkVerdict(True)


def find_path(sequence: Sequence, start_id: str, goal_id: str) -> list[str]:
    """The ids of a shortest chain of links from one activity to another; empty when there is none."""
    came_from: dict[str, str | None] = {start_id: None}
    queue = [start_id]
    for activity_id in queue:  # grows while it is read
        if activity_id == goal_id:
            path = [activity_id]
            previous = came_from[activity_id]
            while previous is not None:
                path.append(previous)
                previous = came_from[previous]
            return path[::-1]
        for link in sequence.links_out_of.get(activity_id, ()):
            if link.successor not in came_from:
                came_from[link.successor] = activity_id
                queue.append(link.successor)
    return []
