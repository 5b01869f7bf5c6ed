/** What the tests of this module share. */
package vn.motcua.dossier.testing;
