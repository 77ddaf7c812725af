"""Whether a place is open more or less: its minutes are compared, one by one."""

from hypothesis import given
from hypothesis import strategies as st

from talqy.compare.directions import Direction, of_hours
from talqy.model.facts import Schedule

_TIMES = ["08:00", "09:00", "12:30", "13:00", "18:30"]
_DAYS = ["monday", "tuesday", "sunday"]


@st.composite
def _schedules(draw: st.DrawFn) -> Schedule:
    if draw(st.booleans()):
        return Schedule(place="provider", around_the_clock=True)
    first, last = sorted(draw(st.sets(st.sampled_from(_TIMES), min_size=2, max_size=2)))
    pause = sorted(draw(st.sets(st.sampled_from(_TIMES), min_size=2, max_size=2)))
    days = draw(st.lists(st.sampled_from(_DAYS), min_size=1, unique=True))
    hours: dict[str, object] = {"from": first, "to": last}
    if draw(st.booleans()):
        hours["break"] = {"from": pause[0], "to": pause[1]}
    return Schedule.model_validate({"place": "provider", "days": days, **hours})


def _minutes(of: list[Schedule]) -> set[tuple[str, int]]:
    week = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return {
        (day, minute)
        for one in of
        for day in week
        for minute in range(24 * 60)
        if one.around_the_clock
        or (
            day in one.days
            and str(one.from_) <= _clock(minute) < str(one.to)
            and not (one.break_ and one.break_.from_ <= _clock(minute) < one.break_.to)
        )
    }


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


_OF_ONE_PLACE = st.lists(_schedules(), min_size=1, max_size=3)


@given(before=_OF_ONE_PLACE, after=_OF_ONE_PLACE)
def test_longer_hours_are_all_that_there_were_and_more(
    before: list[Schedule], after: list[Schedule]
) -> None:
    old, new = _minutes(before), _minutes(after)
    wanted = Direction.LONGER_HOURS if old < new else Direction.SHORTER_HOURS if new < old else None
    assert of_hours(before, after) is wanted
