"""The file of a case as one document: cover, list and every paper, in Word and as PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.files import write_whole
from data.models.cases import Case
from forms.case_file import CATALOG
from forms.definition import Form
from forms.pages import Paper
from forms.stamp import Stamp
from forms.writers.pdf import bind_pdf
from forms.writers.word import bind_word
from workbench.bench import BEIJING, Bench
from workbench.cases import any_case
from workbench.errors import NotFound
from workbench.paperwork.case_file import CATALOG_NOTE, bound_papers, case_file
from workbench.paperwork.catalogue import sort_of
from workbench.paperwork.documents import WORD, Document, require_endings
from workbench.paperwork.drawing import DEMO, missing_in_words
from workbench.paperwork.sorts import Answers, case_number, of_a_file

TITLE = "个案档案"
COPY = "档案复印件\u3000签字以原件为准"


def preview_case_file(bench: Bench, case_id: int) -> Document:
    """The whole file of a case as pages. Slow."""
    with bench.asking("preview_case_file") as session:
        papers = _papers(bench, session, case_id)
    bound = bind_pdf(papers, TITLE)
    return Document(bound.pdf, False, missing_in_words(bound.missing))


def save_case_file(bench: Bench, case_id: int, *targets: Path) -> None:
    """Save the whole file of a case, each target Word or PDF as its ending says. Slow."""
    require_endings(targets)
    with bench.preparing("save_case_file") as session:
        papers = _papers(bench, session, case_id)
    contents = [(target, _content(papers, target)) for target in targets]
    with bench.doing("save_case_file") as work:
        for target, content in contents:
            write_whole(target, content)
        work.about(case=case_id, papers=len(papers))


def case_file_name(bench: Bench, case_id: int) -> str:
    """The name a file is saved under, by its number alone."""
    with bench.asking("case_file_name") as session:
        return f"{bench.today():%Y%m%d}_{TITLE}_{any_case(session, case_id).number}"


def find_case(bench: Bench, number: str) -> int:
    """The case of a number, for whoever has only the number."""
    with bench.asking("find_case") as session:
        found = session.scalar(select(Case.id).where(Case.number == number.strip()))
        if found is None:
            raise NotFound(f"编号为“{number}”的个案")
        return found


def _papers(bench: Bench, session: Session, case_id: int) -> list[tuple[Paper, Stamp]]:
    return bound_papers(case_file(session, case_id, bench.today()), _stamping(bench))


def _stamping(bench: Bench) -> Callable[[Form, dict[str, object]], Stamp]:
    printed_at = f"{bench.now().astimezone(BEIJING):%Y-%m-%d %H:%M}"

    def stamp(form: Form, answers: Answers) -> Stamp:
        sort = sort_of(form.code)
        return Stamp(
            head=sort.head(answers) if sort else of_a_file(answers),
            identity=sort.identity(answers) if sort else (of_a_file(answers),),
            sheet=None,
            version=0,
            digest="",
            audit_head="",
            printed_at=printed_at,
            mark=DEMO if bench.demo else "",
            subject=case_number(answers),
            note=CATALOG_NOTE if form is CATALOG else COPY,
        )

    return stamp


def _content(papers: list[tuple[Paper, Stamp]], target: Path) -> bytes:
    if target.suffix.lower() == WORD:
        return bind_word(papers, TITLE)
    return bind_pdf(papers, TITLE).pdf
