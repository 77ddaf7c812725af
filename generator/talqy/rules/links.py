"""L: links between files. Whatever is named exists; the nearest is named where it does not."""

from collections.abc import Callable, Iterable, Iterator

from talqy.model import paths
from talqy.model.comment import Comment, Landing, Response
from talqy.model.facts import Contact
from talqy.model.nearness import nearest_or_some
from talqy.model.problem import Level, Path, Problem
from talqy.model.register import Record
from talqy.model.revision import Revision, RevisionKind
from talqy.model.standing import Stage, is_mendable
from talqy.model.values import is_mailbox, is_web_address
from talqy.model.walk import HAVE_MORE, Holds, below, held_by, is_unwritten, strings_in
from talqy.rules.rule import CheckContext, breach, rule, unfinished

_SOURCE = "docs/formats: whatever is named exists"


def _responses(context: CheckContext) -> Iterator[tuple[Record, Comment, Response, str]]:
    for record in context.register.records:
        for comment in record.comments:
            if response := record.response_to(comment.id):
                yield record, comment, response, comment.path.response_file


@rule("L01", source=_SOURCE)
def authorities_exist(context: CheckContext) -> Iterator[Problem]:
    """Every authority that is named is one of the project's authorities."""
    known = context.register.project.authorities
    named: list[tuple[str, Path, str]] = [
        (paths.standard_file(record.id), ("authority",), record.standard.authority)
        for record in context.register.records
    ]
    named += [
        (file, ("decided", "by"), response.decided.by)
        for _, _, response, file in _responses(context)
    ]
    for file, path, name in named:
        if name not in known:
            yield breach(
                file,
                path,
                "there is no authority “{name}”",
                "did you mean “{near}”? Authorities stand in standards/project.yaml",
                name=name,
                near=nearest_or_some(name, known),
            )


@rule("L02", source=_SOURCE)
def revisions_follow_one_another(context: CheckContext) -> Iterator[Problem]:
    """Revisions are numbered from 1 without a gap, and every base exists."""
    for record in context.register.records:
        numbers = [revision.revision for revision in record.revisions]
        for number in range(1, max(numbers) + 1):
            if number not in numbers and number not in record.broken_revisions:
                yield breach(
                    paths.standard_file(record.id),
                    (),
                    "revision r{number} is missing or cannot be used",
                    "put it back: a public record has no gaps",
                    number=number,
                )
        for revision in record.revisions:
            known = {*numbers, *record.broken_revisions}
            if revision.base is not None and revision.base not in known:
                yield breach(
                    paths.revision_file(record.id, revision.revision),
                    ("base",),
                    "the base r{number} does not exist",
                    "name one of: {known}",
                    number=revision.base,
                    known=", ".join(f"r{n}" for n in numbers),
                )


@rule("L03", source="traceability: every accepted comment names where it landed")
def landings_exist(context: CheckContext) -> Iterator[Problem]:
    """An accepted comment landed in a later revision, on clauses that it has or removed."""
    for record, comment, response, file in _responses(context):
        if response.landed is None or response.landed.revision in record.broken_revisions:
            continue
        revision = record.revision(response.landed.revision)
        if response.landed.revision == record.next_revision:
            yield from _promised(record, file, response.landed)
            continue
        if revision is None or revision.revision <= comment.revision:
            yield breach(
                file,
                ("landed", "revision"),
                "the comment on r{on} cannot have landed in r{landed}",
                "name the later revision in which the change is",
                on=comment.revision,
                landed=response.landed.revision,
            )
            continue
        stage = context.assessment.of(record.id, revision.revision).stage
        named = response.landed.clauses
        for problem in _unknown_clauses(record, revision, file, ("landed",), named):
            yield unfinished(problem, stage)


def _promised(record: Record, file: str, landing: Landing) -> Iterator[Problem]:
    """Remind of a text that is still to be written: answers come before it, and cause it."""
    yield breach(
        file,
        ("landed", "revision"),
        "r{landed}, in which the comment is to land, is not there yet",
        "“talqy new revision” or “talqy draft import” writes it, with this comment as the cause of "
        "its amendment",
        landed=landing.revision,
        mild=True,
    )
    newest = record.revisions[-1]
    for finding in _unknown_clauses(record, newest, file, ("landed",), landing.clauses):
        yield finding.weighing(Level.WARNING)  # it may be a clause that is still to be written


def _unknown_clauses(
    record: Record, revision: Revision, file: str, path: Path, named: Iterable[str]
) -> Iterator[Problem]:
    """Report the clauses that are neither in a revision nor in the text that it starts from."""
    base = record.base_of(revision)
    known = {clause.id for text in (revision, base) if text for clause in text.walk()}
    for clause in named:
        if clause not in known:
            yield breach(
                file,
                (*path, "clauses"),
                "r{revision} has no clause “{clause}”",
                "did you mean “{near}”?",
                revision=revision.revision,
                clause=clause,
                near=nearest_or_some(clause, known),
            )


@rule("L04", source=_SOURCE)
def other_comments_exist(context: CheckContext) -> Iterator[Problem]:
    """A comment that is named as replied to or repeated exists on the same standard."""
    for record in context.register.records:
        known = {comment.id for comment in record.comments} | record.broken_comments
        for comment in record.comments:
            response = record.response_to(comment.id)
            for is_answer, key, name in (
                (False, "in_reply_to", comment.in_reply_to),
                (True, "duplicate_of", response and response.duplicate_of),
            ):
                if name and (name not in known or name == comment.id):
                    yield breach(
                        comment.path.response_file if is_answer else comment.path.file,
                        (key,),
                        "there is no other comment “{name}” on this standard",
                        "did you mean “{near}”?",
                        name=name,
                        near=nearest_or_some(name, known - {comment.id}),
                    )


@rule("L05", source="traceability: every change names its reason and its comments")
def amendments_name_what_exists(context: CheckContext) -> Iterator[Problem]:
    """Amendments, replacements and editorial marks name clauses and comments that exist."""
    for record, revision in context.register.revisions():
        file = paths.revision_file(record.id, revision.revision)
        comments = {comment.id for comment in record.comments} | record.broken_comments
        for number, amendment in enumerate(revision.amendments):
            path: Path = ("amendments", number)
            yield from _unknown_clauses(record, revision, file, path, amendment.clauses)
            for comment in amendment.comments:
                if comment not in comments:
                    yield breach(
                        file,
                        (*path, "comments"),
                        "there is no comment “{comment}” on this standard",
                        "did you mean “{near}”?",
                        comment=comment,
                        near=nearest_or_some(comment, comments),
                    )
        for old, new in revision.replaced.items():
            yield from _unknown_clauses(record, revision, file, ("replaced", old), (old, *new))
        for number, change in enumerate(revision.editorial):
            path = ("editorial", number)
            yield from _unknown_clauses(record, revision, file, path, (change.clause,))
        for number, note in enumerate(revision.parity):
            path = ("parity", number)
            yield from _unknown_clauses(record, revision, file, path, (note.clause,))


@rule(
    "L06", of_words=True, source="pages, feeds and data lead only where an address of the web leads"
)
def addresses_are_addresses(context: CheckContext) -> Iterator[Problem]:
    """What stands under url is an address of the web, and can be opened."""
    for file, value, mendable in context.files():
        for path, url in _texts_of(_is_url, value):
            if not is_unwritten(url) and not is_web_address(url):
                yield breach(
                    file,
                    path,
                    "“{url}” is not an address of the web, and nothing leads there",
                    "write it with https:// in front, and without spaces",
                    url=url,
                    mild=not mendable,
                )


@rule(
    "L07",
    of_words=True,
    source="RFC 5322, section 3.4: an address of mail; what has another shape reaches nobody",
)
def mailboxes_are_mailboxes(context: CheckContext) -> Iterator[Problem]:
    """What stands under email, or is a contact of that kind, is an address of mail."""
    for file, value, mendable in context.files():
        for path, email in _texts_of(_is_mailbox, value):
            if not is_unwritten(email) and not is_mailbox(email):
                yield breach(
                    file,
                    path,
                    "“{email}” is not an address of mail, and nobody can write to it",
                    "write one address, as in name@example.kz, and nothing else",
                    email=email,
                    mild=not mendable,
                )


@rule("L08", is_together=True, source=_SOURCE)
def successors_hold(context: CheckContext) -> Iterator[Problem]:
    """A repeal, and nothing else, names the standard that takes its place: one that holds."""
    known = {record.id: record for record in context.register.records}
    for record, revision, standing in context.revisions():
        name, others = revision.successor, [one for one in known if one != record.id]
        file, stage = paths.revision_file(record.id, revision.revision), standing.stage
        if name is None:
            continue
        if revision.kind is not RevisionKind.REPEAL:
            yield breach(
                file,
                ("successor",),
                "only a repeal has a successor",
                "take successor out, or write “kind: repeal”",
                mild=not is_mendable(stage),
            )
        elif name not in others:
            yield breach(
                file,
                ("successor",),
                "the successor “{name}” is not another standard of this project",
                "name the id of another standard, such as: {known}",
                name=name,
                known=nearest_or_some(name, others),
                mild=not is_mendable(stage),
            )
        elif _is_repealed(context, known[name]):
            yield breach(
                file,
                ("successor",),
                "the successor “{name}” is repealed itself",
                "name the standard that holds now, or take successor out",
                name=name,
                mild=not is_mendable(stage),
            )


def _is_repealed(context: CheckContext, record: Record) -> bool:
    stages = (context.assessment.of(record.id, one.revision).stage for one in record.revisions[-1:])
    return Stage.REPEALED in stages


# A text, or one by language.
_TEXTS = (Holds.TEXT, Holds.KEYS)


def _is_url(_: object, field: str) -> bool:
    return field == "url"


def _is_mailbox(owner: object, field: str) -> bool:
    is_mail = isinstance(owner, Contact) and owner.kind == "email"
    return field == "email" or (field == "value" and is_mail)


def _texts_of(
    fits: Callable[[object, str], bool], value: object, path: Path = ()
) -> Iterator[tuple[Path, str]]:
    """Yield every text below a value whose field fits, in the order of the format."""
    has_fields = held_by(value) is Holds.FIELDS
    for key, one in below(value):
        holds = held_by(one)
        if has_fields and holds in _TEXTS and fits(value, str(key)):
            yield from strings_in(one, (*path, key))
        elif holds in HAVE_MORE:
            yield from _texts_of(fits, one, (*path, key))


@rule("L09", source=_SOURCE)
def tagged_comments_exist(context: CheckContext) -> Iterator[Problem]:
    """A tag is given to comments that exist on its standard, and to each of them once."""
    for record in context.register.records:
        known = {comment.id for comment in record.comments} | record.broken_comments
        for code, tag in record.tags.items():
            tagged = set[str]()
            for at, name in enumerate(tag.comments):
                place = paths.tags_file(record.id), ("tags", code, "comments", at)
                if name not in known:
                    yield breach(
                        *place,
                        "there is no comment “{name}” on this standard",
                        "did you mean “{near}”?",
                        name=name,
                        near=nearest_or_some(name, known),
                    )
                elif name in tagged:
                    yield breach(
                        *place,
                        "the comment “{name}” has this tag already",
                        "leave one of the two lines out",
                        name=name,
                    )
                tagged.add(name)
