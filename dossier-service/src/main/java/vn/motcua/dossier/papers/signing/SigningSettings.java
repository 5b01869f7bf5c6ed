package vn.motcua.dossier.papers.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who signs papers, and whose signatures are believed. */
@ConfigMapping(prefix = "motcua.signing")
public interface SigningSettings {

    /** NONE, papers are printed and signed by hand, has to be asked for: nothing that is to be signed goes out unsigned by forgetfulness. */
    @WithDefault("KEY_STORE")
    Kind kind();

    KeyStore keyStore();

    Remote remote();

    /** PEM files of the certificates that signers must lead up to; without any no signature is VALID, at best UNKNOWN. */
    Optional<List<Path>> trusted();

    /** Whether the issuer is asked (OCSP, lists) if a certificate was revoked. Needs the network. */
    @WithDefault("false")
    boolean checkRevocation();

    Reading reading();

    /** What the process that reads a signed PDF is given: what takes more is not looked into. */
    interface Reading {

        /** One process at a time in each instance, beside its own heap. */
        @WithDefault("256")
        int heapMegabytes();

        @WithDefault("PT20S")
        Duration time();
    }

    /** Who signs. */
    enum Kind {
        NONE,
        KEY_STORE,
        REMOTE
    }

    /** A PKCS#12 file with one key. */
    interface KeyStore {
        Optional<Path> file();

        Optional<String> password();
    }

    /** A signing service in the manner of the Cloud Signature Consortium's API, version 1. */
    interface Remote {
        Optional<URI> url();

        /** Sent as bearer token. */
        Optional<String> token();

        Optional<String> credential();

        /** Of the credential, where it has one. */
        Optional<String> pin();

        @WithDefault("PT10S")
        Duration timeout();
    }
}
