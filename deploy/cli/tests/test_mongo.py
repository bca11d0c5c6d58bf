import unittest

from cli.mongo import decode, encode


class BsonTest(unittest.TestCase):
    def test_what_is_encoded_is_read_back(self):
        document = {"a": 1, "b": "é", "c": True, "d": {"e": [1, "x", {"f": False}]}, "g": []}
        self.assertEqual(document, decode(encode(document)))

    def test_bytes_are_those_of_the_specification(self):
        expected = b"\x16\x00\x00\x00\x02hello\x00\x06\x00\x00\x00world\x00\x00"
        self.assertEqual(expected, encode({"hello": "world"}))

    def test_an_unknown_type_is_refused(self):
        with self.assertRaises(TypeError):
            encode({"a": object()})
