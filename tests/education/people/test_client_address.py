"""Whose tries are counted: the nearest address that is not a proxy of ours."""

import pytest

from education.people.accounts import client_address


@pytest.mark.parametrize(
    ("remote", "forwarded", "trusted", "expected"),
    [
        ("192.0.2.1", "", [], "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7", [], "192.0.2.1"),
        ("10.0.0.1", "198.51.100.7", ["10.0.0.1"], "198.51.100.7"),
        ("10.0.0.1", "203.0.113.9, 198.51.100.7", ["10.0.0.0/8"], "198.51.100.7"),
        ("10.0.0.1", "198.51.100.7, 10.0.0.2", ["10.0.0.0/8"], "198.51.100.7"),
        ("10.0.0.1", "nonsense", ["10.0.0.0/8"], "10.0.0.1"),
        ("::ffff:10.0.0.1", "198.51.100.7", ["10.0.0.1"], "198.51.100.7"),
        ("192.0.2.1:4431", "", [], "192.0.2.1"),
        ("[2001:db8::1]:443", "", [], "2001:db8::1"),
        ("2001:db8::1", "198.51.100.7", ["2001:db8::/32"], "198.51.100.7"),
        ("", "198.51.100.7", [], ""),
    ],
)
def test_only_what_a_trusted_proxy_added_counts(remote, forwarded, trusted, expected):
    assert client_address(remote, forwarded, trusted) == expected
