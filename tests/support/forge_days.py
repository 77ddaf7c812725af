"""The forge away for a day: what waits goes out once when it is back, and nothing else happens."""

import random
from collections import Counter
from pathlib import Path

from ledgers import HeldAgainst
from publishing import a_publishing
from talqy.model.digest import digest_of_text_file
from talqy.service.taken import State

_HOURS = 24


def a_day_without_forge(folder: Path, many: int) -> HeldAgainst:
    """Let so many comments come and be published while the forge is away; return what is there."""
    here, chance = a_publishing(folder, way="batch"), random.Random(24)  # noqa: S311
    hours = sorted(chance.randrange(_HOURS) for _ in range(many))
    away, ids = here.folder / "away.git", list[str]()
    here.forge.rename(away)
    for hour in range(_HOURS):
        ids += here.to_publish(*(n for n, at in enumerate(hours, 1) if at == hour))
        here.round(at_once=True)
        here.clock.on(hours=1)
    away.rename(here.forge)
    for _ in range(3):
        here.clock.on(minutes=16)
        here.round(at_once=True)
        here.merge_all()
        here.round()
    there = Counter(here.on_main())
    stored = [one for name in ids if (one := here.service.store.of(name))]
    logs = [[line.act.what for line in here.service.store.log_of(name)] for name in ids]
    found = HeldAgainst(
        people=many,
        receipts=len(ids),
        stored=len(there),
        without=sum(
            one.state is not State.PUBLISHED
            or digest_of_text_file(here.bytes_on_main(one.id)) != one.digest
            for one in stored
            if there[one.id]
        ),
        twice=sum(times > 1 for times in there.values()),
        lost=len(set(ids) - set(there)),
        broken=sum(said.count("taken") != 1 for said in logs),
    )
    here.service.close()
    return found
