"""Which chips a card shows: what asks for work by its name, the rest counted."""

import pytest

from app.domain.gates import GateResult
from app.services.board_models import GateChip
from app.ui.board.card_text import chip_words

MET, NOT, WAIVED, OPEN = (
    GateResult.MET,
    GateResult.NOT_MET,
    GateResult.WAIVED,
    GateResult.NOT_EVALUATED,
)


def gates(checkpoint: str, *results: GateResult, late: int | None = None) -> list[GateChip]:
    return [
        GateChip(
            checkpoint, f"c{i}", f"Criterion {i}", f"C{i}", result, "", after_cutoff="x" if i == late else ""
        )
        for i, result in enumerate(results)
    ]


@pytest.mark.parametrize(
    ("shown", "texts"),
    [
        ([], []),
        (gates("In", MET, NOT, OPEN), ["✓ C0", "✕ C1", "– C2"]),
        (gates("In", MET, MET, MET, MET, MET), ["✓ In"]),
        (gates("In", MET, NOT, MET, MET, MET), ["✕ C1", "✓ 4 of 5"]),
        (gates("In", MET, WAIVED, MET, MET, OPEN), ["! C1", "– C4", "✓ 3 of 5"]),
        (gates("In", MET, MET, MET, MET, MET, late=2), ["✓ C2 *", "✓ 4 of 5"]),
        (gates("In", MET, NOT, NOT, NOT, NOT), ["✓ C0", "✕ C1", "✕ C2", "✕ C3", "✕ C4"]),
        (gates("In", *[MET] * 5) + gates("Ready", *[MET] * 4, NOT, MET), ["✓ In", "✕ C4", "✓ 5 of 6"]),
    ],
)
def test_chips(shown, texts):
    assert [text for _, text in chip_words(shown)] == texts


def test_a_gate_that_is_not_met_is_never_counted_as_met():
    words = chip_words(gates("Ready", MET, MET, NOT, OPEN, WAIVED, MET))
    assert [result for result, _ in words] == [NOT, OPEN, WAIVED, MET]
