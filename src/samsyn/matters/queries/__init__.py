"""Questions about matters. Each takes the day it is asked on where the answer hangs on it."""
