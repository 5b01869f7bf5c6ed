package vn.motcua.dossier.papers.signing;

import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** What certificates call people and offices. */
final class Names {

    private Names() {}

    /** The common name; the whole name where there is none. */
    static String of(X509Certificate certificate) {
        var whole = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(whole)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .findFirst()
                            .orElse(whole);
        } catch (InvalidNameException odd) {
            return whole;
        }
    }
}
