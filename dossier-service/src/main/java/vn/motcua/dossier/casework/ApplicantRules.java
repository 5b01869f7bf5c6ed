package vn.motcua.dossier.casework;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.dossier.casework.OpeningRequest.AddressRequest;
import vn.motcua.dossier.casework.OpeningRequest.ApplicantRequest;
import vn.motcua.dossier.casework.OpeningRequest.AuthorisedPersonRequest;
import vn.motcua.dossier.lifecycle.ReturnMethod;

/** What must hold of an applicant and of whom they authorised; what passes is normalised (NFC, single spaces, E.164). */
final class ApplicantRules {

    static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PHONE = 30;
    private static final int LONGEST_REFERENCE = 100;
    private static final int LONGEST_STREET = 300;
    private static final int LONGEST_PLACE = 100;
    private static final Set<String> LANGUAGES = Set.of("vi", "en");

    /** Identity number of 12 digits, the earlier one of 9, passport. */
    private static final Pattern PERSON = Pattern.compile("\\d{12}|\\d{9}|[A-Z]{1,2}\\d{6,8}");

    private static final Pattern TAX_CODE = Pattern.compile("(\\d{9})(\\d)(-\\d{3})?");
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{Alnum}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\\p{Alnum}-]{1,63}\\.)+[\\p{Alnum}-]{2,63}");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Faults faults;

    ApplicantRules(Faults faults) {
        this.faults = faults;
    }

    /** The authorised person as they are kept, null without one; what is wrong goes to the faults, and the answer is of no use then. */
    AuthorisedPerson read(AuthorisedPersonRequest given) {
        return given == null
                ? null
                : new AuthorisedPerson(
                        required("/authorisedPerson/name", given.name(), LONGEST_NAME),
                        phone("/authorisedPerson/phone", given.phone()),
                        email("/authorisedPerson/email", given.email()),
                        idNumber("/authorisedPerson/idNumber", given.idNumber()),
                        required(
                                "/authorisedPerson/authorisationReference",
                                given.authorisationReference(),
                                LONGEST_REFERENCE));
    }

    /** The applicant as it is kept; what is wrong goes to the faults, and the answer is of no use then. */
    Applicant read(ApplicantRequest given) {
        if (given == null) {
            faults.rule("/applicant", "Phải có người nộp.", "The applicant is missing.");
            return null;
        }
        var language = given.language() == null ? "vi" : given.language();
        if (!LANGUAGES.contains(language)) {
            faults.rule("/applicant/language", "Ngôn ngữ là vi hoặc en.", "The language is vi or en.");
        }
        return new Applicant(
                required("/applicant/name", given.name(), LONGEST_NAME),
                idNumber("/applicant/idNumber", given.idNumber()),
                phone("/applicant/phone", given.phone()),
                email("/applicant/email", given.email()),
                address(given.address()),
                Boolean.TRUE.equals(given.notifyBySms()),
                Boolean.TRUE.equals(given.notifyByEmail()),
                language);
    }

    /**
     * Whoever messages and parcels go to can be reached as was asked for: the authorised person where there is one, else the owner.
     *
     * @param returnMethod null where no parcel will be sent
     */
    void reachable(Applicant applicant, AuthorisedPerson authorised, ReturnMethod returnMethod) {
        if (applicant == null) {
            return;
        }
        var phone = authorised == null ? applicant.phone() : authorised.phone();
        var email = authorised == null ? applicant.email() : authorised.email();
        if (applicant.notifyBySms()
                && (phone == null
                        || PhoneNumber.read(phone).filter(PhoneNumber::mobile).isEmpty())) {
            faults.rule(
                    authorised == null ? "/applicant/notifyBySms" : "/authorisedPerson/phone",
                    "Muốn nhận tin nhắn phải có số điện thoại di động.",
                    "Messages by SMS need a mobile number.");
        }
        if (applicant.notifyByEmail() && email == null) {
            faults.rule(
                    authorised == null ? "/applicant/notifyByEmail" : "/authorisedPerson/email",
                    "Muốn nhận thư điện tử phải có địa chỉ thư điện tử.",
                    "Messages by email need an email address.");
        }
        if (returnMethod != ReturnMethod.POST) {
            return;
        }
        if (applicant.address() == null) {
            faults.rule(
                    "/applicant/address",
                    "Muốn nhận kết quả qua bưu chính phải có địa chỉ.",
                    "A result by post needs an address.");
        }
        if (phone == null) {
            faults.rule(
                    authorised == null ? "/applicant/phone" : "/authorisedPerson/phone",
                    "Muốn nhận kết quả qua bưu chính phải có số điện thoại để bưu tá liên hệ.",
                    "A result by post needs a phone number: the carrier takes no parcel without one.");
        }
    }

    /** A remark or a reference: absent, or text of at most so many characters. */
    String optional(String pointer, String given, int longest) {
        return given == null ? null : required(pointer, given, longest);
    }

    private String required(String pointer, String given, int longest) {
        if (given == null) {
            faults.rule(pointer, "Không được để trống.", "This is required.");
            return null;
        }
        var text = SPACES.matcher(
                        Normalizer.normalize(given, Normalizer.Form.NFC).strip())
                .replaceAll(" ");
        if (text.isEmpty() || text.length() > longest) {
            faults.rule(pointer, "Gồm 1 đến " + longest + " ký tự.", "1 to " + longest + " characters.");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            faults.rule(pointer, "Không nhận ký tự điều khiển.", "Control characters are not taken.");
        }
        return text;
    }

    private String phone(String pointer, String given) {
        if (given == null) {
            return null;
        }
        var number =
                given.length() > LONGEST_PHONE ? null : PhoneNumber.read(given).orElse(null);
        if (number == null) {
            faults.rule(
                    pointer,
                    "Không phải số điện thoại Việt Nam; ví dụ 0912 345 678.",
                    "Not a Vietnamese phone number, such as 0912 345 678.");
            return "";
        }
        return number.e164();
    }

    private String email(String pointer, String given) {
        if (given != null
                && (given.length() > LONGEST_EMAIL || !EMAIL.matcher(given).matches())) {
            faults.rule(pointer, "Không phải địa chỉ thư điện tử.", "Not an email address.");
        }
        return given;
    }

    private String idNumber(String pointer, String given) {
        if (given != null && !PERSON.matcher(given).matches() && !isTaxCode(given)) {
            faults.rule(
                    pointer,
                    "Là số định danh 12 số, chứng minh nhân dân 9 số, hộ chiếu hoặc mã số thuế.",
                    "An identity number of 12 or 9 digits, a passport or a tax code.");
        }
        return given;
    }

    /** The tenth digit checks the nine before it. */
    private static boolean isTaxCode(String given) {
        var parts = TAX_CODE.matcher(given);
        if (!parts.matches()) {
            return false;
        }
        var sum = 0;
        for (int i = 0; i < TAX_WEIGHTS.length; i++) {
            sum += (given.charAt(i) - '0') * TAX_WEIGHTS[i];
        }
        return 10 - sum % 11 == given.charAt(9) - '0';
    }

    private Applicant.Address address(AddressRequest given) {
        return given == null
                ? null
                : new Applicant.Address(
                        required("/applicant/address/text", given.text(), LONGEST_STREET),
                        required("/applicant/address/commune", given.commune(), LONGEST_PLACE),
                        required("/applicant/address/province", given.province(), LONGEST_PLACE));
    }
}
