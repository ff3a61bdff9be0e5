"""Reading lists from elsewhere: sniffing, sources and languages, mapping, dry run, all pure."""
