"""What outlives the process: the database and files by content."""
