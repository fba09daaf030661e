"""Drawn people and places that move, and measures of how well pictures hold together."""
