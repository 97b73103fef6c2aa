"""The tab with the file of a case as one document."""

from __future__ import annotations

from ui.pages.handing import Handing
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import EmptyState

WHAT = (
    "封面、卷内目录、入组、各次计划和评估、随访、任务、决定和时间线，按顺序装订成一册。"
    "内容总是到今天为止。每次会议的文书在“文书”页。"
)


def case_papers(handing: Handing) -> EmptyState:
    """What the file holds, and what one does with it."""
    preview = Button.of(handing.command("preview_document"), Kind.PRIMARY)
    saves = (Button.of(handing.command(name)) for name in ("save_pdf", "save_word"))
    return EmptyState("document", "个案档案", WHAT, *saves, preview)
