"""security.md (1, 2): every route and method has its row, every row holds, and what has no rule is closed."""

import json
import re
from collections.abc import Iterator

import pytest
from django.urls import URLPattern, get_resolver, path
from policy import NOBODY, POLICY, ROLES
from rest_framework.response import Response
from rest_framework.views import APIView

from chumil.config import urls

METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}


def routes(patterns, prefix="") -> Iterator[tuple[str, URLPattern]]:
    """Every route of the URLconf with its whole pattern."""
    for pattern in patterns:
        whole = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield whole, pattern
        else:
            yield from routes(pattern.url_patterns, whole)


def methods(pattern):
    """The methods a view answers; a plain function here only reads."""
    view = getattr(pattern.callback, "cls", None)
    return {name for name in METHODS if hasattr(view, name.lower())} if view else {"GET"}


def served():
    """All but the admin, whose every route is walked in tests/staff."""
    walked = ((route, pattern) for route, pattern in routes(get_resolver().url_patterns) if route[:6] != "staff/")
    return {(method, route) for route, pattern in walked for method in methods(pattern)}


def test_every_route_and_method_has_exactly_one_row_and_no_row_is_stale():
    rows = [(row.method, row.route) for row in POLICY]
    assert len(rows) == len(set(rows))
    assert set(rows) == served()


def test_a_forgotten_route_would_be_seen(monkeypatch):
    class Forgotten(APIView):
        def delete(self, request):
            return Response()

    monkeypatch.setattr(get_resolver(), "url_patterns", [*urls.urlpatterns, path("forgotten", Forgotten.as_view())])
    assert served() - {(row.method, row.route) for row in POLICY} == {("DELETE", "forgotten")}


@pytest.fixture
def clients(anyone, as_ana, as_diego, as_marta):
    return dict(zip(ROLES, (anyone, as_ana, as_diego, as_marta), strict=True))


def url(route, quinto_b, ana):
    filled = route.replace("<uuid:classroom_id>", str(quinto_b.pk)).replace("<uuid:child_id>", str(ana.pk))
    filled = re.sub("<uuid:(session|user|phone|credit)_id>", NOBODY, filled)
    filled = filled.replace("<slug:hash>", "0" * 64).replace("<slug:key>", "nothing")
    assert not re.search(r"[<>]", filled), f"say what stands for the slot of {route}"
    return f"/{filled}"


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("row", POLICY, ids=lambda row: f"{row.method} {row.route}")
def test_each_role_gets_its_verdict(clients, quinto_b, ana, role, row, settings, tmp_path):
    settings.CLIENT = tmp_path
    answer = clients[role].generic(
        row.method, url(row.route, quinto_b, ana), json.dumps(row.body), content_type="application/json"
    )
    assert answer.status_code == getattr(row, role)


@pytest.mark.parametrize("row", POLICY, ids=lambda row: f"{row.method} {row.route}")
def test_methods_without_a_row_are_refused(as_marta, quinto_b, ana, row):
    allowed = {other.method for other in POLICY if other.route == row.route}
    for method in METHODS - allowed:
        answer = as_marta.generic(method, url(row.route, quinto_b, ana), "{}", content_type="application/json")
        assert answer.status_code in {403, 405}


@pytest.mark.parametrize(("client", "status"), [("anyone", 401), ("as_ana", 403), ("as_marta", 403)])
def test_a_view_that_says_nothing_is_closed(request, settings, client, status):
    settings.ROOT_URLCONF = __name__
    assert request.getfixturevalue(client).get("/bare").status_code == status


class Bare(APIView):
    def get(self, request):
        return Response("open")


urlpatterns = [path("bare", Bare.as_view())]  # what ROOT_URLCONF above points at
