"""Who may do something: teachers, children, and the sign-ins of both."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from chumil.common import clock
from chumil.common.ids import uuid7


class Tier(models.TextChoices):
    """The four ages a story is written for."""

    AGES_7_9 = "ages-7-9"
    AGES_10_12 = "ages-10-12"
    AGES_13_15 = "ages-13-15"
    AGES_16_18 = "ages-16-18"


class UserManager(BaseUserManager["User"]):
    """Makes teachers and staff; the e-mail is kept in lower case, so that it is one person's."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(force_insert=True, using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A teacher, or a member of the staff."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    display_name = models.CharField(max_length=60)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    last_login = None  # sessions know the day, and more is nobody's business

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        constraints = [models.CheckConstraint(name="user_email_lower", condition=Q(email=Lower(F("email"))))]

    def __str__(self) -> str:
        return str(self.id)


class Child(models.Model):
    """A child, without personal data. Before `claimed_at` it is a free tile of a class."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    nickname = models.CharField(max_length=40)
    avatar = models.CharField(max_length=20)
    tier = models.CharField(max_length=10, choices=Tier)
    claimed_at = models.DateTimeField(null=True, blank=True)
    # Grows with each reset: a phone whose lock is older lets the child choose new pictures.
    secret_generation = models.PositiveIntegerField(default=0)
    erased_at = models.DateTimeField(null=True, blank=True)

    # What DRF and Django ask of the one who makes a request.
    is_authenticated = True
    is_anonymous = False
    is_active = True

    def __str__(self) -> str:
        return str(self.id)


class Session(models.Model):
    """One sign-in on one device, by a teacher or by a child. Tokens only point at it.

    `generation` counts the refreshes: only the newest refresh token is good. The one before
    stays good until the newest was seen in use (`used_generation`): a prepaid phone may lose
    the answer and be away for days before it asks again.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="sessions")
    child = models.ForeignKey(Child, null=True, blank=True, on_delete=models.CASCADE, related_name="sessions")
    device = models.UUIDField()
    generation = models.PositiveIntegerField(default=0)
    used_generation = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    refreshed_at = models.DateTimeField()
    last_seen_day = models.DateField()
    expires_at = models.DateTimeField()
    absolute_expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="session_user_xor_child",
                condition=Q(user__isnull=True, child__isnull=False) | Q(user__isnull=False, child__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def role(self) -> str:
        """child, teacher or staff."""
        if self.user is None:
            return "child"
        return "staff" if self.user.is_staff else "teacher"

    @property
    def owner(self) -> User | Child:
        """The one who signed in."""
        owner = self.user or self.child
        assert owner is not None  # the constraint above
        return owner

    def is_live(self) -> bool:
        """Whether it still signs its owner in, at this moment."""
        if self.revoked_at is not None or self.expires_at <= clock.now():
            return False
        return self.user.is_active if self.user else self.child is not None and self.child.erased_at is None


class Card(models.Model):
    """A printed card. Its QR holds the secret, which is known nowhere else: here stands only its hash."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="cards")
    secret_hash = models.CharField(max_length=64, db_index=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_card_at_a_time", fields=["child"], condition=Q(revoked_at__isnull=True))
        ]

    def __str__(self) -> str:
        return str(self.id)


class SignUp(models.Model):
    """A teacher who wants an account. It becomes a User once confirmed and approved, and goes then."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField()
    display_name = models.CharField(max_length=60)
    password = models.CharField(max_length=128)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.id)


class Ticket(models.Model):
    """A link sent by mail, good once. Its token is known nowhere else: here stands only its hash."""

    class Purpose(models.TextChoices):
        INVITE = "invite"
        CONFIRM = "confirm"
        RESET = "reset"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    purpose = models.CharField(max_length=7, choices=Purpose)
    email = models.EmailField()
    sign_up = models.ForeignKey(SignUp, null=True, blank=True, on_delete=models.CASCADE, related_name="tickets")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.id)


class FailureCount(models.Model):
    """How often something failed in one window of time; the key is a keyed hash, never an address."""

    key = models.CharField(primary_key=True, max_length=64)
    count = models.PositiveIntegerField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key
