"""The stories of the articles while a corpus is learned: kept on disk, and chosen."""
