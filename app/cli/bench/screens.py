"""What frames of the fullest screens cost, beside a frame of a screen at 60 a second."""

from __future__ import annotations

import json

from app.cli.bench.measurement import Measurement
from app.cli.bench.programs import run_program

_FRAME_SECONDS = 1 / 60
_SIZES = ("300", "2000")


def measure_drag() -> list[Measurement]:
    """The median, the 99th percentile and the worst of the frames of a drag at both sizes."""
    printed = run_program(["-m", "app.ui.measuring.drag", *_SIZES])
    return [
        one
        for size, frames in json.loads(printed).items()
        for one in _frames_of(f"drag among {size} activities", frames)
    ]


def measure_scroll() -> list[Measurement]:
    """The same for scrolling and zooming the fullest screens."""
    printed = run_program(["-m", "app.ui.measuring.scroll"])
    return [one for name, frames in json.loads(printed).items() for one in _frames_of(name, frames)]


def _frames_of(name: str, frames: list[float]) -> list[Measurement]:
    ordered = sorted(frames)
    shares = (("median", 0.5), ("99 %", 0.99), ("worst", 1.0))
    return [
        Measurement.of(f"{name}, {word} frame", ordered[int(share * (len(ordered) - 1))], _FRAME_SECONDS)
        for word, share in shares
    ]
