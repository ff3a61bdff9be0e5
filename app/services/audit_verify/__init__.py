"""Verifying the audit: the chain, every signature, every record against its events, heads kept elsewhere."""
