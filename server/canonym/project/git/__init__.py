"""What git knows of drafts. Git is called in a way that runs nothing of the repository."""
