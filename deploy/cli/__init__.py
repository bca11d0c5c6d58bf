"""The `capitune` command: builds, starts, supervises and tests the system. Standard library only, Python 3.9 or newer."""
