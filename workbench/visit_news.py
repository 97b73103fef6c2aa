"""What a visit found, said in short: only what the visit before it had not found as well."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.orm import Session

from data.models.visits import Visit
from workbench.rules.visit_records import FUNCTIONS
from workbench.visit_columns import ACT_COLUMNS
from workbench.visit_speakers import VISIT_SPEAKERS

NO_NEWS = "与上次随访相同"
# Who went there and what is arranged next is no news of the patient.
_GRAVE = ("level", "stability", "adherence", ACT_COLUMNS[0], "lost_reason", "hospital_stay")
_ALL = frozenset(
    {
        *(*_GRAVE, *FUNCTIONS, "insight", "symptoms", "symptoms_other", "symptom_severity"),
        *("sleep", "diet", "physical_illness", "locking", "lab_words", "effect"),
        *("reaction", "reaction_kinds", "reaction_words", "referral_reason", "lost_other"),
    }
)
(_SPEAKER,) = VISIT_SPEAKERS


def visit_news(session: Session, visit: Visit, before: Visit | None) -> str:
    """What is different from the visit before, and what was written in free words.

    Of a first visit only what weighs most.
    """
    told = "；".join(_different(session, visit, before))
    words = visit.words.strip().rstrip("。；")
    return "；".join(filter(None, (told, words))) or NO_NEWS


def _different(session: Session, visit: Visit, before: Visit | None) -> Iterator[str]:
    for part in _SPEAKER.parts:
        if part.columns[0] not in (_ALL if before else _GRAVE):
            continue
        new = part.words(session, visit)
        old = part.words(session, before) if before else ""
        if new and new != old:
            yield f"{part.label}{old}→{new}" if old else f"{part.label}{new}"
