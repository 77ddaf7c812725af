"""The queue as a subject of the desk: only where the settings of a service are named."""

from collections.abc import Sequence

from talqy.model.publishing import OfficialRole
from talqy.service.desk.context import DeskContext
from talqy.service.desk.pages import DeskPage, DeskSubject
from talqy.service.desk.queue.queue_list import act_on_many, queue
from talqy.service.desk.queue.queue_visit import LOOKS
from talqy.service.desk.queue.queued_pages import act_on_one, look_at_one, queued, queued_file

_DECIDES = (OfficialRole.PUBLISHER,)


def queue_subjects(context: DeskContext) -> Sequence[DeskSubject]:
    """Return the subject; nothing where there is no queue."""
    if context.service is None:
        return ()
    pages = (
        DeskPage("queue/", get=queue, reads=LOOKS),
        DeskPage("queue/act/", post=act_on_many, writes=_DECIDES),
        DeskPage("queue/{comment}/", get=queued, post=act_on_one, reads=LOOKS, writes=_DECIDES),
        DeskPage("queue/{comment}/look/", post=look_at_one, writes=(OfficialRole.READER,)),
        DeskPage("queue/{comment}/file/{number}", get=queued_file, reads=LOOKS),
    )
    return (DeskSubject("Queue", "queue/", pages),)
