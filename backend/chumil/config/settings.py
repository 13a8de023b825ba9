"""Django's settings. Everything that differs between places comes from the environment."""

from datetime import timedelta
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from chumil.config import env

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(env.text("CHUMIL_VAR", str(ROOT / "var")))
CLIENT = Path(env.text("CHUMIL_CLIENT", str(ROOT / "mobile" / "dist")))
FIXTURES = ROOT / "fixtures"

ENVIRONMENT = env.environment()
PRODUCTION = ENVIRONMENT == "production"
DEBUG = env.flag("CHUMIL_DEBUG")

SECRET_KEY = env.secret("CHUMIL_SECRET_KEY", PRODUCTION)
JWT_KEYS = [env.secret("CHUMIL_JWT_KEY", PRODUCTION), *env.items("CHUMIL_JWT_OLD_KEYS")]
ALLOWED_HOSTS = env.items("CHUMIL_ALLOWED_HOSTS", "" if PRODUCTION else "*")
PROXIES = env.number("CHUMIL_PROXIES", 0)

(VAR / "static").mkdir(parents=True, exist_ok=True)
DATABASES = {"default": env.database(env.text("CHUMIL_DATABASE_URL", f"sqlite:///{VAR / 'chumil.sqlite3'}"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if PRODUCTION:
    if DEBUG:
        raise ImproperlyConfigured("CHUMIL_DEBUG must not be 1 in production")
    if SECRET_KEY in JWT_KEYS:
        raise ImproperlyConfigured("CHUMIL_JWT_KEY must differ from CHUMIL_SECRET_KEY")
    if not ALLOWED_HOSTS or any(host.startswith((".", "*")) for host in ALLOWED_HOSTS):
        raise ImproperlyConfigured("CHUMIL_ALLOWED_HOSTS must list exact hosts")
    if DATABASES["default"]["ENGINE"].endswith("sqlite3") and not env.flag("CHUMIL_SQLITE_IN_PRODUCTION"):
        raise ImproperlyConfigured("CHUMIL_DATABASE_URL must be PostgreSQL, or set CHUMIL_SQLITE_IN_PRODUCTION=1")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.admin.apps.SimpleAdminConfig",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "corsheaders",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "chumil.audit",
    "chumil.accounts",
    "chumil.content",
    "chumil.play",
    "chumil.classes",
    "chumil.badges",
    "chumil.progress",
    "chumil.cli",
    "chumil.api",
    "chumil.staff",
]
MIDDLEWARE = [
    "chumil.api.headers.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.common.CommonMiddleware",
    # For the admin alone: the API knows no cookie.
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "chumil.config.urls"
WSGI_APPLICATION = "chumil.config.wsgi.application"
APPEND_SLASH = False

AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = ["chumil.accounts.hashers.SmallArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
# In production an account needs an invitation or approval, and a confirmed address.
SIGN_UP_OPEN = not PRODUCTION
# Never the console in production: links that open accounts would stand in its log.
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if PRODUCTION else 'console'}.EmailBackend"
EMAIL_HOST = env.text("CHUMIL_EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("CHUMIL_EMAIL_PORT", 587 if PRODUCTION else 25)
EMAIL_HOST_USER = env.text("CHUMIL_EMAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("CHUMIL_EMAIL_PASSWORD", "")
EMAIL_USE_TLS = PRODUCTION
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("CHUMIL_EMAIL_FROM", "Chumil <chumil@localhost>")
MAIL_IN_BACKGROUND = PRODUCTION
# Refused in production: the demo's password is public.
FIXTURE_DIRS = [] if PRODUCTION else [FIXTURES / "demo"]

LANGUAGE_CODE = "es"
TIME_ZONE = "America/Guatemala"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
# The client's files stand at "/"; its packs of code carry a hash in their names.
WHITENOISE_ROOT = CLIENT if CLIENT.is_dir() else None
WHITENOISE_INDEX_FILE = True
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_MAX_AGE = 0
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/.+-[\w-]{8,}\.\w+$"

SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = ["^livez$", "^readyz$"]
SECURE_HSTS_SECONDS = 365 * 86400 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/staff/"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_AGE = 8 * 3600
OTP_TOTP_ISSUER = "Chumil"
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024

CORS_ALLOWED_ORIGINS = env.items("CHUMIL_CORS_ORIGINS")
CORS_ALLOW_HEADERS = ["accept-language", "authorization", "content-type", "if-none-match"]
CORS_EXPOSE_HEADERS = ["date", "etag", "retry-after", "x-request-id"]
CORS_URLS_REGEX = r"^/api/"

ACCESS_LIFETIME = timedelta(minutes=15)
SESSION_SLIDING = timedelta(days=180)
SESSION_ABSOLUTE = timedelta(days=400)
REFRESH_GRACE = timedelta(seconds=60)
JOINING_WINDOW = timedelta(hours=2)

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["chumil.api.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["chumil.api.permissions.Nobody"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["chumil.api.parsing.StrictJSONParser"],
    "DEFAULT_PAGINATION_CLASS": "chumil.api.pagination.Pages",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "chumil.api.errors.handle",
    "NUM_PROXIES": PROXIES,
    "URL_FORMAT_OVERRIDE": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Chumil",
    "DESCRIPTION": "Stories that let children practise staying safe online.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_AUTHENTICATION": [],
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "COMPONENT_SPLIT_REQUEST": True,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "chumil.api.schema.describe_problems",
    ],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"fontTools": {"level": "WARNING"}},  # it tells every letter of every card
}
