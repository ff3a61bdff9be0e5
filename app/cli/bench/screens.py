"""What one frame of a drag in the sequence editor costs, beside a frame of a screen at 60 a second."""

from __future__ import annotations

import json

from app.cli.bench.measurement import Measurement
from app.cli.bench.programs import run_program

_FRAME_SECONDS = 1 / 60
_SIZES = ("300", "2000")


def measure() -> list[Measurement]:
    """The median and the 99th percentile of the frames of a drag at both sizes."""
    printed = run_program(["-m", "app.ui.measuring.drag", *_SIZES])
    measured = []
    for size, frames in json.loads(printed).items():
        ordered = sorted(frames)
        for name, share in (("median", 0.5), ("99 %", 0.99)):
            seconds = ordered[int(share * (len(ordered) - 1))]
            measured.append(
                Measurement.of(f"drag among {size} activities, {name} frame", seconds, _FRAME_SECONDS)
            )
    return measured
