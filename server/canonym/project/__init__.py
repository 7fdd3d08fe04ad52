"""Floor 4: the only reader of the user's disk for a check; shared by the server and the command line."""
