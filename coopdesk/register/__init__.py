"""The register: the office's own SQLite file, its evidence files and backups."""
