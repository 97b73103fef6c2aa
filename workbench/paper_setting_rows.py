"""The settings of a form as one reads them: what holds, where that comes from, since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from data.codes import MemberRole, SheetKind
from forms.definition import Form
from forms.rows import Grid
from workbench.bench import Bench
from workbench.paper_settings import EVERY_FORM, PaperKey, Value, holding_settings
from workbench.paperwork.catalogue import CATALOGUE, sort_of
from workbench.paperwork.sorts import PaperSort

_SIGNERS = "signers"
_USUAL = {
    PaperKey.UNIT_NAME: "用小组名称",
    PaperKey.SIGNER_ROLES: "按文书规定的角色",
    PaperKey.LEAST_SIGNERS: "不另加空的签字格",
    PaperKey.SPARE_ROWS: "按文书规定的行数",
    PaperKey.AT_CLOSE: "按文书规定",
}


@dataclass(frozen=True)
class PaperKeyRow:
    """One thing that can be set for a form. `own` is what was set for this very form.

    Without a value the form is as it was drawn up. `common` says that it is set for every form.
    """

    form: str
    key: PaperKey
    words: str
    value: Value
    own: Value
    common: bool
    since: datetime | None


def read_paper_settings(bench: Bench, form: str) -> list[PaperKeyRow]:
    """What can be set for one form, or for every form where it is empty."""
    with bench.asking("read_paper_settings") as session:
        held = holding_settings(session)
    return [
        _row(form, key, held.get((form, key)), held.get((EVERY_FORM, key)))
        for key in PaperKey
        if _applies(form, key)
    ]


def value_words(key: PaperKey, value: Value) -> str:
    """A value as it is read."""
    match key, value:
        case PaperKey.SIGNER_ROLES, list():
            return "、".join(MemberRole(role).label for role in value)
        case PaperKey.AT_CLOSE, bool():
            return "结束会议时封存" if value else "结束会议时不封存，另行封存"
        case PaperKey.LEAST_SIGNERS, int():
            return f"至少{value}格"
        case PaperKey.SPARE_ROWS, int():
            return f"{value}行"
        case _, str() if value:
            return value
    return _USUAL[key]


Held = tuple[Value, datetime] | None


def _row(form: str, key: PaperKey, own: Held, common: Held) -> PaperKeyRow:
    said = own or (common if form != EVERY_FORM else None)
    value, since = said or (None, None)
    shared = own is None and said is not None
    own_value = own[0] if own else None
    return PaperKeyRow(form, key, value_words(key, value), value, own_value, shared, since)


def _applies(form: str, key: PaperKey) -> bool:
    if form == EVERY_FORM:
        return any(_fits(sort, key) for sort in CATALOGUE)
    sort = sort_of(form)
    return sort is not None and _fits(sort, key)


def _fits(sort: PaperSort, key: PaperKey) -> bool:
    match key:
        case PaperKey.SPARE_ROWS:
            return _has_rows(sort.form)
        case PaperKey.SIGNER_ROLES | PaperKey.LEAST_SIGNERS:
            return sort.signed
        case PaperKey.AT_CLOSE:
            return sort.signed and sort.form.code != SheetKind.MINUTES.value
    return True


def _has_rows(form: Form) -> bool:
    return any(isinstance(part, Grid) for section in form.sections for part in section.parts)
