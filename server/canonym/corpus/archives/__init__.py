"""Archives of articles: JSON Lines, WARC and WET, packed or not."""
