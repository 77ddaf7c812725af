"""Who asks for the queue, and of which service."""

from http import HTTPStatus

from starlette.exceptions import HTTPException

from talqy.model.publishing import OfficialRole
from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.queue.deciding import Deciding
from talqy.service.parts import Service

LOOKS = (OfficialRole.READER, OfficialRole.PUBLISHER)
"""Words that are not public are for who looks at them by office."""


def service_of(visit: DeskVisit) -> Service:
    """Return the service whose queue is worked on."""
    if visit.context.service is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return visit.context.service


def deciding(visit: DeskVisit) -> Deciding:
    """Return what the official may do with the queue."""
    return Deciding(service_of(visit), visit.official)
