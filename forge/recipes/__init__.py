"""Graphs as data: what each makes and needs, which can run here, and filling them in."""
