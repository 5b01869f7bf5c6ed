package vn.motcua.local.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import vn.motcua.local.machine.Directories;

/** An RSA key pair of 2048 bits: for tokens, and for the carrier's signatures. */
public final class SigningKey {

    private final RSAPrivateCrtKey privateKey;
    private final PublicKey publicKey;

    private SigningKey(RSAPrivateCrtKey privateKey) throws GeneralSecurityException {
        this.privateKey = privateKey;
        this.publicKey = KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
    }

    public static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKey((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no RSA keys", e);
        }
    }

    /** The key in the file, made at the first time. */
    public static SigningKey keptIn(Path file) {
        try {
            if (Files.exists(file)) {
                return of(Files.readString(file).strip());
            }
            SigningKey fresh = generate();
            Directories.writeSecret(file, fresh.privateBase64() + "\n");
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the signing key " + file, e);
        }
    }

    static SigningKey of(String privateBase64) {
        try {
            byte[] der = Base64.getDecoder().decode(privateBase64);
            return new SigningKey(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("not an RSA private key in PKCS #8 form", e);
        }
    }

    /** Base64 of the signature (RSA with SHA-256) over the bytes. */
    public String sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey);
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** Base64 of the public key in DER form. */
    public String publicBase64() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    String privateBase64() {
        return Base64.getEncoder().encodeToString(privateKey.getEncoded());
    }

    /** A short name of the key, from its modulus. */
    String id() {
        return privateKey.getModulus().mod(BigInteger.ONE.shiftLeft(64)).toString(36);
    }
}
