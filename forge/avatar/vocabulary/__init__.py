"""The words that the product knows, as tables: one module a subject.

A table's key is the canonical word, the one that stands in `Features`; what else it is
called stands beside it, separated by "|". Plurals, hyphens and American spelling need no
entry of their own, see `lexicon` and `small_words`.
"""
