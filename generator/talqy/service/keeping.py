"""The queue of a service, backed up and brought back."""

from contextlib import closing
from pathlib import Path

from talqy.project.clock import moment
from talqy.project.private_files import write_privately
from talqy.service.attachments.file_folder import FileFolder
from talqy.service.settings import Settings
from talqy.service.store.attached import AttachedFiles
from talqy.service.store.dump import dumped
from talqy.service.store.restore import Backup, read_backup, restore
from talqy.service.store.store import Store


def back_up(settings: Settings, file: Path, *, replaces: bool) -> int:
    """Write a backup of the queue into a file, which is whole or not there.

    Return how many files came with comments: they are named there, and lie in a folder.
    """
    with closing(Store.there(settings.database)) as store:
        write_privately(file, dumped(store.engines, moment()), replaces=replaces)
        return len(AttachedFiles(store.engines).of_comments())


def bring_back(settings: Settings, file: Path) -> tuple[Backup, list[str]]:
    """Bring a backup into the queue, which must be empty.

    Return what it held, and the digests of files that it names and that are not in the folder.
    """
    backup = read_backup(file)
    with closing(Store.opened(settings.database)) as store:
        restore(backup, store)
        named = AttachedFiles(store.engines).of_comments()
    return backup, FileFolder(settings.data).lacking(sorted(named))
