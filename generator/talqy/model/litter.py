"""What systems and programs leave in folders for themselves: no file of anybody's.

It is passed over wherever folders are read: on disk, in what came in, in what is shipped.
"""

_LITTER = frozenset(
    {
        # macOS
        *(".ds_store", ".localized", ".apdisk", ".appledouble", "__macosx"),
        *(".spotlight-v100", ".trashes", ".fseventsd", ".temporaryitems"),
        # Windows
        *("desktop.ini", "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db"),
        *("$recycle.bin", "system volume information"),
        # KDE
        ".directory",
    }
)
# The other half of a file on a disk that is not Apple's; a file that Word or LibreOffice has open.
_BEGINS = ("._", "~$", ".~lock.")


def is_litter(name: str) -> bool:
    """Return whether a file or folder of this name was left by a system for itself."""
    folded = name.casefold()
    return folded in _LITTER or folded.startswith(_BEGINS)
