"""The files that people keep for us, as an editor shows and edits them."""
