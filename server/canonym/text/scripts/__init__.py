"""What Unicode says of the signs of all scripts."""
