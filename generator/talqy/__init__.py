"""Talqy publishes draft standards of public services and traces every change to its cause.

The public surface is the command `talqy`, the MkDocs plugin `talqy`, the file formats in
`docs/formats/` and the templates in `site_templates/`. Everything else may change.
"""

from importlib.metadata import version

__version__ = version("talqy")
__all__ = ["__version__"]
