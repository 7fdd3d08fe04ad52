"""Articles of a corpus that tell the same, and what that says of the names in them."""
