"""Settings, read from the environment variables SAMSYN_*."""
