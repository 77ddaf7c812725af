"""What ends a run.

Rule: a fault in somebody's file is a `Problem` (model/problem.py): collected, and shown together
with all others. An exception from here means that the run as a whole cannot go on.
"""


class TalqyError(Exception):
    """The run cannot go on; the message says why and what to do, in words fit for the user."""


class ProjectNotFoundError(TalqyError):
    """There is no Talqy project in the folder that was named."""


class ProjectBrokenError(TalqyError):
    """`standards/project.yaml` cannot be used, and nothing can be read without it."""


class ConfigurationError(TalqyError):
    """`mkdocs.yml` lacks something that the site cannot be made without."""


class TemplateError(TalqyError):
    """A template or a catalogue of interface words cannot be used."""


class AlreadyThereError(TalqyError):
    """A command would have to overwrite something that a person has made."""
