"""`talqy diff`: two texts of a standard compared, for a review."""

import os
import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from talqy.cli.running import command, project_option, today_option
from talqy.cli.texts import named_record, named_revision
from talqy.model.register import Record
from talqy.model.revision import Revision
from talqy.pipeline import Survey, site, survey
from talqy.render.diffs.terminal import Screen, terminal
from talqy.render.diffs.view import diff_view
from talqy.render.edition import Edition

FORMATS = ("text", "markdown", "json", "html")
