"""The pages: views, templates, forms and static files. No rules of their own; they ask and show."""
