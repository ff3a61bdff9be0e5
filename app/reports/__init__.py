"""Domain values in, documents for the exports package out."""
