"""What words mean for a scene, as tables: a value, then the phrases that mean it.

Phrases are separated by bars, in lower case, without marks. Verbs stand in their base form
and get their inflections in `lexicon`.
"""
