"""Links between items of the register's meetings: found, compared, kept as proposals with their reasons."""
