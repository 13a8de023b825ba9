"""Why each column is there, whose it is and how long it stays. A test fails on a column without its entry.

docs/privacy.md shows this as a table; `tests/privacy` holds both to the models.
"""

from dataclasses import dataclass
from typing import Literal

Class = Literal["public", "child", "staff", "secret"]
"""Anyone may read it; it is a child's; it is a teacher's or of a class; nobody reads it, it is only compared."""

ERASED = "until the child is erased"
SEALED = "90 days after the last answer arrived, then dropped"
REFUSED = "30 days, then emptied; the rest until the child is erased"
A_YEAR = "12 months after the last day it was used"
ACCOUNT = "as long as the teacher's account"
CLASS = "as long as the class"
FOREVER = "for good"
TRAIL = "for good: only keys, none of which says anything once its row is gone"
LINK = "until it expires, a week at most"
SIGN_UP = "until the account is made, 30 days at most"
MINUTES = "ten to twenty minutes, then until the next run of retention"


@dataclass(frozen=True, slots=True)
class Entry:
    """One column."""

    whose: Class
    purpose: str
    kept: str


FIELDS: dict[str, Entry] = {}
"""By "app.Model.column"."""


def _table(model: str, whose: Class, kept: str, **purposes: str | Entry) -> None:
    for name, each in purposes.items():
        entry = each if isinstance(each, Entry) else Entry(whose, each, kept)
        FIELDS[f"{model}.{name}"] = entry


_table(
    "accounts.User",
    "staff",
    ACCOUNT,
    id="names the teacher",
    email="to sign in and to reset the password",
    display_name="what colleagues and staff see",
    password=Entry("secret", "Argon2id, to sign in", ACCOUNT),
    is_staff="may enter the admin",
    is_superuser="may do everything in the admin",
    is_active="may sign in",
    created_at="when the account began",
)
_table(
    "accounts.Child",
    "child",
    ERASED,
    id=Entry("child", "names the child; the only thing left once erased, so that nothing comes back", FOREVER),
    nickname="what the child is called: made by us from two lists of words, never typed",
    avatar="the animal of the nickname",
    tier="which stories suit the age",
    claimed_at="that a child took the tile",
    secret_generation="how often the pictures were reset; the pictures never leave the phone",  # noqa: S106
    erased_at=Entry("child", "that the child was erased, so that a late phone is told", FOREVER),
)
_table(
    "accounts.Session",
    "child",
    A_YEAR,
    id="names the sign-in, in the tokens",
    user="the teacher who is signed in",
    child="the child who is signed in",
    device="a number the app made up for itself, to know the same phone again",
    generation="finds a stolen token",
    used_generation="that the newest token arrived, so that a lost answer can be asked for again",
    created_at="when it began",
    refreshed_at="lets two tabs share one refresh for a minute",
    last_seen_day="the day, to know who left; not the hour",
    expires_at="when it ends unused",
    absolute_expires_at="when it ends in any case",
    revoked_at="that it was ended",
)
_table(
    "accounts.Card",
    "child",
    ERASED,
    id="names the card",
    child="whose it is",
    secret_hash=Entry("secret", "SHA-256 of 128 random bits, to know the printed card", ERASED),
    created_at="when it was printed",
    revoked_at="that a newer one holds",
)
_table(
    "accounts.SignUp",
    "staff",
    SIGN_UP,
    id="names the wish for an account",
    email="where the confirmation goes",
    display_name="what colleagues will see",
    password=Entry("secret", "Argon2id, of the account to come", SIGN_UP),
    created_at="when it was wished for",
    confirmed_at="that the address is theirs",
    approved_at="that the staff let them in",
)
_table(
    "accounts.Ticket",
    "staff",
    LINK,
    id="names the link",
    purpose="to invite, to confirm or to reset",
    email="where it was sent",
    sign_up="which account it confirms",
    token_hash=Entry("secret", "SHA-256 of what the link holds", LINK),
    created_at="when it was sent",
    expires_at="until when it is good",
    used_at="that it was used",
)
_table(
    "accounts.FailureCount",
    "secret",
    "until its window is over, a day at most",
    key="a keyed hash of what is limited; an address cannot be read from it",
    count="how often it failed",
    expires_at="when the window ends",
)
_table(
    "audit.AuditEvent",
    "staff",
    TRAIL,
    id="names the event",
    actor="which teacher or member of the staff did it",
    action="what was done, as a code",
    classroom="in which class",
    child="to which child",
    subject="to what else",
    at="when",
)
_table(
    "content.Scenario",
    "public",
    FOREVER,
    id="names the story",
    current="its newest version",
    sensitive="that teachers see less of it",
)
_table(
    "content.ScenarioVersion",
    "public",
    FOREVER,
    hash="names the version",
    scenario="of which story",
    body="the story as children play it",
    kind="story or quiz",
    tier="for which age",
    topic="what it is about",
    title="its title",
    summary="what the catalogue says",
    minutes="how long it takes",
    sensitive="whether it has a content note",
    risks="which dangers it shows",
    role="as whom one plays",
    bytes="how much there is to load",
    published_at="since when",
    withdrawn_at="that it is no longer offered",
)
_table(
    "content.Reference",
    "public",
    FOREVER,
    key="which shared document",
    body="the document",
    hash="names its version",
)
_table(
    "play.Attempt",
    "child",
    ERASED,
    id="names the play",
    child="whose phone sent it",
    counts_for="whose figures it makes",
    client_id="what the phone calls it",
    version="what was played",
    engine="by which rules",
    path=Entry("child", "the answers, to go on and to score again", SEALED),
    length="how many answers",
    copied="how many were taken over from an earlier play",
    started_at="when, by the phone's clock",
    finished_at="when it was finished, by the phone's clock",
    clock_offset_ms="how wrong that clock was",
    sequence="in which order the phone played",
    received_at="when it first arrived",
    updated_at="when its last answer arrived",
    finished="that it reached an ending",
    got="the score",
    max="of how much",
    percent="the same in percent",
    stars="the stars",
    ending="which ending",
    evidence="what the first answers show of each objective, for the figures of the class",
    asked_help="that the child chose help inside the story, for a badge",
    repaired="that the child made something good again, for a badge",
    drift="that phone and server came to different stars",
)
_table(
    "play.Credit",
    "child",
    ERASED,
    id="names the correction",
    attempt="which play",
    child="whose it was",
    actor="which teacher said so",
    at="when",
)
_table(
    "play.Quarantine",
    "child",
    ERASED,
    id="names the refused item",
    child="whose phone sent it",
    client_id="what the phone calls it",
    code="why it was refused",
    raw=Entry("child", "the item, to try again once the cause is mended", REFUSED),
    body_hash="keeps the same item from being kept twice",
    clock_offset_ms="how wrong the phone's clock was",
    reports="how often it came",
    received_at="when it first came",
    resolved_at="that it was taken later",
    resolved_as="as what",
)
_table(
    "play.RefusalCount",
    "child",
    ERASED,
    id="names the row",
    child="whose phone sent them",
    code="why they were refused",
    count="how many more",
)
_table(
    "play.UnknownVersion",
    "child",
    "30 days",
    id="names the row",
    child="whose phone named it",
    version="what was not published yet",
    first_seen_at="since when we wait",
)
_table(
    "classes.Classroom",
    "staff",
    CLASS,
    id="names the class",
    name="what its teachers call it",
    tier="for which age",
    code="opens it to children while joining is open",
    joining_until="until when",
    notice_version="which notice the guardians got",
    notice_given_at="when the teacher said so",
    created_at="when it was made",
    archived_at="that it was put away; a month later its children are erased",
)
_table(
    "classes.Teaching",
    "staff",
    CLASS,
    id="names the row",
    classroom="which class",
    user="who teaches it",
    role="as its owner or beside them",
)
_table(
    "classes.Enrolment",
    "child",
    ERASED,
    id="names the row",
    classroom="in which class",
    child="who",
    joined_at="since when",
    left_at="until when",
)
_table(
    "classes.PhoneRequest",
    "child",
    MINUTES,
    id="names the request",
    classroom="to which class",
    device="which phone asks",
    avatar="the animal the child named",
    code="what both see, to know the phone by",
    created_at="when it asked",
    expires_at="until when it waits",
    decided_at="that a teacher answered",
    session="the sign-in it got",
)
_table(
    "badges.Award",
    "child",
    ERASED,
    id="names the row",
    child="who",
    badge="earned which badge",
    awarded_at="when",
)
_table(
    "progress.ChildScenario",
    "child",
    ERASED,
    id="names the row",
    child="who",
    scenario="is how far in which story",
    version="which version was played best",
    state="begun or finished",
    stars="the most stars",
    percent="the same in percent",
    plays="how often finished",
    first_finished_at="when first",
    last_finished_at="when last",
    last_played_at="when last played",
)
_table(
    "otp_totp.TOTPDevice",
    "staff",
    ACCOUNT,
    id="names the second factor",
    user="whose it is",
    name="what it is called",
    confirmed="that it is in use",
    key=Entry("secret", "from which the number of the moment follows", ACCOUNT),
    step="how long a number is good",
    t0="from when it is counted",
    digits="how long a number is",
    tolerance="how far a clock may be off",
    drift="how far it is",
    last_t="keeps a number from being used twice",
    throttling_failure_timestamp="slows guessing down",
    throttling_failure_count="slows guessing down",
    created_at="when it was made",
    last_used_at="when it was last used",
)
_table(
    "sessions.Session",
    "staff",
    "eight hours, then until the next run of retention",
    session_key=Entry("secret", "the cookie of a sign-in to the admin", "eight hours"),
    session_data="who it is, signed",
    expire_date="when it ends",
)
_table(
    "admin.LogEntry",
    "staff",
    "never written: the trail takes its place",
    id="unused",
    action_time="unused",
    user="unused",
    content_type="unused",
    object_id="unused",
    object_repr="unused",
    action_flag="unused",
    change_message="unused",
)
