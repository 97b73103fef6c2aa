"""One paper for each kind of sheet, and what papers are made of."""

from __future__ import annotations

from tests.forms.writers.papers_to_fill import VISIT, task
from tests.forms.writers.papers_to_read import BRIEF, COVER, OFFICIAL_PAPER, TIMELINE
from tests.forms.writers.papers_to_sign import ASSESSMENT, MATRIX, REDLINE, SUMMARY
from tests.forms.writers.parts import (
    DAY,
    NAMES,
    PLAIN_STAMP,
    ROLES,
    form,
    group,
    head,
    label,
    rows,
    said,
    signers,
    stamp_of,
    strong,
    ticks,
)

__all__ = [
    "ASSESSMENT",
    "BRIEF",
    "COVER",
    "DAY",
    "MATRIX",
    "NAMES",
    "OFFICIAL_PAPER",
    "PAPERS",
    "PLAIN_STAMP",
    "REDLINE",
    "ROLES",
    "SUMMARY",
    "TIMELINE",
    "VISIT",
    "form",
    "group",
    "head",
    "label",
    "rows",
    "said",
    "signers",
    "stamp_of",
    "strong",
    "task",
    "ticks",
]

PAPERS = {
    "assessment": ASSESSMENT,
    "summary": SUMMARY,
    "matrix": MATRIX,
    "task": task(1),
    "redline": REDLINE,
    "brief": BRIEF,
    "cover": COVER,
    "official": OFFICIAL_PAPER,
    "visit": VISIT,
}
