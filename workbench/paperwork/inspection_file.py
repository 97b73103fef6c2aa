"""Making the 迎检包 of a meeting: one file that holds all an inspection asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from data.codes import MeetingState
from data.files import write_whole
from data.models.attachments import Attachment
from data.models.meetings import Meeting
from forms.inspection import PACK_CONTENTS
from forms.layout import lay_out
from forms.pages import Paper
from forms.stamp import Stamp
from forms.writers.pdf import PicturePage, bind_pdf, count_pages
from workbench.attachments import bound_of
from workbench.bench import Bench
from workbench.paperwork.case_file import first_leaves
from workbench.paperwork.inspection import (
    Hiding,
    PackPaper,
    of_the_pack,
    papers_of_pack,
    stamp_of_list,
)
from workbench.paperwork.inspection_scans import (
    MOST_PAGES,
    Scan,
    attachments_of_meeting,
    can_be_drawn,
    scan_of,
)
from workbench.signature_errors import NotClosedYet
from workbench.states import any_meeting, title_of

TITLE = "迎检包"
CONTENTS_NOTE = "页号不含目录"
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class PackTold:
    """What a pack would hold, told before it is made, and what its file would be called."""

    name: str
    papers: int
    scans: int
    left_out: int


@dataclass(frozen=True)
class _Read:
    meeting: dict[str, object]
    papers: list[PackPaper]
    scans: list[Attachment]
    left_out: list[Attachment]
    contents: Stamp


def read_inspection_pack(bench: Bench, meeting_id: int) -> PackTold:
    """What the pack of a closed meeting would hold."""
    with bench.asking("read_inspection_pack") as session:
        meeting = _closed(any_meeting(session, meeting_id))
        papers = papers_of_pack(bench, session, meeting, Hiding({}, wanted=False))
        files = attachments_of_meeting(session, meeting)
        drawable = sum(can_be_drawn(fact) for fact in files)
        name = f"{meeting.held_on:%Y%m%d}_{TITLE}_{title_of(meeting)}"
        return PackTold(name, len(papers), drawable, len(files) - drawable)


def save_inspection_pack(
    bench: Bench,
    meeting_id: int,
    target: Path,
    *,
    masked: bool,
    progress: Progress = lambda done, of: None,
) -> int:
    """Write everything about a closed meeting into one file; return how many pages. Slow.

    A `masked` one names nobody on the register and leaves scans out. `progress` hears how many
    pages of how many are drawn; what it raises stops the making, and nothing is written.
    """
    with bench.preparing("save_inspection_pack") as session:
        meeting = _closed(any_meeting(session, meeting_id))
        hiding = Hiding.at(session, meeting, wanted=masked)
        files = [] if masked else attachments_of_meeting(session, meeting)
        read = _Read(
            of_the_pack(meeting),
            papers_of_pack(bench, session, meeting, hiding),
            [fact for fact in files if can_be_drawn(fact)],
            [fact for fact in files if not can_be_drawn(fact)],
            replace(stamp_of_list(of_the_pack(meeting), demo=bench.demo), note=CONTENTS_NOTE),
        )
    scans = [scan_of(fact, bench.store.attachments.read(bound_of(fact))) for fact in read.scans]
    pdf, pages = _drawn(read, scans, progress)
    with bench.doing("save_inspection_pack") as work:
        write_whole(target, pdf)
        work.about(meeting=meeting_id, pages=pages, scans=len(scans), masked=masked)
    return pages


def _closed(meeting: Meeting) -> Meeting:
    if meeting.state not in (MeetingState.CLOSED, MeetingState.ARCHIVED):
        raise NotClosedYet
    return meeting


def _drawn(read: _Read, scans: Sequence[Scan], progress: Progress) -> tuple[bytes, int]:
    papers = [(lay_out(paper.form, paper.answers), paper.stamp) for paper in read.papers]
    pages = [count_pages(*paper) for paper in papers]
    counts = [*pages, *(len(scan.pages) for scan in scans)]
    firsts = first_leaves(counts)
    contents = _contents(read, scans, counts, firsts)
    numbered = [
        (paper, replace(stamp, leaf=first))
        for (paper, stamp), first in zip(papers, firsts, strict=False)
    ]
    bound = bind_pdf(
        [contents, *numbered],
        TITLE,
        names=[PACK_CONTENTS.title, *(paper.name for paper in read.papers)],
        pictures=list(_pictures(read, scans, firsts[len(papers) :])),
        progress=progress,
    )
    return bound.pdf, sum(bound.pages) + sum(len(scan.pages) for scan in scans)


def _contents(
    read: _Read, scans: Sequence[Scan], counts: Sequence[int], firsts: Sequence[int]
) -> tuple[Paper, Stamp]:
    told = [(paper.title, paper.about, "") for paper in read.papers]
    told += [(scan.title, "", f"只收前{MOST_PAGES}页" if scan.shortened else "") for scan in scans]
    entries = [
        _entry(place, *words, pages=pages, first=first)
        for place, (words, pages, first) in enumerate(zip(told, counts, firsts, strict=True), 1)
    ]
    entries += [
        _entry(place, fact.title, "", "另附电子文件", pages=None, first=0)
        for place, fact in enumerate(read.left_out, len(entries) + 1)
    ]
    return lay_out(PACK_CONTENTS, {**read.meeting, "entries": entries}), read.contents


def _entry(
    place: int, title: str, about: str, note: str, *, pages: int | None, first: int
) -> dict[str, object]:
    leaves = "" if pages is None else str(first)
    if pages is not None and pages > 1:
        leaves = f"{first}—{first + pages - 1}"
    return {
        "position": place,
        "title": title,
        "about": about,
        "leaves": leaves,
        "pages": pages,
        "note": note,
    }


def _pictures(read: _Read, scans: Sequence[Scan], firsts: Sequence[int]) -> list[PicturePage]:
    return [
        PicturePage(
            page,
            head=f"{read.contents.head}\u3000附件{number}\u3000{scan.title}",
            foot=f"第 {place + 1}/{len(scan.pages)} 页\u3000卷内第 {first + place} 页",
            name=f"附件{number} {scan.title}" if place == 0 else "",
        )
        for number, (scan, first) in enumerate(zip(scans, firsts, strict=True), 1)
        for place, page in enumerate(scan.pages)
    ]
