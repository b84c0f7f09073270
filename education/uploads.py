"""Take in a picture: look at its header first, then keep nothing of it but the pixels."""

import io
import struct
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

MOST_PIXELS = 24_000_000
Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # twice that raises an error wherever a picture is opened
EXTENSIONS = {"JPEG": ("jpg", "jpeg"), "PNG": ("png",), "WEBP": ("webp",)}
_LIKE_JPEG = "MPO"  # a telephone's JPEG with further pictures behind the first
_SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 88, "progressive": True, "optimize": True},
    "PNG": {},
    "WEBP": {"quality": 88},
}
_ALT_FIELDS = ("alt_en", "alt_fr")


def pixels_only(content: bytes) -> tuple[bytes, str]:
    """Return the picture encoded anew and its format; raise ValidationError for anything else.

    What stood beside the pixels is gone: place and device, comments, thumbnails, and whatever else
    was hidden before or behind the picture.
    """
    picture = _open(content)
    kind = _kind(picture)
    _check_header(picture, kind)
    try:
        picture.load()
        plain = _plain(picture)
        out = io.BytesIO()
        plain.save(out, kind, **_SAVING[kind])
    except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError) as error:
        raise ValidationError(_("The picture is damaged. Save it again and retry."), "damaged") from error
    return out.getvalue(), kind


class PictureField(WagtailImageField):
    """A file field that lets only the pixels through."""

    def to_python(self, data: Any) -> Any:
        """Check and clean the upload in place, so that no other reader of it sees the original."""
        if isinstance(data, UploadedFile):
            self.check_image_file_size(data)
            _replace(data, *pixels_only(data.read()))
        return super().to_python(data)


class PictureForm(BaseImageForm):
    """The form behind every way into the picture library; alternative texts come in both languages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            file = self.fields["file"]
            self.fields["file"] = PictureField(label=file.label, required=file.required, widget=file.widget)
        for name in _ALT_FIELDS:
            if name in self.fields:
                self.fields[name].required = True


def _open(content: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(content), formats=tuple(EXTENSIONS))
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except (OSError, SyntaxError, ValueError, struct.error) as error:
        message = _("This is not a JPEG, PNG or WebP picture, whatever its name says.")
        raise ValidationError(message, "format") from error


def _kind(picture: Image.Image) -> str:
    return "JPEG" if picture.format == _LIKE_JPEG else str(picture.format)


def _check_header(picture: Image.Image, kind: str) -> None:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise _too_many_pixels()
    if kind != "JPEG" and getattr(picture, "n_frames", 1) > 1:
        raise ValidationError(_("The picture moves. Choose one that stands still."), "animation")


def _too_many_pixels() -> ValidationError:
    message = _("The picture has too many pixels. Make it smaller: at most %(number)d million.")
    return ValidationError(message, "pixels", {"number": MOST_PIXELS // 1_000_000})


def _plain(picture: Image.Image) -> Image.Image:
    """Return the pixels upright, in sRGB, in a mode every format can hold, with nothing beside them."""
    upright = ImageOps.exif_transpose(picture)
    see_through = "transparency" in upright.info or upright.mode in ("LA", "PA", "RGBA", "La", "RGBa")
    if upright.mode.startswith("I"):
        upright = upright.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    plain = _in_srgb(upright, "RGBA" if see_through else "RGB")
    plain.info = {}
    return plain


def _in_srgb(picture: Image.Image, mode: str) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "RGBA", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(picture, source, target, outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            converted = None  # a broken or foreign profile: the plain numbers will do
        if converted is not None:
            return converted
    return picture.convert(mode)


def _replace(upload: UploadedFile, content: bytes, kind: str) -> None:
    extension = PurePath(upload.name or "").suffix.lower().lstrip(".")
    if extension not in EXTENSIONS[kind]:
        message = _("The name ends in .%(extension)s, but this is a %(kind)s picture.")
        raise ValidationError(message, "extension", {"extension": extension, "kind": kind})
    upload.seek(0)
    upload.truncate()
    upload.write(content)
    upload.flush()
    upload.seek(0)
    upload.size = len(content)
