"""Comments of our batches that the queue does not know: taken back into it, as on their way.

A queue that was brought back from a backup lacks what came since. What had gone out by then stands
in a batch, and nowhere else; its author has a receipt.
"""

from collections.abc import Iterator, Mapping

from talqy.comments.comment_file import candidate
from talqy.comments.signs import MOST_BYTES
from talqy.model.comment import Comment
from talqy.model.digest import digest_of_text_file
from talqy.model.paths import CommentPath
from talqy.project.commits import commits
from talqy.project.committed import moment_of
from talqy.project.git import REGULAR, ChangedFile, blobs, changed_files
from talqy.service.parts import Service
from talqy.service.publish.place import GitNow, PublishPlace
from talqy.service.store.store import IdTakenError
from talqy.service.taken import NOT_YET_SENT, Act, ActName, By, State, Taken

_MOST_CHANGED = 20_000
_MOST_COMMITS = 100


def take_back(service: Service, place: PublishPlace, git: GitNow) -> None:
    """Take back what stands in batches that this service has made, and is not in its queue.

    What the queue has as undecided, and of whose way into the batch it knows nothing, is on its way
    as well: it was decided after the backup.
    """
    there = git.there or {}
    for batch, commit in {**git.here, **there}.items():
        files = _added(place, git, commit) or {}
        known = service.store.states_of(path.id for path in files)
        unknown = {path: name for path, name in files.items() if path.id not in known}
        undecided = [path.id for path in files if known.get(path.id) in NOT_YET_SENT]
        undecided = [name for name in undecided if not _knows(service, name, batch)]
        if not (unknown or undecided) or not _is_ours(place, git, commit):
            continue
        state = State.PUSHED if there.get(batch) == commit else State.QUEUED
        act = Act(ActName.TAKEN_BACK, service.now(), By.PUBLISHER, values={"branch": batch})
        for taken in _read(service, place, commit, unknown, state):
            _put(service, taken, act)
        service.store.move_all(undecided, NOT_YET_SENT, state, act)


def has_unknown(service: Service, place: PublishPlace, git: GitNow, commit: str) -> bool:
    """Return whether a batch has a comment that is neither public nor one of this queue."""
    files = _added(place, git, commit)
    return files is None or len(service.store.states_of(path.id for path in files)) < len(files)


def _added(place: PublishPlace, git: GitNow, commit: str) -> Mapping[CommentPath, str] | None:
    """Return the comments of a batch, with their files in git, that are not on the main branch.

    Of a branch that changes more than a batch can, nothing is said: None.
    """
    changed = changed_files(place.root, git.tip, commit, _MOST_CHANGED + 1)
    if len(changed) > _MOST_CHANGED:
        return None
    found = ((_comment_of(file), file.new) for file in changed)
    return {path: new.object_id for path, new in found if path and new}


def _knows(service: Service, comment: str, batch: str) -> bool:
    return any(line.act.values.get("branch") == batch for line in service.store.log_of(comment))


def _comment_of(file: ChangedFile) -> CommentPath | None:
    is_new = file.status == "A" and file.new is not None and file.new.mode in REGULAR
    path = CommentPath.parse(file.path) if is_new else None
    return path if path and path.file == file.path else None


def _is_ours(place: PublishPlace, git: GitNow, commit: str) -> bool:
    """Return whether the office in whose name we commit has a commit in a batch."""
    made = commits(place.root, git.tip, commit, _MOST_COMMITS)
    return any(place.role.email in one.emails for one in made)


def _read(
    service: Service,
    place: PublishPlace,
    commit: str,
    files: Mapping[CommentPath, str],
    state: State,
) -> Iterator[Taken]:
    register = service.project.now().register
    known = {"languages": register.project.languages, "codes": register.codes.lists}
    most = (len(files) + 1) * MOST_BYTES
    contents = blobs(place.root, list(files.values()), MOST_BYTES + 1, most)
    moment = min(moment_of(place.root, commit), service.now())
    for path, name in files.items():
        data = contents[name]
        comment = candidate(path, data, known).comment
        if comment and comment.path == path and len(data) <= MOST_BYTES:
            yield Taken(
                id=comment.id,
                standard=comment.standard,
                revision=comment.revision,
                text=data,
                digest=_first_digest(comment, data),
                received=comment.received,
                taken_at=moment,
                posted=None,
                key_hash="",  # nobody knows its key here any more
                state=state,
            )


def _first_digest(comment: Comment, data: bytes) -> str:
    """Return the digest that the author was told, also where words were taken out since."""
    mark = comment.redacted
    return (mark.original if mark else None) or digest_of_text_file(data)


def _put(service: Service, taken: Taken, act: Act) -> None:
    try:
        service.store.take(taken, act)
    except IdTakenError:  # another process was quicker
        return
