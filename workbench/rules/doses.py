"""Doses: kept as they were typed, and counted in thousandths where that is one number."""

from __future__ import annotations

import re
import unicodedata

from data.medication_codes import DoseUnit

_NUMBER = re.compile(r"([0-9]{1,6})(?:\.([0-9]{1,3}))?\s*([a-zA-Z ]*)")
_UNITS = {"mg": DoseUnit.MG, "mgeq": DoseUnit.MG_EQ, "ml": DoseUnit.ML}
_SPELLED = str.maketrans("。．", "..")


def thousandths(typed: str) -> int | None:
    """The typed dose in thousandths of its unit; None where it is not one plain number."""
    found = _read(typed)
    if found is None or (found[3] and _unit(found[3]) is None):
        return None
    return int(found[1]) * 1000 + int((found[2] or "").ljust(3, "0"))


def unit_typed(typed: str) -> DoseUnit | None:
    """The unit that was typed behind the number, if one was."""
    found = _read(typed)
    return _unit(found[3]) if found else None


def _read(typed: str) -> re.Match[str] | None:
    plain = unicodedata.normalize("NFKC", typed.translate(_SPELLED)).strip()
    return _NUMBER.fullmatch(plain)


def _unit(letters: str) -> DoseUnit | None:
    return _UNITS.get(letters.replace(" ", "").lower())
