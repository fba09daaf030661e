"""What `install.py` does once the Python is new enough; standard library only."""

from __future__ import annotations
