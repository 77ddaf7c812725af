"""The ways by which comments come in: who turns one aside gets what people write to another."""

from collections.abc import Iterator

from talqy.gate.kinds import WAY_IN_CHANGED
from talqy.model import paths
from talqy.model.problem import Problem
from talqy.model.project import Project
from talqy.record.field_names import field_name, said_value
from talqy.record.plain import Plain, between, plain


def changed_ways_in(before: Project, after: Project) -> Iterator[Problem]:
    """Yield where other mailboxes, postal addresses, forges or ways of the form are named.

    A new body is no change; one that is gone is told as a setting of the record.
    """
    was, now = _ways(before, after), _ways(after, before)
    for key in was:
        for found in between((key,), was[key], now[key]):
            yield WAY_IN_CHANGED.at(
                paths.PROJECT,
                what=field_name(found.path),
                was=said_value(found.was),
                now=said_value(found.now),
            )


def _ways(project: Project, other: Project) -> dict[str, Plain]:
    """Return the ways of a project: those of the bodies that the other one has too, and forges."""
    return {
        "authorities": {
            name: {"email": body.email, "address": dict(body.address or {})}
            for name, body in project.authorities.items()
            if name in other.authorities
        },
        "forge": plain(project.forge),
        "intake": {"url": project.intake.url if project.intake else ""},
    }
