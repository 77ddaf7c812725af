"""Checks 27 and 28: all that merging a pull request publishes beside its result.

Merging publishes every version of every file, every message, every name. All of it stays readable
for ever, whatever a later commit says. Rule: what is looked at here is said without repeating it,
and a mend always begins with a new branch.
"""

import re
from collections.abc import Iterable, Iterator

from talqy.comments.content import personal
from talqy.comments.doors import Door
from talqy.comments.judge import JudgeContext, weighed
from talqy.comments.kinds import (
    OF_PERSONS,
    OFFICE_AS_NAME,
    OFFICIAL_NAME,
    OFFICIAL_WORD,
    TOO_BIG,
)
from talqy.comments.links import misleading
from talqy.comments.names import impersonation
from talqy.comments.new_comment import new_comment_path
from talqy.comments.offices import is_office
from talqy.comments.official_voice import official_voice
from talqy.comments.personal import keys_in
from talqy.comments.program_signs import commands_in_commits
from talqy.comments.remarks import readable
from talqy.comments.signs import MOST_BYTES, signs_of_text
from talqy.gate import kinds
from talqy.gate.history import MOST_OF_A_STRANGER, NO_REPLY
from talqy.gate.scope import ORDINARY, is_own, no_file
from talqy.gate.verdict import Profile
from talqy.model import paths
from talqy.model.comment import Author, AuthorKind
from talqy.model.problem import Level, Problem
from talqy.project.commits import MOST_COMMIT_BYTES, Commit, Ident
from talqy.project.git import ChangedFile
from talqy.project.pull_request import MOST_COMMITS, MOST_STEPS, PullRequest
from talqy.project.yaml_read import MAX_BYTES

# Bytes of all earlier versions; digits alone take some two seconds for 32,768 of them.
_MOST_TOGETHER = {Profile.SINGLE: 1 << 18, Profile.BATCH: 1 << 22, Profile.AUTHORITY: 1 << 26}
# GitHub and GitLab put the number of the account ahead: 12345+name@, 12345-name@.
_ACCOUNT = re.compile(r"^\d{1,10}[+-]")
# “Signed-off-by: Name <address>” and its like, with which a commit speaks for more people.
_TRAILER = re.compile(r"^[A-Za-z][A-Za-z-]{0,40}-(?:by|of|for):[ \t]*([^<\n]{1,500})", re.MULTILINE)


def published(pull: PullRequest, profile: Profile, context: JudgeContext) -> Iterator[Problem]:
    """Look at all that merging publishes beside the result: earlier versions, and commits."""
    most = MOST_COMMITS if profile is Profile.AUTHORITY else MOST_OF_A_STRANGER + 1
    if len(pull.commits) >= most:
        if profile is Profile.AUTHORITY:  # else `line` has refused it
            yield kinds.TOO_MANY_COMMITS.at("", most=most - 1)
        return
    yield from _versions(pull, profile, context)
    seen = set()
    for commit in pull.commits:
        for problem in _of_commit(commit, profile, context):
            if problem.said() not in seen:
                seen.add(problem.said())
                yield problem


# --- earlier versions ---------------------------------------------------------------------------


def _versions(pull: PullRequest, profile: Profile, context: JudgeContext) -> Iterator[Problem]:
    """Look at each version of a file that is neither in the base nor in the result.

    Of the authority's own it is what people write in `standards/` and `comments/`.
    """
    if len(pull.steps) >= MOST_STEPS:
        yield kinds.TOO_MUCH_IN_HISTORY.at("")
        return
    result = {change.new for change in pull.changes}
    steps = [step for step in pull.steps if step.new and step.new not in result]
    if profile is Profile.AUTHORITY:
        steps = [step for step in steps if _is_written(step.path)]
    odd = {step.path: step for step in steps if not _is_ordinary(step)}
    yield from (_earlier(no_file(step)) for step in odd.values())
    there = {file.object_id for file in pull.base_tree.values()}
    there |= {file.object_id for file in result if file}
    old = [s for s in steps if _is_ordinary(s) and s.new and s.new.object_id not in there]
    looked = set(old)
    yield from _names(step.path for step in steps if step not in looked)
    yield from _read(pull, old, profile, context)


def _names(of_files: Iterable[str]) -> Iterator[Problem]:
    """Look at the names of files whose content is known: they are published with it."""
    for path in dict.fromkeys(of_files):
        if new_comment_path(path) is None:
            found = personal(path, (), path, frozenset())
            yield from (
                _earlier(problem) for problem in found if problem.level is not Level.WARNING
            )


def _is_written(path: str) -> bool:
    return is_own(path) and path.endswith((".yaml", "/README.md")) and not paths.is_record(path)


def _is_ordinary(step: ChangedFile) -> bool:
    return step.new is not None and step.new.mode == ORDINARY


def _read(
    pull: PullRequest, old: Iterable[ChangedFile], profile: Profile, context: JudgeContext
) -> Iterator[Problem]:
    """Read earlier versions; what is too big for a comment is refused unread."""
    most = MOST_BYTES if profile is not Profile.AUTHORITY else MAX_BYTES
    sizes = pull.sizes(old)
    for step, size in sizes:
        if size > most:
            yield _earlier(TOO_BIG.at(step.path, size=size, most=most))
    small = [(step, size) for step, size in sizes if size <= most]
    if sum(size for _, size in small) > _MOST_TOGETHER[profile]:
        yield kinds.TOO_MUCH_IN_HISTORY.at("")
        return
    for step, data in pull.versions(step for step, _ in small):
        yield from map(_earlier, _of_version(step.path, data, profile, context))


def _of_version(
    path: str, data: bytes, profile: Profile, context: JudgeContext
) -> Iterator[Problem]:
    """Judge an earlier version of a file as the file itself is; a stranger's is a comment's."""
    place = new_comment_path(path)
    is_official = profile is Profile.AUTHORITY and place is None
    of = place or paths.CommentPath.parse(path)
    public = context.public(of.standard, of.revision) if of else context.public("", 0)
    said = readable(data) + ("" if place else f"\n\n{path}")
    found: Iterable[Problem] = personal(path, (), said, public)
    if is_official:
        found = weighed(found, Door.ANSWER if paths.is_like_a_response(path) else Door.TEXT)
    yield from (problem for problem in found if problem.level is not Level.WARNING)


def _earlier(problem: Problem) -> Problem:
    kind = kinds.EARLIER if problem.is_error else kinds.EARLIER_SEEN
    return kind.at(problem.file, reason=problem)


# --- what a commit says of itself ---------------------------------------------------------------


def _of_commit(commit: Commit, profile: Profile, context: JudgeContext) -> Iterator[Problem]:
    """Look at message, names and addresses; of the authority's own only what is never right."""
    if not commit.is_whole:
        yield kinds.UNREAD_COMMIT.at("", most=MOST_COMMIT_BYTES)
    found = [*_of_message(commit, context), *(p for i in commit.idents for p in _of_ident(i))]
    if profile is not Profile.AUTHORITY:
        for said in (commit.said, *(i.name for i in commit.idents)):
            found += commands_in_commits("", (), said)
    if profile is Profile.SINGLE:
        named = [ident.name for ident in commit.idents] + _TRAILER.findall(commit.said)
        found += (problem for name in named for problem in _of_name(name, context))
    for problem in found:
        if problem.is_error:
            yield kinds.IN_COMMIT.at("", reason=problem)
        elif problem.level is Level.PERSON and profile is not Profile.AUTHORITY:
            yield kinds.IN_COMMIT_SEEN.at("", reason=problem)


def _of_message(commit: Commit, context: JudgeContext) -> Iterator[Problem]:
    """Look at a message; that its author signs it with the address of the commit is no news."""
    yield from signs_of_text("", (), commit.said)
    public = frozenset((*context.public("", 0), *keys_in(commit.emails)))
    yield from personal("", (), NO_REPLY.sub(_bare, commit.said), public)
    yield from official_voice("", (), commit.said, None)
    yield from misleading("", (), commit.said, context.hosts)


def _bare(address: re.Match[str]) -> str:
    """Return what somebody has chosen of an address that a forge has made."""
    return _ACCOUNT.sub("", address[0].rpartition("@")[0])


def _of_ident(ident: Ident) -> Iterator[Problem]:
    """Look at a name and an address: of the address `line` warns, if only as of an address."""
    yield from signs_of_text("", (), f"{ident.name}\n{ident.email}")
    yield from personal("", (), ident.name, keys_in([ident.email]))
    known = NO_REPLY.fullmatch(ident.email)
    address = _bare(known) if known else ident.email.replace("@", " at ")
    for problem in personal("", (), address, frozenset()):
        if problem.kind not in OF_PERSONS:
            yield problem


def _of_name(name: str, context: JudgeContext) -> Iterator[Problem]:
    """Ask a person whether a name is an authority's or an office's; accounts have odd names."""
    author = Author.model_construct(kind=AuthorKind.INDIVIDUAL, name=name)
    found = [
        problem.weighing(Level.PERSON)
        for problem in impersonation("", author, context.officials)
        if problem.kind in {OFFICIAL_NAME, OFFICIAL_WORD}
    ]
    if not found and is_office(name):
        found = [OFFICE_AS_NAME.at("", ("author", "name"))]
    yield from found
