"""People who sign in, and invitations to become one."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from guardbook.records.base import Row, TenantRow


class UserManager(BaseUserManager["User"]):
    """Finds users by their sign-in name."""


class User(AbstractBaseUser, Row):
    """Somebody who signs in. Email is optional; the sign-in name is what they type."""

    last_login = None  # sign-ins are in the audit trail, where nothing is overwritten
    name = models.CharField(max_length=120)
    sign_in_name = models.CharField(max_length=254, unique=True)
    email = models.EmailField(max_length=254, null=True, blank=True, unique=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "sign_in_name"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.name


class Invitation(TenantRow):
    """A one-use link. Only a digest of its secret is kept."""

    digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=120)
    email = models.EmailField(max_length=254, blank=True)
    access_role = models.CharField(max_length=32)
    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Invitation for {self.name}"
