"""Attempts, sync, receipts, quarantine."""
