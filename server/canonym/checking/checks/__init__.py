"""One file a check; file, rule id and documentation share one name."""
