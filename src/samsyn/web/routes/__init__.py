"""The addresses, a module for each part of the site; `samsyn.web.urls` puts them together."""
