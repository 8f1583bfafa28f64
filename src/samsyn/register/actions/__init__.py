"""Changes to the register, one a file: check permission, change, record. Use `samsyn.register.service`."""
