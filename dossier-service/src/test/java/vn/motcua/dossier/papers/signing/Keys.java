package vn.motcua.dossier.papers.signing;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import vn.motcua.dossier.papers.signing.Certificates.Holder;

/** Signs with a key in memory. */
final class Keys implements Signer {

    private final Holder holder;

    private Keys(Holder holder) {
        this.holder = holder;
    }

    static Signer of(Holder holder) {
        return new Keys(holder);
    }

    @Override
    public List<X509Certificate> chain() {
        return List.of(holder.certificate());
    }

    @Override
    public byte[] sign(byte[] toBeSigned) throws SigningAway {
        try {
            var signature =
                    Signature.getInstance(Algorithms.ofKey(holder.certificate().getPublicKey()));
            signature.initSign(holder.keys().getPrivate());
            signature.update(toBeSigned);
            return signature.sign();
        } catch (GeneralSecurityException failed) {
            throw new SigningAway("no", failed);
        }
    }
}
