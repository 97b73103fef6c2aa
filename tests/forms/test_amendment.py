"""What the 更正页 says."""

from forms.amendment import AMENDMENT
from forms.layout import lay_out
from tests.forms import amendment_samples as samples
from tests.forms.outline import outline


def test_the_page_names_the_paper_it_amends_and_what_changes_where():
    told = "\n".join(outline(lay_out(AMENDMENT, samples.amendment())))
    assert "本页更正《个案会议记录》（编号 TEST-0000012，第1版，摘要 1A2B-3C4D）" in told
    assert "row 1 | 第2例的会议决定 | 12月23日前 | 12月16日前 | 会后核对发现日期写错" in told
    assert "龚砚秋" in told
