"""What freezing checkpoints makes of a window, and what makes the criteria of a checkpoint sound."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.gates import CriterionKind, CriterionSpec
from app.domain.windows import Checkpoint, MaintenanceWindow, WindowState

_WINDOW_ORDER = list(WindowState)


def window_state_after(window: MaintenanceWindow, checkpoints: Sequence[Checkpoint]) -> WindowState:
    """The state a window has once some of its checkpoints are frozen; never an earlier one than now."""
    frozen = [point for point in checkpoints if point.frozen_at is not None]
    if not frozen or window.state is WindowState.CANCELLED:
        return window.state
    wanted = WindowState.LOCKED if len(frozen) == len(checkpoints) else WindowState.TESTING
    if len(checkpoints) > 2 and len(frozen) == len(checkpoints) - 1:
        wanted = WindowState.FINAL
    return max(window.state, wanted, key=_WINDOW_ORDER.index)


def criteria_problems(criteria: Sequence[CriterionSpec]) -> list[str]:
    """What is unsound about a checkpoint's criteria."""
    problems = []
    codes = [spec.code for spec in criteria]
    problems += [f"The code {code} is used twice." for code in dict.fromkeys(codes) if codes.count(code) > 1]
    for spec in criteria:
        if not spec.code or not spec.code.replace("-", "").isalnum():
            problems.append(f"'{spec.code}' is no code: use letters, digits and dashes.")
        if not spec.label.strip() or not spec.short.strip():
            problems.append(f"The criterion {spec.code} needs a label and a short word for its chip.")
        if spec.kind is CriterionKind.DEPLOYED and spec.stage is None:
            problems.append(f"The criterion {spec.code} needs the environment stage it asks for.")
        if spec.kind is CriterionKind.ATTESTED and spec.role is None:
            problems.append(f"The criterion {spec.code} needs the role that attests it.")
    return problems
