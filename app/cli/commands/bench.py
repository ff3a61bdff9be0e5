"""`lockstep bench`: the program's figures beside floors of the plainest code, in the same run."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable

from app.cli.bench import psplib
from app.cli.bench.measurement import Measurement
from app.cli.main import OpenDatabase
from app.cli.outcome import Outcome

_MEASURES = {
    "import": ("imports", "measure"),
    "passes": ("passes", "measure"),
    "packet": ("exports", "measure_packet"),
    "workbook": ("exports", "measure_workbook"),
    "drag": ("screens", "measure_drag"),
    "scroll": ("screens", "measure_scroll"),
    "chance": ("chance", "measure"),
    "suggestion": ("suggestion", "measure"),
    "start": ("start", "measure"),
    "archive": ("archive", "measure"),
    "audit": ("audit", "measure"),
    "neighbours": ("neighbours", "measure"),
}
_ALL = "all"
_PSPLIB = "psplib"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which figures to take."""
    names = (*_MEASURES, _PSPLIB, _ALL)
    parser.add_argument("name", choices=names, metavar="NAME", help=", ".join(names))
    psplib.add_arguments(parser)


def run(_open_database: OpenDatabase, arguments: argparse.Namespace) -> Outcome:
    """Take the figures on data of the bench's own; no database of the person's is touched.

    Under the name psplib the files named are searched instead.
    """
    if arguments.name == _PSPLIB:
        return psplib.run(arguments)
    names = list(_MEASURES) if arguments.name == _ALL else [arguments.name]
    results = [measured for name in names for measured in _measure_of(name)()]
    data = {
        "results": [
            {"name": one.name, "ours": one.ours, "reference": one.reference, "ratio": round(one.ratio, 3)}
            for one in results
        ]
    }
    return Outcome(data, tuple(_line(one) for one in results))


def _measure_of(name: str) -> Callable[[], list[Measurement]]:
    module, function = _MEASURES[name]
    found: Callable[[], list[Measurement]] = getattr(
        importlib.import_module(f"app.cli.bench.{module}"), function
    )
    return found


def _line(one: Measurement) -> str:
    return f"{one.name:45s} {one.ours:9.4f} s   floor {one.reference:9.4f} s   {one.ratio:6.2f} ×"
