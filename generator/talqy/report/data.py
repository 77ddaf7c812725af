"""The report on completion of a discussion for programs: JSON, and its comments as CSV.

`docs/report.md` describes every key; under `"schema": 1` keys are added, never changed.

The figures of a quarter are those of the discussions that closed in it, for the body that assesses
quality. Source: article 10 (10) of Law No. 88-V, the data that central state bodies give.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from talqy.model.comment import WHOLE, After, AuthorKind, CommentChannel, Outcome
from talqy.model.register import Assessment, Register
from talqy.model.revision import Posting
from talqy.office.csv_file import csv_text
from talqy.record.counts import Counts
from talqy.record.tallies import Tally, tally
from talqy.report.report import Entry, Report, completion_report

_QUARTER = re.compile(r"(\d{4})-([1-4])")


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months of a year."""

    year: int
    number: int

    @property
    def name(self) -> str:
        """How it is named: `2026-4`."""
        return f"{self.year}-{self.number}"

    @property
    def ends(self) -> date:
        """Its last day."""
        after = date(self.year + self.number // 4, self.number % 4 * 3 + 1, 1)
        return after - timedelta(days=1)

    def holds(self, day: date) -> bool:
        """Return whether a day is in the quarter."""
        return quarter_of(day) == self


def quarter_of(day: date) -> Quarter:
    """Return the quarter that a day is in."""
    return Quarter(day.year, (day.month - 1) // 3 + 1)


def quarter_named(name: str) -> Quarter | None:
    """Read a quarter: `2026-4`; None where it is none."""
    match = _QUARTER.fullmatch(name)
    return Quarter(int(match[1]), int(match[2])) if match else None


@dataclass(frozen=True, slots=True)
class ClosedDiscussion:
    """One discussion that is over: its report, and the comments that came, counted.

    When its report was due, and how late that is, is said by `report.standing.report`.
    """

    report: Report
    tally: Tally

    @property
    def by_outcome(self) -> Mapping[Outcome, int]:
        """Every comment that is decided, by its outcome."""
        counted = self.report.figures
        apart = {Outcome.LATE: counted.late, Outcome.WITHDRAWN: counted.withdrawn}
        return {**counted.outcomes, **apart}

    @property
    def report_on(self) -> date | None:
        """The day of the report; None until it is published."""
        notice = self.report.notice
        return notice.on if notice and self.report.is_published else None


def closed_in(
    quarter: Quarter, register: Register, assessment: Assessment
) -> Iterator[ClosedDiscussion]:
    """Yield the discussions that closed in a quarter, standard by standard."""
    for one in closed_discussions(register, assessment):
        if quarter.holds(one.report.period.closes):
            yield one


def closed_discussions(register: Register, assessment: Assessment) -> Iterator[ClosedDiscussion]:
    """Yield all discussions that are over, standard by standard."""
    for record, revision in register.revisions():
        report = completion_report(record, revision, assessment, register)
        if report is None or not report.is_over:
            continue
        yield ClosedDiscussion(
            report=report,
            tally=tally(record.comments_on(revision.revision), record.responses or {}),
        )


def used_languages(closed: Iterable[ClosedDiscussion], register: Register) -> list[str]:
    """Return the languages of the project, and those in which comments came."""
    came = (code for one in closed for code in one.tally.languages)
    return sorted({*register.project.languages, *came})


Tree = dict[str, Any]


def quarter_json(quarter: str, closed: Iterable[ClosedDiscussion], register: Register) -> str:
    """Say the figures of a quarter to a program."""
    tree = {
        "schema": 1,
        "quarter": quarter,
        "discussions": [_quarter_tree(one, register) for one in closed],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def quarter_csv(closed: Iterable[ClosedDiscussion], register: Register) -> str:
    """Say the figures of a quarter, a row for each discussion."""
    rows = [_quarter_tree(one, register) for one in closed]
    return csv_text(rows)


def _quarter_tree(one: ClosedDiscussion, register: Register) -> Tree:
    report, tally = one.report, one.tally
    figures, period, days = report.figures, report.period, one.tally.days_to_answer
    languages, term = used_languages([one], register), report.standing.report
    return {
        "standard": report.record.id,
        "revision": report.revision.revision,
        "developer": report.record.standard.authority,
        "kind": report.revision.kind.value,
        "opens": period.opens.isoformat(),
        "closes": period.closes.isoformat(),
        "days": period.days,
        "unit": period.unit.value,
        "extensions": len(report.consultation.extended),
        "received": figures.received,
        "outcomes": {str(code): one.by_outcome.get(code, 0) for code in Outcome},
        "in_accepted": figures.in_accepted,
        "in_not_accepted": figures.in_not_accepted,
        "in_noted": figures.in_noted,
        "in_not_noted": figures.in_not_noted,
        **_proposals(figures.counts),
        "unanswered": figures.unanswered,
        "left": figures.left,
        "languages": {code: tally.languages.get(code, 0) for code in languages},
        "channels": {str(code): tally.channels.get(code, 0) for code in CommentChannel},
        "authors": {str(code): tally.authors.get(code, 0) for code in AuthorKind},
        "days_to_answer": {"median": tally.median_days, "longest": max(days, default=None)},
        "report_due": term.due.isoformat() if term.due else None,
        "report_on": one.report_on.isoformat() if one.report_on else None,
        "report_days_late": term.days_late,
        "never_posted": [channel.value for channel in report.never_posted],
    }


def report_json(report: Report, register: Register, languages: Sequence[str]) -> str:
    """Say a report in some languages to a program."""
    return json.dumps(_tree(report, register, languages), ensure_ascii=False, indent=2) + "\n"


def report_csv(report: Report, languages: Sequence[str]) -> str:
    """Say the comments of a report, a row each."""
    return csv_text(list(_comments(report, languages)))


def _tree(report: Report, register: Register, languages: Sequence[str]) -> Tree:
    record, revision, notice = report.record, report.revision, report.notice
    authority = register.project.authorities.get(record.standard.authority)
    return {
        "schema": 1,
        "standard": record.id,
        "title": _said(record.standard.title, languages),
        "revision": revision.revision,
        "kind": revision.kind.value,
        "dated": revision.dated.isoformat(),
        "developer": {
            "id": record.standard.authority,
            "name": _said(authority.name, languages) if authority else {},
        },
        "period": _period(report, languages),
        "posted": [_posting(posting, languages) for posting in report.consultation.posted],
        "never_posted": [channel.value for channel in report.never_posted],
        "figures": _figures(report),
        "comments": list(_comments(report, languages)),
        "revised": report.revised.revision,
        "signature": {
            "on": notice.on.isoformat(),
            "signed_by": _said(notice.signed_by, languages),
        }
        if notice
        else None,
    }


def _period(report: Report, languages: Sequence[str]) -> Tree:
    period, counting = report.period, report.standing.counting
    return {
        "opens": period.opens.isoformat(),
        "closes": period.closes.isoformat(),
        "days": period.days,
        "unit": period.unit.value,
        "extended": [
            {
                "on": extension.on.isoformat(),
                "closes": extension.closes.isoformat(),
                "reason": _said(extension.reason, languages),
            }
            for extension in report.consultation.extended
        ],
        "shortest": {
            "days": counting.profile.days,
            "unit": counting.profile.unit.value,
            "posted": counting.posted.isoformat(),
            "first": counting.first.isoformat(),
            "last": counting.last.isoformat(),
            "skipped": [day.isoformat() for day in counting.skipped],
            "law": _said(counting.profile.law, languages),
            "article": _said(counting.profile.article, languages),
            "wording": counting.profile.wording.isoformat(),
        }
        if counting
        else None,
    }


def _posting(posting: Posting, languages: Sequence[str]) -> Tree:
    return {
        "channel": posting.channel.value,
        "on": posting.on.isoformat(),
        "url": posting.url,
        "reference": _said(posting.reference or {}, languages),
    }


def _figures(report: Report) -> Tree:
    figures = report.figures
    return {
        "received": figures.received,
        "outcomes": {str(code): count for code, count in sorted(figures.outcomes.items())},
        "withdrawn": figures.withdrawn,
        "late": figures.late,
        "unanswered": figures.unanswered,
        "left": figures.left,
        "in_accepted": figures.in_accepted,
        "in_not_accepted": figures.in_not_accepted,
        "in_noted": figures.in_noted,
        "in_not_noted": figures.in_not_noted,
        "in_both": figures.in_both,
        **_proposals(figures.counts),
    }


def _proposals(counts: Counts) -> Tree:
    """Say how many proposals were decided and accepted; a share of none is null."""
    return {
        "proposals_decided": counts.proposals,
        "proposals_accepted": counts.accepted,
        "share_accepted": counts.share,
    }


def _comments(report: Report, languages: Sequence[str]) -> Iterator[Tree]:
    lists = (
        ("considered", report.entries),
        ("late", report.late),
        ("withdrawn", report.withdrawn),
    )
    number = 0
    for name, entries in lists:
        for entry in entries:
            number += 1
            yield {"place": number, "list": name, **_comment(entry, languages)}


def _comment(entry: Entry, languages: Sequence[str]) -> Tree:
    comment, response = entry.comment, entry.response
    landed = entry.decision.landed if entry.decision else None
    words = entry.words
    return {
        "comment": comment.id,
        "number": entry.number,
        "clause": comment.clause_id or WHOLE,
        "after": isinstance(comment.clause, After),
        "received": comment.received.isoformat(),
        "channel": comment.channel.value,
        "language": comment.language,
        "kind": comment.kind.value,
        "author": {
            "kind": comment.author.kind.value,
            "foreign": comment.author.foreign,
            "name": comment.author.name,
        },
        "quote": words.quote or None,
        "text": words.text or None,
        "proposal": words.proposal or None,
        "cut": words.is_cut,
        "redacted": comment.redacted is not None,
        "outcome": entry.outcome.value if entry.outcome else None,
        "joined_with": entry.main,
        "decision": entry.decision.outcome.value if entry.decision else None,
        "in_accepted": entry.is_accepted,
        "in_not_accepted": entry.is_not_accepted,
        "decided_on": response.decided.on.isoformat() if response else None,
        "reason": _said(response.reason if response else {}, languages),
        "gist": _said(response.retold if response else {}, languages),
        "landed": {
            "revision": landed.revision if landed else None,
            "clauses": list(landed.clauses) if landed else [],
        },
    }


def _said(spoken: Mapping[str, str], languages: Sequence[str]) -> dict[str, str]:
    """Return a text by language; a language without it has an empty one, so columns stay."""
    return {language: spoken.get(language, "") for language in languages}
