"""Files as the user has them: found, named, read."""
