"""The user's files: how they are found, named and read."""
