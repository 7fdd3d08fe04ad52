"""Work that must not hold up typing: threads, processes, and their progress."""
