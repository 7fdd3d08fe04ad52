"""Wrong forms that people decided on, in other dress, in words with an ending, and with another ending."""
