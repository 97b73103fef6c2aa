"""What is told first of what changed."""

from workbench.rules.news import LATE, NEW, REMARK, News, worth_telling

TASKS = tuple(News(LATE, "任务", f"第{number}项", -number) for number in range(9))
HAPPENED = News(NEW, "危险", "打砸货架", 0)
VISITED = News("", "随访", "11-03 面访")
REMARKED = News(REMARK, "医师", "建议评估针剂")


def test_overdue_work_comes_first_and_visits_last():
    told, more = worth_telling([VISITED, REMARKED, HAPPENED, TASKS[3]], 5)
    assert (told, more) == ((TASKS[3], HAPPENED, REMARKED, VISITED), 0)


def test_nine_overdue_tasks_hide_nothing_that_happened():
    told, more = worth_telling([*TASKS, HAPPENED, VISITED, REMARKED], 5)
    assert {HAPPENED, VISITED, REMARKED} < set(told)
    assert (len(told), more) == (5, 7)


def test_the_longest_overdue_task_is_the_one_that_is_told():
    told, _ = worth_telling(sorted(TASKS, key=lambda task: task.weight), 1)
    assert told == (TASKS[8],)
