"""What one session with one editor knows."""
