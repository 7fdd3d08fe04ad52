"""What git tells of drafts, asked in a way that runs nothing of the repository."""
