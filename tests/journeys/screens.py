"""A screen at which somebody works, small or large, and whoever looks over its shoulder."""

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.journeys.looking import Looker
from tests.journeys.server import Server
from tests.journeys.walking import Walker


@dataclass(frozen=True, slots=True)
class Screen:
    """A page of a browser, and the looker that fits it."""

    page: Page
    looker: Looker

    def at(self, server: Server) -> Walker:
        """Somebody at this screen who opens this server."""
        return Walker(self.page, self.looker, server.url)
