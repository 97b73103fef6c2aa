"""One way to write a mapping down, so that equal content always has the same digest."""

from __future__ import annotations

import hashlib
import json


def canonical(value: object) -> str:
    """Write text, integers, booleans, null, lists and mappings; refuse anything else.

    Keys are sorted, text stays as typed, and there is no white space. A float is refused because
    its text is not the same everywhere; measures are kept as text.
    """
    _check(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def differences(was: object, now: object, path: str = "") -> list[str]:
    """Name the places where two canonical values differ, such as `items[2].level`."""
    if isinstance(was, dict) and isinstance(now, dict):
        keys = sorted({*was, *now})
        return [d for k in keys for d in _under_key(was, now, k, path)]
    if isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        pairs = enumerate(zip(was, now, strict=True))
        return [d for n, (a, b) in pairs for d in differences(a, b, f"{path}[{n}]")]
    return [] if was == now and type(was) is type(now) else [path]


def _under_key(was: dict[str, object], now: dict[str, object], key: str, path: str) -> list[str]:
    place = f"{path}.{key}" if path else key
    if key not in was or key not in now:
        return [place]
    return differences(was[key], now[key], place)


def _check(value: object) -> None:
    match value:
        case None | bool() | int() | str():
            return
        case list():
            for part in value:
                _check(part)
        case dict():
            for key, part in value.items():
                if not isinstance(key, str):
                    raise TypeError("a key must be text")
                _check(part)
        case _:
            raise TypeError(f"{type(value).__name__} has no canonical form")
