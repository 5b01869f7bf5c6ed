package vn.motcua.dossier.papers.signing;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An issuer and whom it vouches for, made anew for each test run. */
final class Certificates {

    /** A key with its certificate. */
    record Holder(KeyPair keys, X509Certificate certificate) {}

    static final Instant BEGIN = Instant.parse("2022-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2025-01-01T00:00:00Z");

    private Certificates() {}

    static Holder issuer(String name) throws Exception {
        var keys = keys("RSA", 2048);
        return new Holder(keys, certificate(name, name, keys, keys, true, KeyUsage.keyCertSign));
    }

    static Holder signer(String name, Holder issuer, String algorithm) throws Exception {
        return signer(name, issuer, algorithm, KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
    }

    static Holder signer(String name, Holder issuer, String algorithm, int usage) throws Exception {
        var keys = keys(algorithm, algorithm.equals("RSA") ? 2048 : 256);
        var issuerName = issuer.certificate().getSubjectX500Principal().getName();
        return new Holder(keys, certificate(name, issuerName, keys, issuer.keys(), false, usage));
    }

    static Path keyStore(Path folder, Holder signer, Holder issuer, String password) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "papers",
                signer.keys().getPrivate(),
                password.toCharArray(),
                List.of(signer.certificate(), issuer.certificate()).toArray(X509Certificate[]::new));
        var file = folder.resolve("signer.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    private static KeyPair keys(String algorithm, int size) throws Exception {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            String name, String issuer, KeyPair keys, KeyPair issuerKeys, boolean authority, int usage)
            throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Principal(issuer),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(BEGIN),
                Date.from(END),
                new X500Principal(name),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuerKeys.getPrivate())));
    }
}
