"""What can be done about a finding, one kind of quick fix a file."""
