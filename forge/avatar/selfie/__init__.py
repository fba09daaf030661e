"""Analysis of a selfie: faces, quality, and what the person looks like."""

from .answers import question
from .selfie import Selfie, analyse

__all__ = ["Selfie", "analyse", "question"]
