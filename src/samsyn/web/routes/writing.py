"""Writing notes here, and notes as files."""

from samsyn.web.routes.routing import page
from samsyn.web.views import draft, drafts, notes_files

PAGES = [
    page("skriv/", drafts.drafts, "drafts", "register.write_draft"),
    page("skriv/mote/<int:meeting_id>/", drafts.begin_of_meeting, "begin_draft", "register.write_draft"),
    page("skriv/<int:draft_id>/", draft.draft, "draft", "register.write_draft"),
    page("skriv/<int:draft_id>/klar/", draft.hand_in, "hand_in_draft", "register.write_draft"),
    page("skriv/<int:draft_id>/ta-bort/", draft.discard, "discard_draft", "register.write_draft"),
    page("skriv/<int:draft_id>/ta-tillbaka/", draft.restore, "restore_draft", "register.write_draft"),
    page("skriv/<int:draft_id>/utkast.docx", draft.draft_docx, "draft_docx", "register.write_draft"),
    page("skriv/<int:draft_id>/utkast.pdf", draft.draft_pdf, "draft_pdf", "register.write_draft"),
    page("skriv/mall/<int:body_id>/", notes_files.template, "template", "register.choose_template"),
    page(
        "skriv/mall/<int:body_id>/mall.docx",
        notes_files.template_file,
        "template_file",
        "register.choose_template",
    ),
    page("moten/<int:meeting_id>/anteckningar.pdf", notes_files.notes_pdf, "notes_pdf", "register.read"),
]
