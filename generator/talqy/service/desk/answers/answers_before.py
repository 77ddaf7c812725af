"""What the answers on a text have been before, in its work and in what is published."""

from talqy.model import paths
from talqy.project.former_files import Former, FormerFiles
from talqy.service.desk.answers.text_heard import TextHeard
from talqy.service.desk.pages import DeskVisit


def answers_before(visit: DeskVisit, heard: TextHeard) -> Former:
    """Return what tells how answers on a text have been before, as its work was seen."""
    folder = paths.comments_folder(heard.record.id, heard.revision.revision)
    return FormerFiles(visit.context.works.place.root, heard.work.commit, folder).of
