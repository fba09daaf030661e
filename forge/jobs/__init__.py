"""The job: its states and events, admission, and recovery after an interruption."""
