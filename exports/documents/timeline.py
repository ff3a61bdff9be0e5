"""The time axis of a sequence as it is printed: rows as shown on the desk, with the paper they go on."""

from dataclasses import dataclass
from datetime import datetime

from exports.documents.sequence import PointOfNoReturn, SequenceLink, SequenceRow


@dataclass(frozen=True, slots=True)
class FinishBand:
    """When the night is over in half, in 80 and in 95 of 100 runs, in the window's zone, and in words."""

    p50: datetime
    p80: datetime
    p95: datetime
    sentence: str


@dataclass(frozen=True, slots=True)
class TimelineDocument:
    """Everything on the paper; all times are aware, in the window's zone.

    `paper` is A4, A3 or Letter, always landscape. `is_fitted` puts all on one page, else the axis runs over
    as many pages as it needs.
    """

    title: str
    subtitle: str
    zone_name: str
    window_start: datetime
    window_end: datetime
    rows: tuple[SequenceRow, ...]
    links: tuple[SequenceLink, ...]
    points_of_no_return: tuple[PointOfNoReturn, ...]
    made_at: datetime
    paper: str = "A4"
    is_fitted: bool = False
    band: FinishBand | None = None
