"""What the answers on a text have been before: in its work, in what is published, given up."""

from talqy.model import paths
from talqy.project.former_files import Former, FormerFiles
from talqy.service.desk.answers.text_heard import TextHeard
from talqy.service.desk.pages import DeskVisit


def answers_before(visit: DeskVisit, heard: TextHeard) -> Former:
    """Return what tells how answers on a text have been before, as its work was seen.

    Also those of works that were given up: nobody wanted them.
    """
    works = visit.context.works
    folder = paths.comments_folder(heard.record.id, heard.revision.revision)
    commits = (heard.work.commit, *works.given_up(heard.name))
    return FormerFiles(works.place.root, commits, folder).of
