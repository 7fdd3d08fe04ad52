"""Files are written whole, one writer at a time, or not at all."""
