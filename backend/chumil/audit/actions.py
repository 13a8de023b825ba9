"""The codes of the trail; a new one needs no migration."""

from enum import StrEnum


class Action(StrEnum):
    """Everything that leaves a trail."""

    CLASS_MADE = "class_made"
    CLASS_OPENED = "class_opened"
    CLASS_CLOSED = "class_closed"
    CLASS_ARCHIVED = "class_archived"
    CLASS_FETCHED_BACK = "class_fetched_back"
    CODE_CHANGED = "code_changed"
    TILES_ADDED = "tiles_added"
    CARDS_PRINTED = "cards_printed"
    TEACHER_ADDED = "teacher_added"
    TEACHER_REMOVED = "teacher_removed"
    PHONE_APPROVED = "phone_approved"
    PHONE_REFUSED = "phone_refused"
    PHONE_SIGNED_OUT = "phone_signed_out"
    CLAIM_UNDONE = "claim_undone"
    SECRET_RESET = "secret_reset"  # noqa: S105
    CHILD_MOVED = "child_moved"
    PLAY_CREDITED = "play_credited"
    CREDIT_UNDONE = "credit_undone"
    CHILD_EXPORTED = "child_exported"
    EXPORT_REFUSED = "export_refused"
    CHILD_ERASED = "child_erased"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    PASSWORD_RESET = "password_reset"  # noqa: S105
    SESSION_ENDED = "session_ended"
    SESSIONS_ENDED = "sessions_ended"
    SIGN_UP_APPROVED = "sign_up_approved"
    TEACHER_INVITED = "teacher_invited"
    STAFF_ADDED = "staff_added"
    STAFF_CHANGED = "staff_changed"
    STAFF_DELETED = "staff_deleted"
