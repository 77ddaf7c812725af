"""How the service is: whether it takes comments, and what is wrong.

It looks at the queue and at the project each time that it is asked, and names no person.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from talqy.errors import Saying, TalqyError
from talqy.project.reasons import reason_of
from talqy.service.mailbox.mail_worker import mailbox_in_trouble
from talqy.service.messages.letter_worker import letters_in_trouble
from talqy.service.parts import Service
from talqy.service.publish.gone import gone_from_main
from talqy.service.publish.undecided import undecided
from talqy.service.publish.worker import trouble_of
from talqy.service.room import LEAST_BYTES
from talqy.service.taken import NOT_YET_SENT, is_behind


@dataclass(frozen=True, slots=True)
class Health:
    """`takes` is whether a comment that came now would be stored; `wrong` is for who runs it."""

    takes: bool
    wrong: tuple[Saying, ...]


def health_of(service: Service) -> Health:
    """Look at all that the service needs."""
    blocking = [*_of_queue(service), *_of_project(service)]
    with suppress(TalqyError):  # a queue that is away was told above
        blocking += _of_clock(service)
    return Health(not blocking, (*blocking, *_besides(service)))


def _of_queue(service: Service) -> Iterator[Saying]:
    try:
        service.store.require_sound()
    except TalqyError as error:
        yield error.saying


def _of_project(service: Service) -> Iterator[Saying]:
    try:
        service.project.now().day(service.now())
    except TalqyError as error:
        yield error.saying


def _of_texts(service: Service) -> Iterator[Saying]:
    register, counts = service.project.now().register, Counter[str]()
    for (standard, number, state, _), times in service.store.tally().items():
        record = register.record(standard)
        is_there = record is not None and record.revision(number) is not None
        if state in NOT_YET_SENT and not is_there:
            counts[f"{standard} r{number}"] += times
    if counts:
        yield Saying(
            "comments that wait for a text that is not there: {count} ({texts})",
            {"count": counts.total(), "texts": ", ".join(sorted(counts))},
        )


def _of_clock(service: Service) -> Iterator[Saying]:
    last = service.store.newest()
    if last and is_behind(service.now(), last):
        yield Saying(
            "the clock of this machine is behind: a comment came at {moment}",
            {"moment": last.isoformat(timespec="seconds")},
        )


def _of_gone(service: Service) -> Iterator[Saying]:
    if gone := gone_from_main(service):
        yield Saying(
            "comments that were published and are no longer on the main branch: {count}; see "
            "“talqy service queue list”",
            {"count": len(gone)},
        )


def _besides(service: Service) -> Iterator[Saying]:
    """Yield what keeps nobody from commenting yet."""
    if trouble := service.project.trouble:
        yield Saying(
            "the newest commit of the project cannot be used, and the one before still holds: "
            "{reason}",
            {"reason": trouble.saying},
        )
    with suppress(TalqyError):  # a project that is away was told above
        yield from (error.saying for error in service.project.now().broken.values())
    with suppress(TalqyError):  # a queue that is away was told above
        yield from trouble_of(service)
        yield from _of_gone(service)
        yield from _of_texts(service)
        yield from (one.words for one in undecided(service) if one.is_pressing)
        yield from letters_in_trouble(service)
        yield from mailbox_in_trouble(service)
    try:
        free = shutil.disk_usage(service.settings.data).free
    except OSError as error:
        yield Saying("the folder of the service is gone: {reason}", {"reason": reason_of(error)})
        return
    if free < LEAST_BYTES:
        yield Saying(
            "the disk of the service's folder is nearly full: {free} MB are left",
            {"free": free >> 20},
        )
