"""The second factor: a code from an app, set up by scanning a picture that our own page draws."""

from allauth.mfa.adapter import DefaultMFAAdapter


class SecondFactorAdapter(DefaultMFAAdapter):
    """The account library's second factor, with a picture that no policy and no dark mode spoils."""

    def build_totp_svg(self, url: str) -> str:
        """Return the address as a QR code, dark on white, to stand in the page itself."""
        import qrcode
        from qrcode.image.svg import SvgPathFillImage

        drawn: str = qrcode.make(url, image_factory=SvgPathFillImage).to_string(encoding="unicode")
        return drawn
