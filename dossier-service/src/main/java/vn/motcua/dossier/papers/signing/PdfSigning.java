package vn.motcua.dossier.papers.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Hashtable;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/**
 * Puts a signature on a PDF behind what is there already: PAdES baseline B, that is a detached CMS signature over the whole file, which names its own
 * certificate and leaves the time to the PDF's entry. Source: ETSI EN 319 142-1, table 1.
 */
public final class PdfSigning {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int ROOM_BYTES = 24 * 1024;

    private PdfSigning() {}

    /**
     * The file with the signature.
     *
     * @param at as the signer says; nobody else vouches for it
     * @throws SigningAway if no signature can be had now
     */
    public static byte[] sign(byte[] pdf, Signer signer, Instant at) throws SigningAway {
        var chain = signer.chain();
        try (var document = Loader.loadPDF(pdf);
                var options = new SignatureOptions()) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName(Names.of(chain.get(0)));
            signature.getCOSObject().setString(COSName.M, TIME.format(at));
            options.setPreferredSignatureSize(ROOM_BYTES);
            document.addSignature(signature, options);
            document.setDocumentId(at.toEpochMilli());
            var out = new ByteArrayOutputStream(pdf.length + 4 * ROOM_BYTES);
            var external = document.saveIncrementalForExternalSigning(out);
            byte[] content;
            try (var in = external.getContent()) {
                content = in.readAllBytes();
            }
            external.setSignature(cms(content, chain, signer));
            return out.toByteArray();
        } catch (IOException inMemory) {
            if (inMemory.getCause() instanceof SigningAway away) {
                throw away;
            }
            throw new UncheckedIOException(inMemory);
        }
    }

    private static byte[] cms(byte[] content, List<X509Certificate> chain, Signer signer)
            throws IOException, SigningAway {
        var asked = new Asked(signer, Algorithms.ofKey(chain.get(0).getPublicKey()));
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                    .setSignedAttributeGenerator(attributes(chain.get(0)))
                    .build(asked, new JcaX509CertificateHolder(chain.get(0))));
            generator.addCertificates(new JcaCertStore(chain));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (CMSException | OperatorCreationException | CertificateEncodingException failed) {
            if (asked.failure != null) {
                throw asked.failure;
            }
            throw new IOException("no signature could be made", failed);
        } catch (RuntimeException failed) {
            if (asked.failure != null) {
                throw asked.failure;
            }
            throw failed;
        }
    }

    /** What is signed beside the content: which certificate signs. The time is left out, as PAdES wants it. */
    private static CMSAttributeTableGenerator attributes(X509Certificate certificate)
            throws CertificateEncodingException {
        var id = new ESSCertIDv2(Algorithms.sha256(certificate.getEncoded()));
        var own = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id)));
        var table = new Hashtable<ASN1ObjectIdentifier, Attribute>();
        table.put(own.getAttrType(), own);
        var usual = new DefaultSignedAttributeTableGenerator(new AttributeTable(table));
        return parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }

    /** The generator writes the attributes here; when it wants the signature, the signer is asked. */
    private static final class Asked implements ContentSigner {

        private final Signer signer;
        private final AlgorithmIdentifier algorithm;
        private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();
        private SigningAway failure;

        Asked(Signer signer, String algorithm) {
            this.signer = signer;
            this.algorithm = new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public ByteArrayOutputStream getOutputStream() {
            return attributes;
        }

        @Override
        public byte[] getSignature() {
            try {
                return signer.sign(attributes.toByteArray());
            } catch (SigningAway away) {
                failure = away;
                throw new IllegalStateException(away);
            }
        }
    }
}
