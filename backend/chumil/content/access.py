"""The only way to a version or a reference by its name."""

from chumil.common.errors import not_found
from chumil.content.models import Reference, ScenarioVersion


def version_of(hash: str) -> ScenarioVersion:
    """The version with its body, withdrawn or not: whoever began it may finish it."""
    version = ScenarioVersion.objects.filter(pk=hash).first()
    if version is None:
        raise not_found()
    return version


def reference_of(key: str) -> Reference:
    """One file of shared data."""
    reference = Reference.objects.filter(pk=key).first()
    if reference is None:
        raise not_found()
    return reference
