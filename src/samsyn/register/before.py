"""The door to what an import may do before the register is open, and so without Django."""

from samsyn.register.intake.files import FilesFound, find_files
from samsyn.register.intake.workers import prepare_to_read

__all__ = ["FilesFound", "find_files", "prepare_to_read"]
