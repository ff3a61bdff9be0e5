"""The tables, by subject; importing this package registers all of them on `Base.metadata`."""

from db.tables.audit import AuditEvent, AuditHead
from db.tables.base import Base
from db.tables.changes import (
    Attestation,
    Build,
    Change,
    ChangeApplication,
    ChangeConfigurationItem,
    Comment,
    Deployment,
    Ticket,
    Waiver,
)
from db.tables.imports import ImportBatch, ImportMemory, ImportProfile
from db.tables.packets import Packet
from db.tables.register import (
    Application,
    ApplicationConfigurationItem,
    ApplicationDependency,
    BuildMachine,
    CiDependency,
    ConfigurationItem,
    Environment,
    Person,
    Team,
)
from db.tables.sequence import Activity, ActivityLink, ActivityTemplate, WindowSequence
from db.tables.settings import Setting
from db.tables.windows import (
    BookingApplication,
    Checkpoint,
    EnvironmentBooking,
    Freeze,
    FreezeApplication,
    FreezeConfigurationItem,
    FreezeEnvironment,
    FrozenGate,
    MaintenanceWindow,
    WindowSeries,
)

__all__ = [
    "Activity",
    "ActivityLink",
    "ActivityTemplate",
    "Application",
    "ApplicationConfigurationItem",
    "ApplicationDependency",
    "Attestation",
    "AuditEvent",
    "AuditHead",
    "Base",
    "BookingApplication",
    "Build",
    "BuildMachine",
    "Change",
    "ChangeApplication",
    "ChangeConfigurationItem",
    "Checkpoint",
    "CiDependency",
    "Comment",
    "ConfigurationItem",
    "Deployment",
    "Environment",
    "EnvironmentBooking",
    "Freeze",
    "FreezeApplication",
    "FreezeConfigurationItem",
    "FreezeEnvironment",
    "FrozenGate",
    "ImportBatch",
    "ImportMemory",
    "ImportProfile",
    "MaintenanceWindow",
    "Packet",
    "Person",
    "Setting",
    "Team",
    "Ticket",
    "Waiver",
    "WindowSequence",
    "WindowSeries",
]
