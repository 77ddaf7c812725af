"""What becomes of files that were brought: a next draft, a draft changed, a new standard."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from talqy.drafts.earlier_wordings import made_of
from talqy.drafts.new_texts import WrongNameError, newest_living
from talqy.drafts.word_files import WordFiles, stamped_revision, stamped_standard
from talqy.errors import TalqyError
from talqy.model.problem import Problem
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.model.standing import Stage
from talqy.service.desk.drafts.controls import FieldChoice
from talqy.service.desk.drafts.draft_visit import draft_name
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.work.values import Work, WorkKind, WorkName
from talqy.service.desk.work.works import Works
from talqy.service.desk.works_shown.begun import standard_title

NEW = "new"
_NEXT, _UPDATE = "next", "update"


class NoTargetError(TalqyError):
    """It is not plain what is to become of files."""

    @classmethod
    def because(cls, problem: Problem) -> Self:
        """Return it with the words of a problem of the files."""
        return cls(problem.kind.message, **problem.values)


@dataclass(frozen=True, slots=True)
class Target:
    """What becomes of files: the work that they are saved in, and the text that they come from.

    `record` and `base` are None of a new standard; an update changes the base itself. Where the
    files were made of an earlier save, that is `work`, and `now` is the text as it stands by now.
    """

    name: WorkName | None
    work: Work
    record: Record | None = None
    base: Revision | None = None
    is_update: bool = False
    now: Revision | None = None


def targets(visit: DeskVisit, chosen: str) -> Iterator[FieldChoice]:
    """Yield what can be chosen to become of files; empty is what they say themselves."""
    for name, text, record_title in _prepared(visit):
        words = visit.say(
            "changes draft {revision}: {standard}", revision=text, standard=record_title
        )
        code = f"{_UPDATE}:{name}:{text}"
        yield FieldChoice(code, words, code == chosen)
    edition = visit.edition
    for record in edition.by_short_title(edition.register.records):
        title = edition.short_title(record).striptags()
        code = f"{_NEXT}:{record.id}"
        yield FieldChoice(code, visit.say("next draft: {standard}", standard=title), code == chosen)
    yield FieldChoice(NEW, visit.say("a new standard"), chosen == NEW)


def _prepared(visit: DeskVisit) -> Iterator[tuple[str, int, str]]:
    """Yield the drafts in preparation: those saved here, and those that are published as such."""
    edition = visit.edition
    begun = [one.name for one in visit.context.works.begun() if one.name.kind is WorkKind.DRAFT]
    found = {(one.standard, one.revision) for one in begun}
    found |= {
        (record.id, text.revision)
        for record, text in edition.register.revisions()
        if edition.standing(record, text).stage is Stage.PREPARING
    }
    for standard, number in sorted(found):
        yield standard, number, standard_title(visit, standard)


def target_of(works: Works, files: WordFiles, wanted: str, seen: str = "") -> Target:
    """Return what becomes of files, as it is wanted or as they say; `seen`: as a page saw it."""
    kind, _, rest = wanted.partition(":")
    if kind == NEW:
        return Target(None, works.main())
    standard, _, number = rest.partition(":")
    standard = standard or stamped_standard(files)
    if not standard:
        # What cannot be read does not say whose text it is, for a reason of its own.
        for problem in (one for _, views in files for one in views.problems if one.is_error):
            raise NoTargetError.because(problem)
        raise NoTargetError(
            "the file does not say whose text it is: choose what it is to become, and bring it "
            "again"
        )
    stamped = stamped_revision(files, standard)
    if kind == _UPDATE or (not kind and stamped and _is_prepared(works, standard, stamped)):
        return _updated(works, files, (standard, int(number or 0) or (stamped or 0)), seen)
    return _next(works, standard, stamped, seen)


def _is_prepared(works: Works, standard: str, number: int) -> bool:
    register, assessment = works.of(draft_name(standard, number)).state.known
    record = register.record(standard)
    if record is None or record.revision(number) is None:
        return False
    return assessment.of(standard, number).stage is Stage.PREPARING


def _updated(works: Works, files: WordFiles, of: tuple[str, int], seen: str) -> Target:
    """Return what changes a draft: as a page saw it, else as it was when the files were made."""
    name, saved = draft_name(*of), works.of(draft_name(*of))
    record, now = _text_in(saved, *of)
    if seen:
        work = works.at(name, seen)
    else:
        register = saved.state.known[0]
        known = {"languages": register.project.languages, "codes": register.codes.lists}
        tips = (saved.commit, works.main().commit)
        earlier = made_of(works.place.root, tips, known, record, now, files)
        work = works.at(name, earlier.commit) if earlier else saved
    if work.commit == saved.commit:
        return Target(name, work, record, now, is_update=True)
    if not _is_prepared(works, *of):
        raise NoTargetError(
            "the text that the file was made of is not in preparation any more: what it changes "
            "goes into the next draft"
        )
    return Target(name, work, *_text_in(work, *of), is_update=True, now=now)


def _text_in(work: Work, standard: str, number: int) -> tuple[Record, Revision]:
    record = work.state.known[0].record(standard)
    text = record.revision(number) if record else None
    if record is None or text is None:
        raise NoTargetError("there is no such draft any more: choose again what the file is to do")
    return record, text


def _next(works: Works, standard: str, stamped: int | None, seen: str) -> Target:
    main = works.main()
    record = main.state.known[0].record(standard)
    if record is None:
        raise NoTargetError("there is no standard “{standard}” here", standard=standard)
    name = draft_name(standard, record.next_revision)
    if works.of(name).is_begun:
        raise NoTargetError(
            "the next draft of this standard was begun already: choose to change it, or give it up"
        )
    work = works.at(name, seen) if seen else main
    base = record.revision(stamped) if stamped else None
    if base is None:
        try:
            base = newest_living(record)
        except WrongNameError as error:
            raise NoTargetError(
                "there is no text of this standard that the next one could start from"
            ) from error
    return Target(name, work, record, base)
