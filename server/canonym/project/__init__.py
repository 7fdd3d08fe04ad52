"""Floor 4: the only package that reads the user's disk for a check, from the server and the command line."""
