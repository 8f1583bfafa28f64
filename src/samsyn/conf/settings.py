"""Django's settings. The defaults are the safe ones; SAMSYN_DEBUG=1 loosens them for development."""

from __future__ import annotations

from pathlib import Path

from samsyn.conf import env
from samsyn.conf.databases import database
from samsyn.conf.logs import LOGGING as LOGGING_ON_STDERR
from samsyn.conf.mail import mail_server, own_address

PACKAGE = Path(__file__).resolve().parent.parent

SAMSYN_HOME = env.read_home()
SAMSYN_LEXICON = env.read_path("SAMSYN_LEXICON", default=SAMSYN_HOME / "lexicon.toml")
SAMSYN_MAX_BYTES = env.read_number("SAMSYN_MAX_MB", default=50, low=1, high=2000) * 1_000_000
# Several files are sent at once; what a browser puts around them is little.
SAMSYN_MAX_REQUEST_BYTES = 4 * SAMSYN_MAX_BYTES
# Memory of each server process for pages that are kept until something changes; 0 keeps none.
SAMSYN_KEEP_BYTES = env.read_number("SAMSYN_KEEP_MB", default=64, low=0, high=10_000) * 1_000_000
# Who answers for this installation, and where one turns: said in the accessibility statement.
SAMSYN_ORGANISATION = env.read_text("SAMSYN_ORGANISATION")
SAMSYN_CONTACT = env.read_text("SAMSYN_CONTACT")
SAMSYN_HOST = env.read_text("SAMSYN_HOST", default="127.0.0.1")
SAMSYN_PORT = env.read_number("SAMSYN_PORT", default=8000, low=0, high=65535)

DEBUG = env.read_flag("SAMSYN_DEBUG")
SECRET_KEY = env.read_secret("SAMSYN_SECRET_KEY", kept_in=SAMSYN_HOME / "secret-key")
ALLOWED_HOSTS = env.read_names("SAMSYN_HOSTS", default=("localhost", "127.0.0.1", "[::1]"))

DATABASES = {"default": database(env.read_text("SAMSYN_DATABASE_URL"), home=SAMSYN_HOME)}
# What all server processes must know at once: pauses after wrong guesses, one-time codes that were used.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "samsyn_cache",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},  # nobody may push out a pause by guessing at other addresses
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "samsyn.history",
    "samsyn.accounts",
    "samsyn.mail",
    "samsyn.register",
    "samsyn.matters",
    "samsyn.plan",
    "samsyn.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "samsyn.web.privacy.keep_nothing",
    "samsyn.web.large_requests.answer_what_was_refused",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samsyn.web.idle.sign_out_when_idle",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "samsyn.web.identity_guard.StopIdentityNumbers",
    "samsyn.web.veil.Veil",
]
ROOT_URLCONF = "samsyn.web.urls"
WSGI_APPLICATION = "samsyn.conf.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "environment": "samsyn.web.jinja.environment",
            "context_processors": ["django.contrib.messages.context_processors.messages"],
        },
    },
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("email", "name")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]  # fmt: skip
LOGIN_URL = "/logga-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/logga-in/"

# allauth does the second step of sign-in and lists sessions; passwords, users and the first step are our own.
ACCOUNT_ADAPTER = "samsyn.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = {"login_failed": "20/900s/key"}
MFA_ADAPTER = "samsyn.accounts.adapters.SecondStepAdapter"
MFA_FORMS = {
    "authenticate": "samsyn.web.forms.second_step.SecondStepForm",
    "reauthenticate": "samsyn.web.forms.second_step.ConfirmForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Samsyn"
MFA_TOTP_TOLERANCE = 1

LANGUAGE_CODE = "sv"
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True

STATIC_URL = "/static/"
# Files are served from the package itself: nothing has to be collected before the first start.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 0 if DEBUG else 300
WHITENOISE_ALLOW_ALL_ORIGINS = False

LOGGING = LOGGING_ON_STDERR

# Behind a proxy that ends TLS: SAMSYN_HTTPS=1. On one's own machine the server speaks plain HTTP.
HTTPS = env.read_flag("SAMSYN_HTTPS")
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    # Browsers take cookies so named from this very host only, and never over plain HTTP.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
# What letters lead to, and the server they leave by.
SAMSYN_ADDRESS = own_address(ALLOWED_HOSTS, host=SAMSYN_HOST, port=SAMSYN_PORT, https=HTTPS)
_MAIL = mail_server()
EMAIL_HOST, EMAIL_PORT, DEFAULT_FROM_EMAIL = _MAIL.host, _MAIL.port, _MAIL.sender
# So many days before its last day somebody is reminded of an action.
SAMSYN_REMIND_DAYS = env.read_number("SAMSYN_REMIND_DAYS", default=7, low=0, high=60)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.way == "starttls", _MAIL.way == "tls"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60
SAMSYN_IDLE_MINUTES = env.read_number("SAMSYN_IDLE_MINUTES", default=60, low=5, high=720)
# Without https the server is reached from its own machine alone, and whoever starts it there begins at once.
SAMSYN_SECOND_FACTOR = env.read_choice(
    "SAMSYN_SECOND_FACTOR",
    choices=("obligatorisk", "frivillig") if HTTPS else ("frivillig", "obligatorisk"),
)
# One proxy, the one that ends TLS, says where a request comes from.
ALLAUTH_TRUSTED_PROXY_COUNT = int(HTTPS)
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "samsyn.web.views.errors.form_expired"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    },
}
