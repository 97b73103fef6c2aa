"""How the lights before a meeting look, and what is done about each."""

from __future__ import annotations

from collections.abc import Sequence

from ui.models.today import some
from ui.widgets.lists import Face
from workbench.checkup import Light, Point

WAYS = {
    Point.AGENDA: "去生成",
    Point.RATINGS: "去补录",
    Point.PSYCHIATRIST: "登记到会",
    Point.TASKS: "去回填",
    Point.TABLE: "登记到会",
    Point.OPINIONS: "去登记",
    Point.CONSENTS: "去看个案",
    Point.PACK: "去打印",
}
READY = {
    Point.AGENDA: "应重点讨论的都已列入",
    Point.RATINGS: "都有上次会议以来的评估",
    Point.TASKS: "都已回填",
    Point.TABLE: "每例应到的人都通知到会",
    Point.OPINIONS: "请假的都有书面意见",
    Point.CONSENTS: "都问过",
    Point.PACK: "议程已打印",
    Point.NAMES: "姓名都能打印",
}
UNITS = {Point.TASKS: "项", Point.OPINIONS: "人", Point.NAMES: "人"}


def light_face(light: Light) -> Face:
    """One light: what and how many, then whom it is about, and the way out at the right."""
    return Face(
        light_title(light),
        light_note(light),
        right=WAYS.get(light.point, "") if light.missing else "",
        done=light.ready,
        attention=bool(light.missing) and not light.minor,
        strong=bool(light.missing),
        leads=True,
    )


def light_spoken(light: Light) -> str:
    """The same in one sentence."""
    weight = "就绪" if light.ready else "可补" if light.minor else "注意"
    way = WAYS.get(light.point, "") if light.missing else ""
    parts = (weight, light_title(light), light_note(light), f"按Enter{way}" if way else "")
    return "，".join(filter(None, parts))


def light_title(light: Light) -> str:
    """The point, and how many are missing."""
    unit = UNITS.get(light.point, "例")
    match light.point:
        case Point.PSYCHIATRIST | Point.PACK:
            return light.point.label
        case Point.RATINGS if light.missing:
            return f"没有会前评估 {light.missing}{unit}"
        case _:
            count = light.missing or light.total
            return f"{light.point.label} {count}{unit}" if count else light.point.label


def light_note(light: Light) -> str:
    """What is missing and who owes it; where nothing is, that all is well."""
    if light.ready:
        return READY.get(light.point, _first_part(light.because))
    owed = some(light.owed_by)
    match light.point:
        case Point.AGENDA:
            return f"还没有列入：{some(light.about)}" if light.about else "还没有列入个案或事项"
        case Point.RATINGS:
            return "，".join(filter(None, (some(light.about), f"请{owed}补" if owed else "")))
        case Point.PSYCHIATRIST:
            return _psychiatrist(light)
        case Point.TASKS:
            return f"还没有填办理结果：{owed}"
        case Point.TABLE:
            return f"缺{'、'.join(light.about)}"
        case Point.OPINIONS:
            return f"{owed} 请假，没有交"
        case Point.CONSENTS:
            return f"没有知情同意记录：{some(light.about)}"
        case Point.PACK:
            return "还没有打印"
        case Point.NAMES:
            return f"印不出：{'、'.join(light.about)}，打印后手写"


def counts_text(lights: Sequence[Light]) -> str:
    """How many of each weight."""
    weighty = sum(not light.ready and not light.minor for light in lights)
    minor = sum(not light.ready and light.minor for light in lights)
    return f"▲{weighty}　○{minor}　✓{len(lights) - weighty - minor}"


def gist_text(lights: Sequence[Light]) -> str:
    """What is missing, in one line."""
    return "；".join(light_title(light) for light in lights if light.missing and not light.minor)


def _psychiatrist(light: Light) -> str:
    if not light.about:
        return "小组里没有精神科医师"
    comes = "本次应到，请会前确认" if light.minor else f"{some(light.about)}本次不到"
    return f"{_first_part(light.because)}，{comes}"


def _first_part(because: str) -> str:
    return because.partition("，")[0].partition("（")[0]
