"""A private key lies sealed at the cost that the program names, and opens by its passphrase alone."""

from __future__ import annotations

import pytest

from app.services.signing import sealing

PASSPHRASE = "a long enough phrase"


def test_a_key_is_sealed_at_the_full_cost(sealing_cost: int, monkeypatch: pytest.MonkeyPatch) -> None:
    cheap = sealing._COST
    monkeypatch.setattr(sealing, "_COST", sealing_cost)
    public_key, sealed = sealing.new_key(PASSPHRASE)
    signature = sealing.sign(sealed, PASSPHRASE, b"so be it")
    assert sealing.is_signed(public_key, signature, b"so be it")
    assert not sealing.is_signed(public_key, signature, b"so be it not")
    with pytest.raises(sealing.WrongPassphraseError):
        sealing.require_opens(sealed, PASSPHRASE.upper())
    assert sealing_cost >= 2**15
    monkeypatch.setattr(sealing, "_COST", cheap)
    with pytest.raises(sealing.WrongPassphraseError):
        sealing.require_opens(sealed, PASSPHRASE)
