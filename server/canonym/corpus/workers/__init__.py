"""Who reads the parts of a corpus: processes on this machine, or a cluster."""
