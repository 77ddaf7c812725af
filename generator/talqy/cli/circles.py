"""How often a command that holds much looks for circles of objects."""

import gc

import click

# Modules and what is read stay until the end, and a view goes when its page is made: to look for
# circles at every 700 objects took three hundredths of the time, and found little.
_OFTEN_ENOUGH = 100_000


def look_rarely_for_circles() -> None:
    """Let this command look for circles of objects rarely, and never among what it freezes."""
    usual = gc.get_threshold()
    gc.set_threshold(_OFTEN_ENOUGH)
    context = click.get_current_context()
    context.call_on_close(gc.unfreeze)
    context.call_on_close(lambda: gc.set_threshold(*usual))
