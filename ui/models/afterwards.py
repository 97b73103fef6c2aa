"""How the things that follow a meeting look, and what is done about each."""

from __future__ import annotations

from ui.models.days import day_in_prose
from ui.models.today import some
from ui.widgets.lists import Face
from workbench.afterwards import After, Afterwards

NUMBERS = dict(zip(After, "①②③④⑤⑥", strict=True))
WAYS = {
    After.MINUTES: "去打印",
    After.SIGNATURES: "去登记",
    After.SLIPS: "去打印",
    After.COMMUNIQUE: "去打印",
    After.COPIES: "去打印",
    After.NEXT: "就定这天",
}
NOTHING = {
    After.SIGNATURES: "没有签字件",
    After.SLIPS: "没有交办任务",
    After.COPIES: "没有单位要抄送",
}


def after_face(step: Afterwards) -> Face:
    """One of them: what it is and how far it has come, then the way on."""
    return Face(
        f"{NUMBERS[step.step]} {step.step.label}",
        after_note(step),
        right=after_way(step),
        done=step.ready,
        strong=not step.ready,
        leads=True,
    )


def after_spoken(step: Afterwards) -> str:
    """The same in one sentence."""
    way = after_way(step)
    parts = (step.step.label, after_note(step), f"按Enter{way}" if way else "")
    return "，".join(filter(None, parts))


def after_way(step: Afterwards) -> str:
    """What Enter does; what is done already can be opened where there is something to see."""
    if not step.ready:
        return WAYS[step.step]
    return "打开" if step.step is After.NEXT else ""


def after_note(step: Afterwards) -> str:
    """How far it has come."""
    if not step.total:
        return NOTHING[step.step]
    match step.step:
        case After.MINUTES | After.COMMUNIQUE:
            return "已打印" if step.ready else "还没有打印"
        case After.SIGNATURES:
            signed = f"{step.done}/{step.total}份已签齐"
            return signed if step.ready else f"{signed}，等 {some(step.names)}"
        case After.SLIPS:
            return _printed(step, "项任务通知单")
        case After.COPIES:
            return _printed(step, "个单位")
        case After.NEXT:
            return _next(step)


def _printed(step: Afterwards, unit: str) -> str:
    whole = f"{step.total}{unit}"
    if step.ready:
        return f"{whole}，都已打印"
    return f"{whole}，已打印{step.done}" if step.done else f"{whole}，还没有打印"


def _next(step: Afterwards) -> str:
    day = day_in_prose(step.day) if step.day else ""
    return f"{step.title}，{day}" if step.ready else f"还没有定，按惯例是{day}"
