"""Between notes in the register and what is read of plans in them."""
