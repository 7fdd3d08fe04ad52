"""What people silence: directives in drafts, how they are read, applied and written."""
