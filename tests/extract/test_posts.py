"""Social-media posts that a report carries."""

from __future__ import annotations

from tawthiq.extract.posts import read_posts
from tests.extract.pages import page_of, reading_of

TEXT = """قال شاهد إن السوق احترق.
احتراق سوق البلدة ولا إصابات
— شبكة الجنوب (@south_net) March 3, 2024
تقرير: نادر الخطيب #الجنوب"""


def test_author_handle_date_words_and_credit() -> None:
    page = page_of(TEXT)
    [post] = read_posts(page, reading_of(page, persons=["نادر الخطيب"], groups=["شبكة الجنوب"])).posts
    assert (post.author.text, post.handle.text) == ("شبكة الجنوب", "@south_net")
    assert post.date is not None
    assert post.date.text == "2024-03-03"
    assert post.text.text == "احتراق سوق البلدة ولا إصابات"
    assert [credit.text for credit in post.credits] == ["نادر الخطيب"]


def test_an_address_in_the_text_is_no_post() -> None:
    page = page_of("راسلونا على news@example.org أو عبر (@south_net) في أي وقت.")
    assert read_posts(page, reading_of(page)).posts == ()
