"""The files under deploy/ against the program, and against what docs/operations.md promises of them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).parents[1]
DEPLOY = sorted(ROOT.joinpath("deploy").iterdir())
OPERATIONS = ROOT.joinpath("docs/operations.md").read_text("utf-8")
# Of Compose itself: which folder it mounts.
COMPOSE_ONLY = {"IQTIBAS_DOCUMENTS"}


def settings() -> set[str]:
    return {
        str(field.validation_alias or f"IQTIBAS_{name.upper()}")
        for name, field in Settings.model_fields.items()
    }


@pytest.mark.parametrize("path", [*DEPLOY, ROOT / "docs/operations.md"], ids=lambda path: path.name)
def test_every_setting_that_is_named_exists(path: Path) -> None:
    named = set(re.findall(r"\b(?:IQTIBAS|TELEGRAM)_[A-Z_]+\b", path.read_text("utf-8")))
    assert named - COMPOSE_ONLY <= settings()


@pytest.mark.parametrize("path", DEPLOY, ids=lambda path: path.name)
def test_every_file_is_told_of(path: Path) -> None:
    assert f"deploy/{path.name}" in OPERATIONS


@pytest.mark.parametrize(
    ("description", "name", "line"),
    [
        ("the container isn't root", "Containerfile", "USER iqtibas"),
        ("the container tells its health", "Containerfile", "HEALTHCHECK "),
        ("the container's root is read-only", "compose.yaml", "read_only: true"),
        ("the container has no capabilities", "compose.yaml", "cap_drop: [ALL]"),
        ("the service isn't root", "iqtibas.service", "DynamicUser=yes"),
        ("the service's system is read-only", "iqtibas.service", "ProtectSystem=strict"),
        ("a wrong token isn't tried for ever", "iqtibas.service", "RestartPreventExitStatus=2"),
    ],
)
def test_the_promises_of_each_file_stand_in_it(description: str, name: str, line: str) -> None:
    assert line in ROOT.joinpath("deploy", name).read_text("utf-8"), description


def test_the_container_has_the_uv_that_made_the_lock() -> None:
    (version,) = re.findall(
        r"^UV_VERSION := (.+)$", ROOT.joinpath("Makefile").read_text("utf-8"), re.MULTILINE
    )
    assert f"uv=={version}" in ROOT.joinpath("deploy/Containerfile").read_text("utf-8")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze reads the unit")
def test_systemd_reads_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / "iqtibas.service"
    text = ROOT.joinpath("deploy/iqtibas.service").read_text("utf-8")
    # The program isn't installed where the unit expects it.
    unit.write_text(text.replace("/opt/iqtibas/bin/iqtibas", "/bin/true"), "utf-8")
    command = [shutil.which("systemd-analyze") or "", "verify", str(unit)]
    read = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "iqtibas.service" not in read.stderr, read.stderr
