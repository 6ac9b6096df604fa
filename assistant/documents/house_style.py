"""How the house's pages look: logo, colours, font, language and tone, from the settings of the workspace."""

from dataclasses import dataclass
from pathlib import Path

from assistant.documents.outline import Level
from assistant.errors import UsageError
from assistant.settings import Documents, Settings

INK, PAPER, QUIET, LINE = "#1f2933", "#ffffff", "#52606d", "#d9e2ec"
LEVELS = {Level.GOOD: "#166534", Level.CAREFUL: "#92400e", Level.BAD: "#991b1b", Level.NEUTRAL: "#334155"}
"""Dark enough to be read on white and on their own tint."""
TINTS = {Level.GOOD: "#dcfce7", Level.CAREFUL: "#fef3c7", Level.BAD: "#fee2e2", Level.NEUTRAL: "#f1f5f9"}
TILE = "#f5f7f9"
"""Behind a key figure."""
LOGOS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
MOST_LOGO = 2_000_000


@dataclass(frozen=True)
class Logo:
    """A picture with its kind ("image/png")."""

    content: bytes
    media_type: str
    suffix: str


@dataclass(frozen=True)
class HouseStyle:
    """What every page of the house shares.

    Colours are #rrggbb. `font` is what files name that are opened with the reader's own fonts (Word, slides, HTML);
    PDF pages are set in a font that comes along.
    """

    agency: str = ""
    primary: str = "#0f766e"
    accent: str = "#0d9488"
    font: str = "Calibri"
    footer: str = ""
    tone: str = "plain"
    language: str = ""
    logo: Logo | None = None

    def foot(self, more: str) -> str:
        """What stands at the foot of a page: the agency, its own line, and what the document adds."""
        return " · ".join(one for one in (self.agency, self.footer, more) if one)

    @property
    def shades(self) -> tuple[str, ...]:
        """The colours of a chart with several series, the house's own first."""
        return (self.primary, "#d97706", "#4f46e5", "#be185d", "#475569", "#65a30d", "#0284c7", self.accent)


def house_style(settings: Settings, folder: Path) -> HouseStyle:
    """The style the settings describe; a logo is found relative to the workspace in `folder`."""
    told = settings.documents
    return HouseStyle(
        agency=told.agency,
        primary=told.primary_colour,
        accent=told.accent_colour,
        font=told.font,
        footer=told.footer,
        tone=told.tone,
        language=told.language or settings.locale[:2],
        logo=_logo(told, folder),
    )


def _logo(told: Documents, folder: Path) -> Logo | None:
    if not told.logo:
        return None
    path = folder / told.logo
    kind = LOGOS.get(path.suffix.lower())
    if kind is None:
        raise UsageError(f"The logo {told.logo} in workspace.toml is no PNG or JPEG picture. Save it as one.")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"The logo {told.logo} named in workspace.toml cannot be read from {folder} ({type(error).__name__}). "
            f"Put the picture there, or take the line out."
        ) from error
    if not content or len(content) > MOST_LOGO:
        raise UsageError(f"The logo {told.logo} is empty or larger than 2 MB. Save a smaller picture.")
    return Logo(content, kind, path.suffix.lower())
