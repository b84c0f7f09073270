"""A body's headings stand under "On this page" in plain words, each with an anchor of its own."""


def test_headings_are_listed_in_plain_words(make_page, client):
    body = [("text", "<h2>Ce qu'il faut &amp; pourquoi</h2><p>x</p><h2>Ce qu'il faut &amp; pourquoi</h2>")]
    make_page("Page", "Feuille", body_en=body, body_fr=body)
    html = client.get("/fr/feuille/").content.decode()
    assert 'id="ce-quil-faut-pourquoi"' in html
    assert 'href="#ce-quil-faut-pourquoi-2"' in html
    assert "&amp;amp;" not in html
    assert "&amp;#x27;" not in html
