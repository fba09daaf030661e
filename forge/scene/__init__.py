"""Scenes with people: the place, its light and weather, and who is in it."""
