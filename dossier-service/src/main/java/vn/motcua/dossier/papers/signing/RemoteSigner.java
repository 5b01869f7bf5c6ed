package vn.motcua.dossier.papers.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Signs with a key that a signing service holds, in the manner of the Cloud Signature Consortium's API: the certificate is read once, each signature
 * is authorised for one hash and asked for. The service sees the hash, never the paper. Nothing is repeated here: who asked may ask again.
 */
public final class RemoteSigner implements Signer {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Where the key is.
     *
     * @param token bearer token; null without one
     * @param pin of the credential; null without one
     */
    public record Account(URI url, String token, String credential, String pin, Duration timeout) {
        @Override
        public String toString() {
            return "Account[" + url + ", " + credential + "]";
        }
    }

    private final Account account;
    private final HttpClient client;
    private volatile List<X509Certificate> chain;

    public RemoteSigner(Account account) {
        this.account = account;
        this.client = HttpClient.newBuilder().connectTimeout(account.timeout()).build();
    }

    @Override
    public List<X509Certificate> chain() throws SigningAway {
        var known = chain;
        if (known == null) {
            known = read(ask("credentials/info", body().put("certificates", "chain"))
                    .path("cert")
                    .path("certificates"));
            chain = known;
        }
        return known;
    }

    @Override
    public byte[] sign(byte[] toBeSigned) throws SigningAway {
        var hash = Base64.getEncoder().encodeToString(Algorithms.sha256(toBeSigned));
        var order = body().put("numSignatures", 1);
        order.putArray("hash").add(hash);
        if (account.pin() != null) {
            order.put("PIN", account.pin());
        }
        var authorised = ask("credentials/authorize", order);
        var request = body().put("SAD", authorised.path("SAD").asText())
                .put("hashAlgo", Algorithms.SHA256_OID)
                .put("signAlgo", Algorithms.oidOfKey(chain().get(0).getPublicKey()));
        request.putArray("hash").add(hash);
        var answer = ask("signatures/signHash", request).path("signatures").path(0);
        try {
            var signature = Base64.getDecoder().decode(answer.asText());
            if (holds(signature, toBeSigned)) {
                return signature;
            }
        } catch (IllegalArgumentException | GeneralSecurityException garbled) {
            throw new SigningAway("the signing service's answer is no signature");
        }
        // The credential may have another key by now; the next paper asks for its certificate anew.
        chain = null;
        throw new SigningAway("the signing service's signature does not go with its certificate");
    }

    /** What is laid in once is the original for good: nothing that would not hold is handed on. */
    private boolean holds(byte[] signature, byte[] signed) throws SigningAway, GeneralSecurityException {
        var key = chain().get(0).getPublicKey();
        var check = Signature.getInstance(Algorithms.ofKey(key));
        check.initVerify(key);
        check.update(signed);
        return check.verify(signature);
    }

    private ObjectNode body() {
        return JSON.createObjectNode().put("credentialID", account.credential());
    }

    private JsonNode ask(String what, ObjectNode body) throws SigningAway {
        var base = account.url().toString();
        var request = HttpRequest.newBuilder(URI.create(base.endsWith("/") ? base + what : base + "/" + what))
                .timeout(account.timeout())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        if (account.token() != null) {
            request.header("Authorization", "Bearer " + account.token());
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new SigningAway("the signing service answered " + answer.statusCode() + " to " + what);
            }
            return JSON.readTree(answer.body());
        } catch (IOException unreachable) {
            throw new SigningAway("the signing service cannot be asked for " + what, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SigningAway("stopped while the signing service was asked", stopped);
        }
    }

    private static List<X509Certificate> read(JsonNode certificates) throws SigningAway {
        var chain = new ArrayList<X509Certificate>();
        try {
            var factory = CertificateFactory.getInstance("X.509");
            for (var each : certificates) {
                chain.add((X509Certificate) factory.generateCertificate(
                        new ByteArrayInputStream(Base64.getMimeDecoder().decode(each.asText()))));
            }
        } catch (CertificateException | IllegalArgumentException garbled) {
            throw new SigningAway("the signing service's certificates cannot be read", garbled);
        }
        if (chain.isEmpty()) {
            throw new SigningAway("the signing service knows no certificate of the credential");
        }
        return List.copyOf(chain);
    }
}
