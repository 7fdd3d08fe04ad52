"""Our own files in the editor: what it shows of them, and how it edits them."""
