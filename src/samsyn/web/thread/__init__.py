"""The way of a matter as a picture: time across, a lane for each body; a template draws it."""
