"""Ed25519 keys whose private part lies sealed by a passphrase: scrypt (RFC 7914) and ChaCha20-Poly1305.

The library of ciphers is imported where it is first used: it is slow to load, and a desk opens without it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable

from app.services.errors import RefusedError

LEAST_PASSPHRASE = 10
RandomBytes = Callable[[int], bytes]
_KEY_BYTES = 32
_COST, _BLOCK, _LANES = 2**15, 8, 1  # 32 MiB and about a tenth of a second a guess


class WrongPassphraseError(RefusedError):
    """The passphrase does not open the key."""


def new_key(passphrase: str, random_bytes: RandomBytes = os.urandom) -> tuple[str, str]:
    """A new key: its public part in hexadecimal, and the sealed private part as text.

    `random_bytes` gives so many random bytes; anything but the system's own is for demonstrations.
    Raises RefusedError for a passphrase that is too short.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if len(passphrase) < LEAST_PASSPHRASE:
        raise RefusedError(f"A passphrase needs at least {LEAST_PASSPHRASE} characters; a sentence is good.")
    private = Ed25519PrivateKey.from_private_bytes(random_bytes(_KEY_BYTES))
    sealed = _seal(private.private_bytes_raw(), passphrase, random_bytes)
    return private.public_key().public_bytes_raw().hex(), sealed


def sign(sealed: str, passphrase: str, statement: bytes) -> str:
    """The signature over a statement in hexadecimal; raises WrongPassphraseError."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(_open(sealed, passphrase)).sign(statement).hex()


def require_opens(sealed: str, passphrase: str) -> None:
    """Raises WrongPassphraseError unless the passphrase opens the key."""
    _open(sealed, passphrase)


def is_signed(public_key: str, signature: str, statement: bytes) -> bool:
    """Whether a signature over a statement was made by the key with this public part."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(
            bytes.fromhex(signature), statement
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def resealed(sealed: str, passphrase: str, new_passphrase: str) -> str:
    """The private part sealed by another passphrase; raises WrongPassphraseError, RefusedError."""
    private = _open(sealed, passphrase)
    if len(new_passphrase) < LEAST_PASSPHRASE:
        raise RefusedError(f"A passphrase needs at least {LEAST_PASSPHRASE} characters; a sentence is good.")
    return _seal(private, new_passphrase, os.urandom)


def _seal(private: bytes, passphrase: str, random_bytes: RandomBytes) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce = random_bytes(16), random_bytes(12)
    sealed = ChaCha20Poly1305(_derived(passphrase, salt)).encrypt(nonce, private, None)
    return json.dumps({"salt": salt.hex(), "nonce": nonce.hex(), "sealed": sealed.hex()}, sort_keys=True)


def _open(sealed: str, passphrase: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    parts = {name: bytes.fromhex(text) for name, text in json.loads(sealed).items()}
    try:
        return ChaCha20Poly1305(_derived(passphrase, parts["salt"])).decrypt(
            parts["nonce"], parts["sealed"], None
        )
    except InvalidTag:
        raise WrongPassphraseError(
            "The passphrase does not open this key. Nothing was signed or changed; try again, "
            "or have the key revoked and enrol a new one."
        ) from None


def _derived(passphrase: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=32, n=_COST, r=_BLOCK, p=_LANES).derive(passphrase.encode())
