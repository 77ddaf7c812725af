"""Findings of when comments came, and of what those are about that are not accepted."""

from collections.abc import Sequence

from talqy.language.case_words import first_large
from talqy.language.clause_sayings import whole_text
from talqy.language.sayings import outcome_name
from talqy.model.comment import WHOLE, Outcome
from talqy.model.facts import FACTS
from talqy.record.counts import TURNED_DOWN, percent
from talqy.report.heard import ELSEWHERE, Heard
from talqy.site.charts import ChartBar, bars
from talqy.site.pages.findings import Finding, Row, Telling
from talqy.site.pages.list_names import ListName
from talqy.site.pages.statistics_lists import Figure

_MONTHS = 12
_REFUSED = tuple(outcome for outcome in Outcome if outcome in TURNED_DOWN)


def months(told: Telling) -> Finding:
    """Say how many comments came in each of the last months, and before them."""
    words, today = told.locale.words, told.edition.assessment.today
    last = today.year * 12 + today.month - 1
    days = [
        today.replace(year=at // 12, month=at % 12 + 1, day=1)
        for at in range(last - _MONTHS + 1, last + 1)
    ]
    by = {
        day: [one for one in told.heard if one.comment.received.replace(day=1) == day]
        for day in days
    }
    most = max(map(len, by.values()))
    rows, drawn, busiest = [], [], ""
    for day, heard in by.items():
        name = told.locale.month(day)
        figure = told.lists.figure(f"month-{day:%Y-%m}", ListName(name), heard)
        rows.append((Figure(name), figure))
        length = percent(len(heard), most) if heard else 0
        drawn.append(ChartBar(name, figure.words, length, path=figure.path))
        busiest = busiest or (name if heard and len(heard) == most else "")
    before, earlier = words("Earlier"), [h for h in told.heard if h.comment.received < days[0]]
    figure = told.lists.figure("month-earlier", ListName(before), earlier)
    rows.append((Figure(before), figure))
    drawn.append(ChartBar(before, figure.words, None, path=figure.path))
    about, total = words("Comments by month"), len(told.heard)
    note = words(
        "Comments: {n}; in these months: {shown}. By the day of receipt; the last month is counted "
        "up to {day}.",
        n=told.locale.number(total),
        shown=told.locale.number(total - len(earlier)),
        day=told.locale.day(today),
    )
    return Finding(
        id="months",
        about=about,
        title=words("Most comments in one month: {name} – {n}", name=busiest, n=most)
        if busiest
        else words("No comments came in the last twelve months"),
        note=note,
        alone=note,
        heads=(words("Month"), words("Comments")),
        rows=tuple(rows),
        drawing=bars(about, drawn, of_whole=False),
    )


def refused(told: Telling) -> Finding:
    """Say what the proposals are about that were turned down, most of them first."""
    words, locale, names = told.locale.words, told.locale, _subject_names(told)
    by = {code: [one for one in told.proposals if one.subject == code] for code in names}
    counts = {code: sum(one.is_turned_down for one in heard) for code, heard in by.items() if heard}
    order = sorted(counts, key=lambda code: (-counts[code], locale.order(names[code])))
    most = max(counts.values(), default=0) or 1
    total, turned = len(told.proposals), sum(counts.values())
    about, said = words("What is not accepted"), told.decided_said()
    return Finding(
        id="refused",
        about=about,
        title=told.of_enough(
            words(
                "{n} % of the proposals decided were turned down: {part} of {whole}",
                n=percent(turned, total),
                part=locale.number(turned),
                whole=locale.number(total),
            )
        ),
        note=f"{said} "
        + words(
            "What a clause is about is known by its data. Why a proposal is turned down is known "
            "as data in one case alone, “out of scope”; else the answer says it in words, and "
            "every number leads to the answers."
        ),
        alone=said,
        heads=(
            words("What the clause sets"),
            *(outcome_name(locale, outcome) for outcome in _REFUSED),
            told.accepted_heads()[0],
        ),
        rows=tuple(_refused_row(told, code, names[code], by[code]) for code in order),
        drawing=bars(
            about,
            [
                _refused_bar(told, code, names[code], by[code], most)
                for code in order
                if counts[code]
            ],
            of_whole=False,
        ),
    )


def _subject_names(told: Telling) -> dict[str, str]:
    """Return how that is called which clauses are about, by its code."""
    locale = told.locale
    rows = told.edition.register.codes.codes("requirement-row")
    facts = {name: fact.label for name, fact in FACTS.items() if not fact.row and fact.label}
    named = {
        WHOLE: whole_text(locale),
        **{code: locale.coded("requirement-row", code) for code in rows},
        **{name: locale.words(label) for name, label in facts.items()},
        ELSEWHERE: locale.words("Order and other rules"),
    }
    return {code: first_large(name) for code, name in named.items()}


def _refused_bar(
    told: Telling, code: str, name: str, heard: Sequence[Heard], most: int
) -> ChartBar:
    turned = [one for one in heard if one.is_turned_down]
    outcomes = ", ".join(outcome_name(told.locale, outcome).lower() for outcome in _REFUSED)
    of = told.lists.figure(f"subject-{code}_refused", ListName(name, outcomes), turned)
    return ChartBar(name, of.words, percent(len(turned), most), path=of.path)


def _refused_row(told: Telling, code: str, name: str, heard: list[Heard]) -> Row:
    return (
        Figure(name),
        *(
            told.lists.figure(
                f"subject-{code}_{outcome}",
                ListName(name, outcome_name(told.locale, outcome)),
                [one for one in heard if one.outcome is outcome],
            )
            for outcome in _REFUSED
        ),
        told.lists.figure(f"subject-{code}", ListName(name, told.accepted_heads()[0]), heard),
    )
