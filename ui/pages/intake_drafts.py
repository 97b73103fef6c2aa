"""What is typed about somebody's criteria and not yet recorded."""

from __future__ import annotations

from ui.models.intakes import IntakeEntry, restored_entry
from workbench.bench import Bench
from workbench.drafts import discard_draft, read_draft, save_draft

SCREEN = "intake"


class IntakeDrafts:
    """One draft for each patient, and one for each earlier intake that is being corrected."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._subject = ""
        self._plain: IntakeEntry | None = None
        self._kept: IntakeEntry | None = None

    def begin(self, patient_id: int, intake_id: int | None, plain: IntakeEntry) -> bool:
        """Turn to a form that would read so without a draft. Tells whether there is one."""
        about = "new" if intake_id is None else str(intake_id)
        self._subject, self._plain, self._kept = f"patient/{patient_id}/{about}", plain, plain
        draft = read_draft(self._bench, SCREEN, self._subject)
        if draft is not None:
            self._kept = restored_entry(draft, plain)
        return draft is not None

    def entry(self) -> IntakeEntry | None:
        """What the form begins with."""
        return self._kept

    def keep(self, entry: IntakeEntry) -> None:
        """Keep an entry, or drop the draft when it says nothing new."""
        if not self._subject or entry == self._kept:
            return
        self._kept = entry
        if entry == self._plain:
            self.drop()
        else:
            save_draft(self._bench, SCREEN, self._subject, entry.payload())

    def drop(self) -> None:
        """Forget what was typed."""
        discard_draft(self._bench, SCREEN, self._subject)
        self._kept = self._plain
