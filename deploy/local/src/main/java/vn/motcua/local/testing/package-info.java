/** What the tests of every service stand on: one real PostgreSQL and one real broker per test JVM go in, a fresh database, empty topics and a token key per application come out. */
package vn.motcua.local.testing;
