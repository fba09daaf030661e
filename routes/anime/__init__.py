"""The anime production API, `/api/anime`: pictures, films, and whole productions."""
