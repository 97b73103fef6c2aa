"""The printed recovery code: 160 random bits and four characters that catch typing errors."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata

from data.problems import RecoveryMistyped

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_SECRET, _CHECK, _GROUP = 32, 4, 6


def new_code() -> str:
    """Make a code in six groups of six characters, without 0, 1, I and O."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(_SECRET))
    return grouped(drawn + _check(drawn))


def grouped(symbols: str) -> str:
    """Write a code the way it is printed."""
    return "-".join(symbols[n : n + _GROUP] for n in range(0, len(symbols), _GROUP))


def secret_of(typed: str) -> str:
    """Return the secret part of a typed code; raise RecoveryMistyped when it was copied wrongly.

    Case, full-width letters, spaces and dashes do not matter.
    """
    plain = unicodedata.normalize("NFKC", typed).upper()
    symbols = "".join(s for s in plain if s.isalnum())
    drawn, check = symbols[:_SECRET], symbols[_SECRET:]
    if len(symbols) != _SECRET + _CHECK or not set(symbols) <= set(ALPHABET):
        raise RecoveryMistyped
    if not secrets.compare_digest(check, _check(drawn)):
        raise RecoveryMistyped
    return drawn


def _check(drawn: str) -> str:
    number = int.from_bytes(hashlib.sha256(drawn.encode()).digest()[:4], "big")
    return "".join(ALPHABET[number >> shift & 31] for shift in (0, 5, 10, 15))
