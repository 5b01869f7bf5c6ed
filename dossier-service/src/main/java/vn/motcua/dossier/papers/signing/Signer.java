package vn.motcua.dossier.papers.signing;

import java.security.cert.X509Certificate;
import java.util.List;

/** Whoever holds an agency's key. May wait for the network: never on an event loop. Safe for use by many threads. */
public interface Signer {

    /** The certificate of the key first, then whoever issued it, as far as it is known. */
    List<X509Certificate> chain() throws SigningAway;

    /**
     * A signature over these bytes, with SHA-256 and the kind of key that the certificate holds.
     *
     * @throws SigningAway if it cannot be had now
     */
    byte[] sign(byte[] toBeSigned) throws SigningAway;
}
