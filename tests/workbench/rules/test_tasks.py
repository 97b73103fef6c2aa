"""How well promises were kept."""

import pytest

from workbench.rules.tasks import share_done


@pytest.mark.parametrize(
    ("done", "due", "said"),
    [(0, 0, ""), (0, 3, "0%"), (2, 3, "67%"), (1, 3, "33%"), (1, 8, "13%"), (3, 3, "100%")],
)
def test_a_share_is_said_in_whole_percent(done, due, said):
    assert share_done(done, due) == said


def test_nearly_all_is_not_all():
    assert share_done(999, 1000) == "99%"
