"""What is stored: tables, types, engines, migrations, the audit chain and backups; knows nothing of app."""
