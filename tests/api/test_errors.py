"""Every refusal has one shape, one code, and words the reader understands."""



def test_an_unknown_route_is_a_problem(anyone):
    answer = anyone.get("/api/v1/nothing")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert answer.json()["code"] == "not_found"
