"""The manual: what each screen is for, to read beside it or to print with every key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from data.files import write_whole
from forms.manual import CHAPTERS, MANUAL, Chapter
from forms.stamp import Stamp
from workbench.bench import Bench
from workbench.paperwork.documents import WORD, Document, require_endings
from workbench.paperwork.drawing import DEMO, draw_pdf, draw_word, missing_in_words

__all__ = ["Chapter", "KeyRow", "chapters", "preview_manual", "save_manual"]


@dataclass(frozen=True)
class KeyRow:
    """One command that has a key, and the menu it stands in."""

    words: str
    menu: str
    keys: str


def chapters() -> tuple[Chapter, ...]:
    """Every screen in the order of a month."""
    return CHAPTERS


def preview_manual(bench: Bench, keys: Sequence[KeyRow]) -> Document:
    """The manual with these keys, as pages. Slow."""
    with bench.asking("preview_manual"):
        answers = _answers(bench, keys)
    printed = draw_pdf(MANUAL, answers, _stamp(bench))
    return Document(printed.pdf, False, missing_in_words(printed.missing))


def save_manual(bench: Bench, keys: Sequence[KeyRow], *targets: Path) -> None:
    """Save it as files, each Word or PDF as its ending says. Slow."""
    require_endings(targets)
    answers, stamp = _answers(bench, keys), _stamp(bench)
    contents = [(target, _drawn(answers, stamp, target)) for target in targets]
    with bench.doing("save_manual") as work:
        for target, content in contents:
            write_whole(target, content)
        work.about(form=MANUAL.code)


def _answers(bench: Bench, keys: Sequence[KeyRow]) -> dict[str, object]:
    return {
        "unit": bench.unit,
        "made_on": bench.today().isoformat(),
        "keys": [asdict(row) for row in keys],
    }


def _stamp(bench: Bench) -> Stamp:
    note = f"{MANUAL.title}\u3000{MANUAL.code}\u3000{MANUAL.revision}"
    mark = DEMO if bench.demo else ""
    return Stamp(bench.unit, (), None, 0, "", "", "", mark=mark, note=note)


def _drawn(answers: dict[str, object], stamp: Stamp, target: Path) -> bytes:
    if target.suffix.lower() == WORD:
        return draw_word(MANUAL, answers, stamp)
    return draw_pdf(MANUAL, answers, stamp).pdf
