"""Option lists as forms are handed them: each code with its words."""

from __future__ import annotations

from collections.abc import Iterable

from data.codes import Labelled


def offered(codes: Iterable[Labelled]) -> list[dict[str, object]]:
    """The codes of a list in its order."""
    return [{"code": code.value, "label": code.label} for code in codes]
