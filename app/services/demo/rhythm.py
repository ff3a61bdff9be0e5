"""When a demo change is built, deployed and attested: between its checkpoints, never ahead of now."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from app.domain.register import Stage
from app.domain.windows import Checkpoint

_QA_DEPLOYED = (0.1, 0.4)
_QA_SIGNED = 0.55
_PRE_PRODUCTION_DEPLOYED = (0.6, 0.85)
_VERIFIED = 0.95


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The instants (UTC) of one change; `attested_at` holds QA's sign-off and the last verification."""

    built_at: datetime
    deployed_at: dict[Stage, datetime]
    attested_at: tuple[datetime, datetime]

    @classmethod
    def of(
        cls, draw: random.Random, checkpoints: tuple[Checkpoint, ...], anchor: datetime, now: datetime
    ) -> Self:
        """Instants spread between the first and the last cutoff; `anchor` is the window's start."""
        first = checkpoints[0].cutoff_at if checkpoints else anchor - timedelta(days=4)
        last = checkpoints[-1].cutoff_at if checkpoints else anchor - timedelta(days=2)
        span = last - first

        def past(wanted: datetime) -> datetime:
            return min(wanted, now - timedelta(minutes=draw.randint(5, 90)))

        in_test = past(first - timedelta(minutes=draw.randint(120, 1200)))
        in_qa = max(in_test, past(first + span * draw.uniform(*_QA_DEPLOYED)))
        signed = max(in_qa, past(first + span * _QA_SIGNED))
        in_pre_production = max(signed, past(first + span * draw.uniform(*_PRE_PRODUCTION_DEPLOYED)))
        verified = max(in_pre_production, past(first + span * _VERIFIED))
        return cls(
            in_test - timedelta(minutes=draw.randint(90, 1500)),
            {
                Stage.TEST: in_test,
                Stage.QA: in_qa,
                Stage.PRE_PRODUCTION: in_pre_production,
                Stage.PRODUCTION: anchor + timedelta(minutes=draw.randint(40, 300)),
            },
            (signed, verified),
        )

    @staticmethod
    def part_done(checkpoints: tuple[Checkpoint, ...], now: datetime) -> float:
        """How far `now` lies between the first cutoff (0) and the last one (1); below 0 before the first."""
        if not checkpoints:
            return -1.0
        first, last = checkpoints[0].cutoff_at, checkpoints[-1].cutoff_at
        span = max((last - first).total_seconds(), 1.0)
        return (now - first).total_seconds() / span
