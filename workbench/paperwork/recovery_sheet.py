"""What the 恢复口令页 says: the code as it was given, which is stored nowhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.files import write_whole
from data.models.accounts import Identity
from forms.recovery_sheet import RECOVERY_SHEET
from forms.stamp import Stamp
from workbench.bench import Bench
from workbench.paperwork.documents import Document
from workbench.paperwork.drawing import draw_pdf, missing_in_words

NOT_TO_BE_COPIED = "机要件\u3000不得复印"


def recovery_page(bench: Bench, code: str) -> Document:
    """The page to print for a code that was just made. Slow. Nothing of it is kept."""
    with bench.asking("recovery_page") as session:
        answers = recovery_sheet_answers(session, code, bench.today())
    stamp = Stamp(bench.unit, (), None, 0, "", "", "", note=NOT_TO_BE_COPIED)
    printed = draw_pdf(RECOVERY_SHEET, answers, stamp)
    return Document(printed.pdf, False, missing_in_words(printed.missing))


def save_recovery_page(bench: Bench, code: str, target: Path) -> None:
    """Save that page where the user asked, for whoever has no printer here. Slow."""
    page = recovery_page(bench, code)
    with bench.doing("save_recovery_page"):
        write_whole(target, page.pdf)


def recovery_sheet_answers(session: Session, code: str, day: date) -> dict[str, object]:
    """Answer every field of the page for a code made on a day, in canonical form."""
    store = session.scalars(select(Identity)).one()
    return {
        "unit": store.unit,
        "made_on": day.isoformat(),
        "code": code,
        "store": store.code,
        "custody": [],
    }
