"""Header by header, for every route: nothing personal is kept, packs are kept for good, and no header boasts."""

import pytest

from api.policy import POLICY
from builders import published
from security.test_no_request_breaks_the_server import address

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
READS = [row for row in POLICY if row.method == "GET"]


@pytest.mark.asvs(35)
@pytest.mark.parametrize("row", READS, ids=lambda row: row.route)
def test_the_browser_is_told_to_be_careful(row, as_marta, quinto_b, ana, settings, tmp_path):
    settings.CLIENT = tmp_path
    headers = as_marta.get(address(row.route, quinto_b, ana)).headers
    assert {name: headers.get(name) for name in ALWAYS} == ALWAYS
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert not {"Server", "X-Powered-By", "Set-Cookie"} & headers.keys()


@pytest.mark.asvs(34)
@pytest.mark.parametrize("row", [row for row in READS if row.anyone in {401, 403}], ids=lambda row: row.route)
def test_what_is_personal_is_never_kept(row, as_marta, quinto_b, ana):
    assert as_marta.get(address(row.route, quinto_b, ana))["Cache-Control"] == "private, no-store"


@pytest.mark.asvs(34)
def test_a_pack_is_kept_for_good_under_its_hash(anyone, db):
    pack = published()[0].pk
    answer = anyone.get(f"/api/v1/scenarios/{pack}")
    assert set(answer["Cache-Control"].split(", ")) == {"public", "max-age=31536000", "immutable"}
    assert pack in answer["ETag"]
    assert not answer["ETag"].startswith("W/")
