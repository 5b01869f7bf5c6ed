package vn.motcua.dossier.papers.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Signs with the one key of a PKCS#12 file, read once. */
public final class KeyStoreSigner implements Signer {

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private KeyStoreSigner(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = chain;
    }

    /** @throws IllegalStateException if the file cannot be read with that password, or holds no key or several */
    public static KeyStoreSigner open(Path file, String password) {
        try (var in = Files.newInputStream(file)) {
            var secret = password.toCharArray();
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            var keys = Collections.list(store.aliases()).stream()
                    .filter(alias -> isKey(store, alias))
                    .toList();
            if (keys.size() != 1) {
                throw new IllegalStateException("the key store has " + keys.size() + " keys, not one");
            }
            var chain = Arrays.stream(store.getCertificateChain(keys.get(0)))
                    .map(X509Certificate.class::cast)
                    .toList();
            return new KeyStoreSigner((PrivateKey) store.getKey(keys.get(0), secret), chain);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException(
                    "motcua.signing.key-store.file=" + file + " cannot be read with motcua.signing.key-store.password",
                    unreadable);
        }
    }

    @Override
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public byte[] sign(byte[] toBeSigned) throws SigningAway {
        try {
            var signature = Signature.getInstance(Algorithms.ofKey(chain.get(0).getPublicKey()));
            signature.initSign(key);
            signature.update(toBeSigned);
            return signature.sign();
        } catch (GeneralSecurityException failed) {
            throw new SigningAway("the key store's key does not sign", failed);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
