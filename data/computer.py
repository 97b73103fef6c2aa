"""This computer's secret, kept by the operating system's key store where there is one."""

from __future__ import annotations

import secrets
from typing import Protocol

# Only stores that really encrypt. Others, such as a plain file, would be chosen without a word.
_TRUSTED = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
)
_SERVICE = "case-conference-workbench"


class KeyStore(Protocol):
    """What we need of a key store."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what was kept under this name."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret under this name."""


def this_computer() -> KeyStore | None:
    """Return the system's own key store, or None where there is none to trust."""
    import keyring  # a fifth of a second that only set-up and unlocking pay

    backend = keyring.get_keyring()
    trusted = type(backend).__module__.startswith(_TRUSTED)
    return backend if trusted else None


def read_secret(keys: KeyStore | None, store: str) -> bytes | None:
    """Return this computer's secret for a store, or None when it cannot be had."""
    from keyring.errors import KeyringError

    if keys is None:
        return None
    try:
        kept = keys.get_password(_SERVICE, store)
    except KeyringError:
        return None
    return bytes.fromhex(kept) if kept else None


def make_secret(keys: KeyStore | None, store: str) -> bytes | None:
    """Make and keep a secret for a store, reading it back; None when the key store failed."""
    from keyring.errors import KeyringError

    if keys is None:
        return None
    secret = secrets.token_bytes(32)
    try:
        keys.set_password(_SERVICE, store, secret.hex())
    except KeyringError:
        return None
    return secret if read_secret(keys, store) == secret else None
