"""What the recovery page says."""

from datetime import date

from data.canonical import canonical
from data.recovery import new_code, secret_of
from forms.layout import lay_out
from forms.recovery_sheet import RECOVERY_SHEET
from tests.forms.outline import words_of
from workbench.paperwork.places import _WORDS
from workbench.paperwork.recovery_sheet import recovery_sheet_answers


def answers(bench, code):
    with bench.store.reading() as session:
        return recovery_sheet_answers(session, code, date(2026, 11, 25))


def test_the_page_answers_every_field_and_no_other(bench):
    fields = {field.key for field in RECOVERY_SHEET.fields()}
    said = answers(bench, new_code())
    assert set(said) == fields
    assert fields <= set(_WORDS)
    assert canonical(said)


def test_the_code_is_printed_as_it_was_given_and_can_be_typed_from_the_page(bench):
    code = new_code()
    said = answers(bench, code)
    assert (said["code"], said["unit"], said["store"]) == (code, "云栖镇", "TEST")
    assert code in words_of(lay_out(RECOVERY_SHEET, said))
    assert secret_of(str(said["code"]))
