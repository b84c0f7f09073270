"""Every setting of the site, read from the environment through `env` and closed by default."""

from pathlib import Path

from balise import env

ROOT = Path(__file__).resolve().parents[2]
VAR = env.data_folder(ROOT / "var")  # data: database, pictures, letters
BUILT = ROOT / "var"  # what `make` builds: the style sheet and the static files
DEVELOPMENT = env.DEVELOPMENT

# --- who runs the site, and where
PORT = env.text("PORT", "8000")
PUBLIC_URL = env.public_address("PUBLIC_URL", in_development=f"http://127.0.0.1:{PORT}")
OPERATOR_NAME = env.required("OPERATOR_NAME", in_development="Balise")
OPERATOR_CONTACT = env.required("OPERATOR_CONTACT", in_development="operator@example.org")
SECRET_KEY = env.secret("SECRET_KEY")
_OWN_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"] if DEVELOPMENT else []
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS") or [*_OWN_HOSTS, *env.host_of(PUBLIC_URL)]
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")
EXIT_URLS = {
    "en": env.outside_address("EXIT_URL_EN", "https://weather.gc.ca/"),
    "fr": env.outside_address("EXIT_URL_FR", "https://meteo.gc.ca/"),
}
TIP_INTAKE = env.tip_intake("TIP_INTAKE", "cybertip")
env.refuse_if_unsafe()

DEBUG = False  # a traceback page shows settings and sets no policy: the console has the traceback

INSTALLED_APPS = [
    "education.people",
    "education.bilingual",
    "education",
    "lessons",
    "balise",
    "modeltranslation",
    "education.people.apps.EditorsConfig",  # wagtail.users, with our forms
    "wagtail.images",
    "wagtail.documents",  # the editor's own scripts ask for its address; nobody can upload or read one
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "balise.headers.Headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "balise.access_log.AccessLog",
    "balise.public_area.PublicArea",
    "balise.language.LanguageOfPath",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "balise.urls"
WSGI_APPLICATION = "balise.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "site" / "templates", ROOT / "site" / "components"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "balise.chrome.chrome",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
        },
    }
]

# --- data
DATABASES = {"default": env.database(VAR / "balise.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    INSTALLED_APPS.append("django.contrib.postgres")  # the editor's own search uses its index types
CACHES = {"default": env.cache(VAR / "cache")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MAILERS = {"default": env.mailer(VAR / "mail")}
DEFAULT_FROM_EMAIL = OPERATOR_CONTACT

# --- languages: English is the source; nothing ever falls back to the other
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
LOCALE_PATHS = [ROOT / "locale", ROOT / "locale" / "overrides"]
TIME_ZONE = "America/Toronto"
USE_TZ = True
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_LANGUAGES = ("en", "fr")
MODELTRANSLATION_ENABLE_FALLBACKS = False
MODELTRANSLATION_CUSTOM_FIELDS = ("StreamField", "RichTextField")

# --- files
STATIC_URL = "/static/"
STATIC_ROOT = BUILT / "static"
STATICFILES_DIRS = [ROOT / "static", BUILT / "built"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = ROOT / env.text("MEDIA_ROOT", str(VAR / "media"))
FILE_UPLOAD_PERMISSIONS = 0o600  # left out, Django makes files readable for everybody on the machine
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# --- the editor
WAGTAIL_SITE_NAME = "Balise"
WAGTAIL_PAGE_MODEL = "bilingual.BilingualPage"
WAGTAIL_I18N_ENABLED = False
WAGTAIL_CONTENT_LANGUAGES = [("en", "English")]
WAGTAILADMIN_BASE_URL = PUBLIC_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("fr", "français")]
_ZONES = "St_Johns Halifax Toronto Iqaluit Winnipeg Regina Edmonton Whitehorse Vancouver"
WAGTAIL_USER_TIME_ZONES = [f"America/{city}" for city in _ZONES.split()]
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILIMAGES_IMAGE_MODEL = "education.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "education.uploads.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 24_000_000
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# The account library alone changes addresses and passwords, second factor included.
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

# --- people: educators and editors; learners never have an account
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/admin/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_ADAPTER = "education.people.accounts.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # its letter would offer a sign-up that is closed
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"{WAGTAIL_SITE_NAME} – "
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "5/m/ip,3/h/key",
}
ACCOUNT_REAUTHENTICATION_REQUIRED = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ADAPTER = "education.people.second_factor.SecondFactorAdapter"
MFA_TOTP_ISSUER = "Balise"
# An administrator gave the address; a request for a new password must not keep anyone from a second factor.
MFA_ALLOW_UNVERIFIED_EMAIL = True

# --- cookies: none on a public page; these serve /admin/, /teach/ and the account pages
SECURE_COOKIES = not DEVELOPMENT
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_COOKIES
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 8 * 60 * 60
CSRF_COOKIE_AGE = None  # gone when the browser closes
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of its own
CSRF_FAILURE_VIEW = "balise.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = None  # set by area in balise.headers
SECURE_HSTS_SECONDS = 31_536_000 if PUBLIC_URL.startswith("https:") else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None

# --- logs name the route and the status, never an address, a path of a person or an answer
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"route": {"()": "balise.access_log.RouteInsteadOfPath"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler"},
        "errors": {"class": "logging.StreamHandler", "filters": ["route"]},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "balise.access": {
            "level": env.text("ACCESS_LOG_LEVEL", "INFO"),
            "handlers": ["console"],
            "propagate": False,
        },
        "django.request": {"level": "ERROR", "handlers": ["errors"], "propagate": False},
        "django.security": {"level": "ERROR", "handlers": ["errors"], "propagate": False},
        "wagtail": {"level": "WARNING", "handlers": ["console"], "propagate": False},
    },
}
