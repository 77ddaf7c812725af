"""Who asks for the queue, and of which service."""

from http import HTTPStatus

from starlette.exceptions import HTTPException

from talqy.service.desk.pages import DeskVisit
from talqy.service.desk.queue.deciding import Deciding, who_of
from talqy.service.desk.sign_in.officials import DeskRole
from talqy.service.parts import Service

LOOKS = (DeskRole.READER, DeskRole.PUBLISHER)
"""Words that are not public are for who looks at them by office."""


def service_of(visit: DeskVisit) -> Service:
    """Return the service whose queue is worked on."""
    if visit.context.service is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return visit.context.service


def deciding(visit: DeskVisit) -> Deciding:
    """Return what the official may do with the queue."""
    service = service_of(visit)
    return Deciding(service, who_of(visit.official, service.settings.said.officials))
