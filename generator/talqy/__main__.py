"""`python -m talqy` is the command `talqy`."""

from talqy.cli.main import main

main()
