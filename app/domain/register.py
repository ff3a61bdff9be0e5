"""The standing register: applications, configuration items, teams, people, environments, build machines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class CiKind(StrEnum):
    """What a configuration item is."""

    SERVER = "server"
    DATABASE = "database"
    NETWORK_DEVICE = "network_device"
    STORAGE = "storage"
    SHARED_LIBRARY = "shared_library"


class Stage(StrEnum):
    """Where an environment stands on the way to production."""

    TEST = "test"
    QA = "qa"
    PRE_PRODUCTION = "pre_production"
    PRODUCTION = "production"


class Role(StrEnum):
    """What a person may attest or sign as."""

    RELEASE_MANAGER = "release_manager"
    QA_MANAGER = "qa_manager"
    BUSINESS_OWNER = "business_owner"
    SENIOR_MANAGEMENT = "senior_management"
    OPERATIONS = "operations"
    SECURITY = "security"
    NETWORK = "network"
    DEVELOPMENT = "development"

    @property
    def words(self) -> str:
        """As people write it: 'QA manager'."""
        return "QA manager" if self is Role.QA_MANAGER else self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Team:
    """A group that people belong to; `is_development` marks developers, who should not be needed at night."""

    name: str
    is_development: bool = False
    is_archived: bool = False
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Absence:
    """Whole days on which a person is away, both ends included."""

    first_day: date
    last_day: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who owns, attests, signs or plays a part in a window.

    Working hours are wall-clock times in `zone_name`; `work_days` holds ISO weekdays (1 = Monday).
    """

    name: str
    email: str = ""
    phone: str = ""
    team_id: int | None = None
    roles: tuple[Role, ...] = ()
    zone_name: str = "UTC"
    work_days: tuple[int, ...] = (1, 2, 3, 4, 5)
    work_from: time = time(9)
    work_until: time = time(17)
    absences: tuple[Absence, ...] = ()
    is_archived: bool = False
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class ConfigurationItem:
    """A server, database, network device, storage or shared library; `depends_on` holds ids of others."""

    name: str
    kind: CiKind = CiKind.SERVER
    capacity: int = 1
    depends_on: tuple[int, ...] = ()
    is_archived: bool = False
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Application:
    """One business service; tier 1 is the most critical; allowed downtime is in minutes a calendar month."""

    name: str
    tier: int = 3
    team_id: int | None = None
    business_owner_id: int | None = None
    configuration_items: tuple[int, ...] = ()
    depends_on: tuple[int, ...] = ()
    allowed_downtime_minutes: int = 240
    is_archived: bool = False
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Environment:
    """A place builds are deployed into."""

    name: str
    stage: Stage
    is_archived: bool = False
    id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class BuildMachine:
    """A machine whose builds count while it is registered (not archived)."""

    name: str
    is_archived: bool = False
    id: int | None = None
    version: int = 1
