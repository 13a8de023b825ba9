"""What every answer carries (security.md: 34, 35, 36)."""

import pytest
from rest_framework.test import APIClient

from chumil.api import headers

GOOD = "https://app.chumil.example"


@pytest.mark.parametrize("path", ["/livez", "/api/v1/me", "/api/v1/nothing", "/api/v1/docs", "/nothing"])
def test_every_answer_tells_the_browser_to_be_careful(db, anyone, path):
    headers = anyone.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert len(headers["X-Request-Id"]) == 32


def test_two_requests_have_two_ids(anyone):
    assert anyone.get("/livez")["X-Request-Id"] != anyone.get("/livez")["X-Request-Id"]


@pytest.fixture
def client_build(settings, tmp_path):
    settings.CLIENT = tmp_path
    headers._client_sources.cache_clear()
    yield tmp_path
    headers._client_sources.cache_clear()


def test_the_page_may_run_the_code_that_the_build_wrote_down_and_no_other(anyone, client_build):
    (client_build / "csp.txt").write_text("script-src 'self' 'sha256-AAAA'\nstyle-src 'self' 'sha256-BBBB'\n")
    page, api = (anyone.get(path)["Content-Security-Policy"] for path in ("/livez", "/api/v1/me"))
    assert page.startswith("script-src 'self' 'sha256-AAAA'; style-src 'self' 'sha256-BBBB'; default-src 'none'; ")
    assert api.startswith("script-src 'self'; style-src 'self' 'unsafe-inline'; default-src 'none'; ")


def test_without_a_build_no_inlined_code_runs(anyone, client_build):
    assert anyone.get("/livez")["Content-Security-Policy"].startswith("script-src 'self'; ")


@pytest.mark.parametrize("path", ["me", "classes"])
def test_personal_answers_are_never_kept(as_marta, path):
    assert as_marta.get(f"/api/v1/{path}")["Cache-Control"] == "private, no-store"


def test_https_is_demanded_where_it_is_there(settings, anyone):
    settings.SECURE_HSTS_SECONDS = 60
    assert APIClient().get("/livez", secure=True)["Strict-Transport-Security"] == "max-age=60"


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "http://app.chumil.example",
        "https://app.chumil.example:8443",
        "https://app.chumil.example.evil.example",
        "https://evil-app.chumil.example",
        "https://chumil.example",
    ],
)
def test_another_origin_may_not_read(settings, anyone, origin):
    settings.CORS_ALLOWED_ORIGINS = [GOOD]
    assert "Access-Control-Allow-Origin" not in anyone.get("/api/v1/me", headers={"origin": origin}).headers


def test_the_listed_origin_may_read_without_cookies(settings, anyone):
    settings.CORS_ALLOWED_ORIGINS = [GOOD]
    headers = anyone.get("/api/v1/me", headers={"origin": GOOD}).headers
    assert headers["Access-Control-Allow-Origin"] == GOOD
    assert "Access-Control-Allow-Credentials" not in headers
    assert "origin" in headers["Vary"]
