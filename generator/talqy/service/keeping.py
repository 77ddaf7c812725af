"""The queue of a service, backed up and brought back."""

from contextlib import closing
from pathlib import Path

from talqy.project.clock import moment
from talqy.project.private_files import write_privately
from talqy.service.settings import Settings
from talqy.service.store.dump import dumped
from talqy.service.store.restore import Backup, read_backup, restore
from talqy.service.store.store import Store


def back_up(settings: Settings, file: Path, *, replaces: bool) -> None:
    """Write a backup of the queue into a file, which is whole or not there."""
    with closing(Store.there(settings.database)) as store:
        write_privately(file, dumped(store.ways, moment()), replaces=replaces)


def bring_back(settings: Settings, file: Path) -> Backup:
    """Bring a backup into the queue, which must be empty; return what it held."""
    backup = read_backup(file)
    with closing(Store.opened(settings.database)) as store:
        restore(backup, store)
    return backup
