"""What is half typed: kept until it is recorded, and found again by what it is about."""

from workbench.drafts import discard_draft, list_drafts, save_draft


def test_drafts_are_found_by_how_their_subject_begins(bench):
    save_draft(bench, "entry", "patient/1/incident", {"words": "推倒"})
    save_draft(bench, "entry", "patient/1/admission", {"hospital": "云栖县二院"})
    save_draft(bench, "entry", "patient/11/admission", {"hospital": "云栖县二院"})
    save_draft(bench, "live", "patient/1/consent", {})
    assert list_drafts(bench, "entry", "patient/1/") == {"incident", "admission"}
    discard_draft(bench, "entry", "patient/1/incident")
    assert list_drafts(bench, "entry", "patient/1/") == {"admission"}
    assert list_drafts(bench, "entry", "patient/2/") == frozenset()
