"""What makes the criteria of a checkpoint sound."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.gates import CriterionKind, CriterionSpec


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
