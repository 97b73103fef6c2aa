"""What one page names is opened on the page that shows it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui.messages import show_problem
from ui.models.opinions import person_of
from ui.models.papers import Paper
from ui.models.person import Person
from workbench.bench import Bench
from workbench.case_page import open_case_page
from workbench.errors import Refused
from workbench.opinions_wanted import OpinionWanted
from workbench.paperwork.documents import DocumentRow, list_documents
from workbench.paperwork.files import find_case
from workbench.recents import Recent, open_meeting
from workbench.unmasking import unmask

if TYPE_CHECKING:
    from ui.desk import Desk


class Openings(QObject):
    """Leads from page to page; each way leaves a stop behind to come back to."""

    def __init__(self, bench: Bench, desk: Desk) -> None:
        super().__init__(desk)
        self._bench, self._desk = bench, desk
        desk.meetings.case_wanted.connect(self._open_case_numbered)
        desk.meetings.visit_wanted.connect(partial(self._write, "visit"))
        desk.meetings.tasks_wanted.connect(partial(desk.go, "tasks"))
        desk.patients.case_wanted.connect(self.open_case)
        desk.case.case_wanted.connect(self.open_case)
        desk.live.case_wanted.connect(self.open_case)
        desk.today.recent_wanted.connect(self.open_recent)
        desk.entering.wanted.connect(self._write)
        desk.entering.meeting_called.connect(self.show_called)
        desk.today.opinion_wanted.connect(self._show_opinion)
        desk.meetings.entered.connect(self.enter_meeting)
        desk.meetings.documents_wanted.connect(self._show_documents)
        desk.meetings.closing_wanted.connect(self._read_back)
        desk.read_back.item_wanted.connect(self.enter_meeting)
        desk.read_back.closed.connect(self._show_signing_after)
        desk.meetings.signing_wanted.connect(self._show_signing)
        desk.signing.documents_wanted.connect(self._show_documents)
        desk.signing.sheet_wanted.connect(self._show_sheet_of)
        desk.documents.sheet_wanted.connect(self._show_sheet)
        desk.handing.preview_wanted.connect(self.preview)
        desk.settings.preview_wanted.connect(self.preview)

    @Slot(int)
    def open_case(self, case_id: int) -> None:
        """Show a case by its full name; that somebody looked is kept first."""
        try:
            open_case_page(self._bench, case_id)
        except Refused as refusal:
            show_problem(self._desk.window(), refusal)
            return
        self._desk.keep_drafts()
        self._desk.case.open_case(case_id)
        self._desk.go("case")

    def open_person(self, patient_id: int, case_id: int) -> None:
        """Show somebody: the newest case, or the entry in the register of whoever has none."""
        if case_id:
            self.open_case(case_id)
        else:
            self._desk.keep_drafts()
            self._desk.patients.show_person(patient_id)
            self._desk.go("patients")

    @Slot(int)
    def show_meeting(self, meeting_id: int) -> None:
        """Show a meeting in the list of meetings; that somebody went there is kept."""
        if self._noted(meeting_id):
            self._desk.keep_drafts()
            self._desk.meetings.select(meeting_id)
            self._desk.go("meetings")

    @Slot(int)
    def show_called(self, meeting_id: int) -> None:
        """Show a meeting that was planned just now."""
        self._desk.meetings.reload()  # it is not in the list yet
        self.show_meeting(meeting_id)

    @Slot(object)
    def open_recent(self, recent: Recent) -> None:
        """Go back to what was opened before."""
        if recent.case_id:
            self.open_case(recent.case_id)
        else:
            self.show_meeting(recent.meeting_id)

    @Slot(int)
    def enter_meeting(self, meeting_id: int, item_id: int | None = None) -> None:
        """Go to the table of a meeting, to one item if it is named."""
        if not self._noted(meeting_id):
            return
        self._desk.live.open_meeting(meeting_id, item_id)
        self._desk.go("live")

    def _noted(self, meeting_id: int) -> bool:
        try:
            open_meeting(self._bench, meeting_id)
        except Refused as refusal:
            show_problem(self._desk.window(), refusal)
            return False
        return True

    @Slot(str)
    def _open_case_numbered(self, number: str) -> None:
        self.open_case(find_case(self._bench, number))

    @Slot(str, object)
    def _write(self, name: str, person: Person) -> None:
        self._desk.keep_drafts()
        self._desk.writing[name].open_for(self._by_name(person))
        self._desk.go(name)

    @Slot(object)
    def _show_opinion(self, row: OpinionWanted) -> None:
        self._desk.keep_drafts()
        self._desk.plan.open_at(self._by_name(person_of(row)), row.annotation_id)
        self._desk.go("plan")

    def _by_name(self, person: Person) -> Person:
        """Who writes about somebody sees the name; an account that may not does not."""
        if person.by_name:
            return person
        try:
            name = unmask(self._bench, person.patient_id).particulars.name
        except Refused:
            return person
        return replace(person, name=name, by_name=True)

    @Slot(int)
    def _show_documents(self, meeting_id: int) -> None:
        if not self._noted(meeting_id):
            return
        self._desk.meetings.select(meeting_id)
        self._desk.go("documents")

    @Slot(int)
    def _read_back(self, meeting_id: int) -> None:
        self._desk.keep_drafts()
        self._desk.read_back.open_meeting(meeting_id)
        self._desk.go("read_back")

    @Slot(int)
    def _show_signing_after(self, meeting_id: int) -> None:
        """From a meeting that was just closed one comes back to the list, not to its read-back."""
        self._desk.go("meetings")
        self._show_signing(meeting_id)

    @Slot(int)
    def _show_signing(self, meeting_id: int) -> None:
        if self._noted(meeting_id):
            self._desk.meetings.select(meeting_id)
            self._desk.go("signing")

    @Slot(int, int)
    def _show_sheet_of(self, meeting_id: int, sheet_id: int) -> None:
        papers = list_documents(self._bench, meeting_id)
        for row in papers:
            if row.standing.sheet == sheet_id:
                self._show_sheet(row)

    @Slot(object)
    def _show_sheet(self, document: DocumentRow) -> None:
        self._desk.signatures.open_sheet(document)
        self._desk.go("signatures")

    @Slot(object)
    def preview(self, paper: Paper) -> None:
        """Look at a paper before it is printed."""
        self._desk.keep_drafts()
        self._desk.preview.open_paper(paper)
        self._desk.go("preview")
