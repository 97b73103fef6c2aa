"""Which account may do what, read from the table that ships with the program."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from data.codes import AccountKind

_TABLE = Path(__file__).parent / "reference" / "permissions.toml"
_ADMINISTERS = "administers"


def granted(action: str, kind: AccountKind, *, administers: bool) -> bool:
    """Tell whether an account may carry out an action; an action not in the table never is."""
    allowed = _table().get(action, frozenset())
    return kind.value in allowed or (administers and _ADMINISTERS in allowed)


def actions() -> frozenset[str]:
    """Every action the table names."""
    return frozenset(_table())


@cache
def _table() -> dict[str, frozenset[str]]:
    sections = tomllib.loads(_TABLE.read_text("utf-8"))
    known = {*(kind.value for kind in AccountKind), _ADMINISTERS}
    table: dict[str, frozenset[str]] = {}
    for section in sections.values():
        for action, allowed in section.items():
            if action in table or not known.issuperset(allowed):
                raise ValueError(f"permission table: {action}")
            table[action] = frozenset(allowed)
    return table
