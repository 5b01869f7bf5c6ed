/**
 * A PDF comes in and leaves with an agency's signature on it (PAdES, baseline B), or with a verdict on the signatures that it came with. The key is in a
 * key store of this machine, or with a signing service that sees hashes only.
 */
package vn.motcua.dossier.papers.signing;
