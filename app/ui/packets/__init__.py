"""The packets screen: preview, issue, print, save and mail what a meeting reads."""
