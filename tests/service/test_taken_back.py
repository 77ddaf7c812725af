"""A queue that was brought back from a backup: what went out since comes back into it."""

from pathlib import Path

import pytest

from publishing import WHY_CUT, Publishing, a_publishing
from repositories import git
from talqy.service.keeping import back_up, bring_back
from talqy.service.parts import Service
from talqy.service.publish.acts import TakenOut
from talqy.service.taken import State

NAMED = "Прошу учесть мнение Ивана Образцова о сроке."


@pytest.fixture(params=["batch", "pushed"])
def here(request: pytest.FixtureRequest, tmp_path: Path) -> Publishing:
    """A service alone, then one with a forge."""
    made = a_publishing(tmp_path, has_forge=request.param == "pushed")
    if request.param == "batch":
        git(made.work, "remote", "set-url", "forge", str(made.own))
    return made


def on_its_way(here: Publishing) -> State:
    return State.PUSHED if here.service.settings.said.publish.remote else State.QUEUED  # type: ignore[union-attr]


def brought_back(here: Publishing, backup: Path) -> None:
    """Let the machine die, and the queue be brought back from a backup."""
    settings = here.service.settings
    here.service.close()
    for file in settings.data.glob("queue.sqlite*"):
        file.unlink()
    bring_back(settings, backup)
    opened = Service.opened(settings)
    here.service = Service(settings, opened.store, opened.project, here.clock)


def test_what_went_out_since_the_backup_is_on_its_way_again(here: Publishing) -> None:
    old = here.take(1).id
    backup = here.folder / "backup.gz"
    back_up(here.service.settings, backup, replaces=False)
    assert here.acts().publish(old).is_done
    new = here.take(2, NAMED)
    out = TakenOut(["Ивана Образцова"], name=False, reason=WHY_CUT)
    assert here.acts().redact(new.id, out).is_done
    assert here.acts().publish(new.id).is_done
    here.round(at_once=True)
    kept = here.service.store.of(new.id)
    assert kept
    brought_back(here, backup)
    assert here.service.store.of(new.id) is None
    here.round()
    assert here.state(old) is on_its_way(here)  # an official had decided on it after the backup
    found = here.service.store.of(new.id)
    assert found
    assert (found.state, found.text) == (on_its_way(here), kept.text)
    assert (found.digest, found.received) == (kept.digest, kept.received)
    assert found.digest == new.digest
    here.round(at_once=True)
    (batch,) = here.batches(here.own)
    here.merge(batch)
    here.round()
    assert here.states(old, new.id) == [State.PUBLISHED] * 2
    assert here.batches(here.own) == []
    here.service.close()


def test_what_is_declined_after_it_was_taken_back_is_held(here: Publishing) -> None:
    backup = here.folder / "backup.gz"
    back_up(here.service.settings, backup, replaces=False)
    (one,) = here.to_publish(1)
    here.round(at_once=True)
    brought_back(here, backup)
    here.round()
    assert here.state(one) is on_its_way(here)
    (batch,) = here.batches(here.own)
    git(here.work, "push", "--quiet", "forge", f":refs/heads/{batch}")
    if here.service.settings.said.publish.remote:  # type: ignore[union-attr]
        git(here.own, "branch", "-D", batch)
    here.round(at_once=True)
    assert here.state(one) is State.HELD
    here.service.close()
