"""The quick fixes of a finding, one kind a file."""
