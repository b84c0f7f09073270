"""Every way into the picture library keeps the pixels and nothing else."""

import io
import os
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.utils import translation
from PIL import Image
from wagtail.models import UploadedFile

from education.models import Picture
from education.uploads import pixels_only

ROOT = Path(__file__).resolve().parents[2]
ALT = {"alt_en": "A boat", "alt_fr": "Un bateau"}
SECRET = b"<script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'


def drawn(kind="JPEG", size=(120, 80), mode="RGB", **options):
    out = io.BytesIO()
    Image.new(mode, size, "teal" if mode != "L" else 90).save(out, kind, **options)
    return out.getvalue()


def with_exif():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (45.0, 30.0, 0.0)
    return drawn(exif=exif, comment=b"SecretComment")


def png_bomb(side=11_270):
    """127 million pixels in 15 kB."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((side + 7) // 8 + 1) * side, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def animation(kind):
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("teal", "white", "black")]
    out = io.BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    return out.getvalue()


def refused(content):
    with pytest.raises(ValidationError) as caught:
        pixels_only(content)
    return caught.value.code


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_keeps_its_format_and_size(kind):
    content, found = pixels_only(drawn(kind))
    picture = Image.open(io.BytesIO(content))
    assert (found, picture.format, picture.size) == (kind, kind, (120, 80))


def test_place_camera_and_comment_are_gone_and_the_picture_stands_upright():
    content, _kind = pixels_only(with_exif())
    picture = Image.open(io.BytesIO(content))
    assert picture.size == (80, 120)
    assert not picture.getexif()
    assert not {"exif", "comment", "icc_profile", "xmp"} & set(picture.info)
    assert b"Secret" not in content


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_is_hidden_behind_a_picture_is_gone(kind):
    content, _kind = pixels_only(drawn(kind) + SECRET)
    assert SECRET not in content


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_unusual_pngs_are_taken_in(mode):
    out = io.BytesIO()
    Image.new(mode, (10, 10)).save(out, "PNG")
    assert pixels_only(out.getvalue())[1] == "PNG"


def test_transparency_is_kept():
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    assert Image.open(io.BytesIO(pixels_only(out.getvalue())[0])).getpixel((5, 5))[3] == 0


def test_a_picture_for_print_becomes_one_for_the_screen():
    out = io.BytesIO()
    Image.new("CMYK", (10, 10)).save(out, "JPEG")
    assert Image.open(io.BytesIO(pixels_only(out.getvalue())[0])).mode == "RGB"


def test_a_foreign_colour_profile_does_not_stop_an_upload():
    assert pixels_only(drawn(icc_profile=b"nonsense"))[1] == "JPEG"


@pytest.mark.parametrize("content", [SVG, b"<html>" + SECRET, b"", b"GIF89a", b"%PDF-1.7", b"\x00" * 99])
def test_what_is_no_picture_is_refused(content):
    assert refused(content) == "format"


@pytest.mark.parametrize("kind", ["GIF", "TIFF", "BMP", "ICO", "AVIF"])
def test_other_formats_are_refused(kind):
    assert refused(drawn(kind)) == "format"


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_what_moves_is_refused(kind):
    assert refused(animation(kind)) == "animation"


def test_half_a_picture_is_refused():
    whole = drawn("PNG", (600, 600))
    assert refused(whole[: len(whole) // 2]) in {"damaged", "format"}


def test_a_bomb_is_refused_before_it_unfolds(tmp_path):
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(png_bomb())
    assert bomb.stat().st_size < 20_000
    script = (
        "import django, resource, sys, time; django.setup()\n"
        "from education.uploads import pixels_only\n"
        "content = open(sys.argv[1], 'rb').read()\n"
        "used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "before, start = used(), time.monotonic()\n"
        "try: pixels_only(content)\n"
        "except Exception as error: print(error.code, time.monotonic() - start, (used() - before) / 1024)\n"
    )
    paths = os.pathsep.join([str(ROOT / "site"), str(ROOT)])
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "balise.settings", "PYTHONPATH": paths}
    run = subprocess.run(
        [sys.executable, "-c", script, bomb], env=env, capture_output=True, text=True, check=True
    )
    code, seconds, megabytes = run.stdout.split()
    assert code == "pixels"
    assert float(seconds) < 0.5
    assert float(megabytes) < 100


def test_errors_can_be_said_in_either_language():
    with translation.override("fr"), pytest.raises(ValidationError) as caught:
        pixels_only(SVG)
    assert "Ce n'est pas une image" in caught.value.messages[0]


# --- every way in


def upload(content, name="boat.jpg"):
    return SimpleUploadedFile(name, content)


def large_upload(content, name="boat.jpg"):
    """What Django makes of a file above 2.5 MB: one that is moved into place."""
    file = TemporaryUploadedFile(name, "image/jpeg", len(content), None)
    file.write(content)
    file.seek(0)
    return file


def add_one(client, file):
    return client.post("/admin/images/add/", {"title": "Boat", "file": file, **ALT})


def choose(client, file):
    return client.post(
        "/admin/images/chooser/create/",
        {"image-chooser-upload-title": "Boat", "image-chooser-upload-file": file}
        | {f"image-chooser-upload-{name}": value for name, value in ALT.items()},
    )


def add_many(client, file):
    """Upload among several, then give the alternative texts that the first step cannot have."""
    first = client.post("/admin/images/multiple/add/", {"title": "Boat", "files[]": file}).json()
    if not first["success"]:
        return first
    number = first["uploaded_file_id"]
    staged = UploadedFile.objects.get(pk=number).file.read()
    assert SECRET not in staged
    prefix = f"uploaded-image-{number}"
    fields = {f"{prefix}-{name}": value for name, value in {"title": "Boat", **ALT}.items()}
    return client.post(f"/admin/images/multiple/create_from_uploaded_image/{number}/", fields).json()


def replace(client, file):
    picture = Picture.objects.create(title="Old", file=ImageFile(io.BytesIO(drawn("PNG")), "old.png"), **ALT)
    return client.post(f"/admin/images/{picture.pk}/", {"title": "Boat", "file": file, **ALT})


WAYS = [add_one, choose, add_many, replace]


@pytest.mark.parametrize("make", [upload, large_upload])
@pytest.mark.parametrize("way", WAYS)
def test_every_way_in_keeps_the_pixels_only(editing, way, make):
    way(editing, make(with_exif() + SECRET))
    stored = Picture.objects.get(title="Boat").file.read()
    assert b"Secret" not in stored
    assert SECRET not in stored
    assert Image.open(io.BytesIO(stored)).size == (80, 120)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("content", "name"),
    [(SVG, "boat.svg"), (SVG, "boat.png"), (b"<html>" + SECRET, "boat.jpg"), (png_bomb(), "boat.png")],
    ids=["svg", "svg named png", "html named jpg", "bomb"],
)
def test_no_way_in_takes_anything_else(editing, way, content, name):
    way(editing, upload(content, name))
    assert not Picture.objects.filter(title="Boat").exists()
    assert not UploadedFile.objects.exists()


@pytest.mark.parametrize("way", [add_one, choose])
@pytest.mark.parametrize("missing", ["alt_en", "alt_fr"])
def test_a_picture_without_both_alternative_texts_is_refused(editing, way, missing, monkeypatch):
    monkeypatch.setitem(ALT, missing, "")
    way(editing, upload(drawn()))
    assert not Picture.objects.exists()


def test_a_name_that_lies_about_the_format_is_refused(editing):
    response = add_one(editing, upload(drawn("PNG"), "boat.jpg"))
    assert "PNG" in response.content.decode()
    assert not Picture.objects.exists()


def test_the_name_of_a_picture_says_nothing_and_never_comes_twice(editing):
    for _time in range(2):
        add_one(editing, upload(drawn(), "Amélie 7 ans École X.jpg"))
    names = list(Picture.objects.values_list("file", flat=True))
    assert len(set(names)) == 2
    assert all(len(Path(name).stem) == 24 and "Am" not in name for name in names)


def test_changing_the_texts_alone_keeps_the_picture(editing):
    add_one(editing, upload(drawn()))
    before = Picture.objects.get()
    editing.post(f"/admin/images/{before.pk}/", {"title": "Boat", **ALT, "alt_fr": "Un navire"})
    after = Picture.objects.get()
    assert (after.alt_fr, after.file.name) == ("Un navire", before.file.name)


def test_replacing_a_picture_changes_its_address(editing):
    replace(editing, upload(drawn()))
    picture = Picture.objects.get()
    address = picture.get_rendition("max-50x50").url
    editing.post(
        f"/admin/images/{picture.pk}/", {"title": "Boat", "file": upload(drawn(size=(300, 300))), **ALT}
    )
    assert Picture.objects.get().get_rendition("max-50x50").url != address


def test_a_rendition_is_served_for_ever_and_the_original_never(editing, client):
    add_one(editing, upload(drawn()))
    picture = Picture.objects.get()
    response = client.get(picture.get_rendition("max-50x50").url)
    assert response.status_code == 200
    assert "immutable" in response["Cache-Control"]
    assert client.get(picture.file.url).status_code == 404
