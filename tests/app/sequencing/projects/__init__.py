"""Projects with limited resources."""
