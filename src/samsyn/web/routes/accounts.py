"""Sign-in, one's own account, and what each chooses for oneself.

allauth finds its pages by name: "account_…", "mfa_…".
"""

from samsyn.web.routes.routing import page
from samsyn.web.views import accessibility, account, appearance, invitations, second_step, sign_in

PAGES = [
    page("logga-in/", sign_in.sign_in, "account_login", "open"),
    page("logga-in/steg-2/", second_step.second_step, "mfa_authenticate", "open"),
    page("glomt-losenord/", invitations.forgotten, "forgotten_password", "open"),
    page("tillganglighet/", accessibility.statement, "accessibility", "open"),
    page("logga-ut/", sign_in.sign_out, "sign_out", "signed_in"),
    page("utseende/", appearance.choose_appearance, "appearance", "signed_in"),
    page("mitt-konto/", account.my_account, "mfa_index", "signed_in"),
    page("mitt-konto/losenord/", account.change_password, "change_password", "signed_in"),
    page("mitt-konto/andra-stallen/", account.end_others, "end_other_sessions", "signed_in"),
    page("mitt-konto/bekrafta/", second_step.confirm_by_password, "account_reauthenticate", "signed_in"),
    page("mitt-konto/bekrafta/kod/", second_step.confirm_by_code, "mfa_reauthenticate", "signed_in"),
    page("mitt-konto/app/", second_step.activate_app, "mfa_activate_totp", "signed_in"),
    page("mitt-konto/app/ta-bort/", second_step.remove_app, "mfa_deactivate_totp", "signed_in"),
    page(
        "mitt-konto/bekrafta/nyckel/", second_step.confirm_by_key, "mfa_reauthenticate_webauthn", "signed_in"
    ),
    page("mitt-konto/nyckel/", second_step.new_key, "mfa_add_webauthn", "signed_in"),
    page("mitt-konto/nyckel/<int:pk>/ta-bort/", second_step.remove_key, "mfa_remove_webauthn", "signed_in"),
    page("mitt-konto/koder/", second_step.codes, "mfa_view_recovery_codes", "signed_in"),
    page("mitt-konto/koder/nya/", second_step.new_codes, "mfa_generate_recovery_codes", "signed_in"),
    page("inloggningar/", account.sign_ins, "sign_ins", "accounts.see_sign_ins"),
]
