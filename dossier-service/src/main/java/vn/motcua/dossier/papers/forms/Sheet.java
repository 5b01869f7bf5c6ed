package vn.motcua.dossier.papers.forms;

import java.util.List;

/**
 * A paper in words, ready to be laid out: everything as it stands on the page, nothing to be worked out. Templates name the components.
 *
 * @param template by which it is laid out: {@code receipt}
 * @param corner which form it is
 * @param above the body that the issuer belongs to; null at the top
 * @param issuer who issues it
 * @param number with its sign; null where the paper has none
 * @param dateLine place and day
 * @param code of the dossier
 * @param seal what the QR code says
 * @param seal2 the same where an eye can compare it: the first and last digits of the hash
 * @param body what only this paper says
 * @param left who signs on the left; null: nobody
 * @param right who signs on the right; null: nobody
 */
public record Sheet(
        String template,
        String corner,
        String above,
        String issuer,
        String number,
        String dateLine,
        String title,
        String code,
        String seal,
        String seal2,
        Body body,
        Signature left,
        Signature right) {

    /** What only one kind of paper says. */
    public sealed interface Body {}

    /**
     * Who the paper is for; what is not known of them is null.
     *
     * @param name dots to be filled in where nobody is known
     * @param authorised who may collect what there is; null: the owner alone
     */
    public record Person(String name, String address, String phone, String email, Authorised authorised) {}

    /** Who acts for the owner. @param reference number of the paper by which they do */
    public record Authorised(String name, String reference) {}

    /** @param form original, copy, electronic; null where the procedure's list does not say */
    public record PaperLine(int number, String name, String form, int copies) {}

    /** @param office lines of capitals @param name of who signs; null: to be written by hand */
    public record Signature(List<String> office, String hint, String name) {}

    /**
     * A receipt.
     *
     * @param submittedAt null where it is the moment of acceptance
     * @param dueAt null where the procedure has no limit
     * @param ratingCode by which its holder rates; null where the applicant has an account for that
     */
    public record Receipt(
            String shop,
            String shopAddress,
            String shopPhone,
            Person person,
            String procedure,
            List<PaperLine> papers,
            String limit,
            String submittedAt,
            String acceptedAt,
            String dueAt,
            String way,
            String fee,
            String registerNumber,
            String ratingCode)
            implements Body {

        @Override
        public String toString() {
            return "Receipt[…]";
        }
    }

    /** A request for papers. @param missing empty where an older record does not name them @param note null without one @param deadline null without one */
    public record Supplement(
            Person person,
            String procedure,
            List<String> missing,
            int count,
            String note,
            String deadline,
            String shop,
            String shopAddress,
            String shopPhone)
            implements Body {}

    /** A refusal. @param verb what is refused: to accept, or on the merits @param note null without one */
    public record Refusal(
            String issuer,
            Person person,
            String procedure,
            String handedInAt,
            String verb,
            String reason,
            String note,
            String shopPhone)
            implements Body {}

    /** An apology. @param request whether it also asks for the later date, as the form of 2025 does */
    public record Apology(
            String issuer,
            String shop,
            Person person,
            String procedure,
            String acceptedAt,
            String previousDueAt,
            String reason,
            String note,
            String dueAt,
            boolean request)
            implements Body {}

    /** A notice that processing stops. @param withdrawn whether the applicant asked for it @param reason null then */
    public record Stop(
            String issuer,
            Person person,
            String procedure,
            String handedInAt,
            String stoppedAt,
            boolean withdrawn,
            boolean resumable,
            String reason,
            String note,
            String shopPhone)
            implements Body {}

    /** A control slip. @param partners other agencies that have a part; null without */
    public record Control(
            String agency, String partners, String procedure, String acceptedAt, String dueAt, List<HandOver> handOvers)
            implements Body {}

    /** @param verdict early, on time or late; null where there is no date to compare with */
    public record HandOver(int number, String what, String from, String to, String at, String verdict) {}

    @Override
    public String toString() {
        return "Sheet[" + template + ", " + code + ", …]";
    }
}
