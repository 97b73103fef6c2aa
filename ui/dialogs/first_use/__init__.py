"""What is asked at the first start: the key, then the unit, its team, its meetings, its backups."""
