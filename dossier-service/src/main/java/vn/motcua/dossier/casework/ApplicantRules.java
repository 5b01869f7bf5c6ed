package vn.motcua.dossier.casework;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;
import vn.motcua.dossier.casework.OpeningRequest.AddressRequest;
import vn.motcua.dossier.casework.OpeningRequest.ApplicantRequest;
import vn.motcua.dossier.lifecycle.ReturnMethod;

/** What must hold of an applicant; what passes is normalised (NFC, single spaces, E.164). */
final class ApplicantRules {

    static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
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

    /** The applicant as it is kept; what is wrong goes to the faults, and the answer is of no use then. */
    Applicant read(ApplicantRequest given, ReturnMethod returnMethod) {
        if (given == null) {
            faults.rule("/applicant", "Phải có người nộp.", "The applicant is missing.");
            return null;
        }
        var phone = phone(given.phone());
        var bySms = Boolean.TRUE.equals(given.notifyBySms());
        if (bySms && (phone == null || !phone.mobile())) {
            faults.rule(
                    "/applicant/notifyBySms",
                    "Muốn nhận tin nhắn phải có số điện thoại di động.",
                    "Messages by SMS need a mobile number.");
        }
        var byEmail = Boolean.TRUE.equals(given.notifyByEmail());
        if (byEmail && given.email() == null) {
            faults.rule(
                    "/applicant/notifyByEmail",
                    "Muốn nhận thư điện tử phải có địa chỉ thư điện tử.",
                    "Messages by email need an email address.");
        }
        var language = given.language() == null ? "vi" : given.language();
        if (!LANGUAGES.contains(language)) {
            faults.rule("/applicant/language", "Ngôn ngữ là vi hoặc en.", "The language is vi or en.");
        }
        if (returnMethod == ReturnMethod.POST && given.address() == null) {
            faults.rule(
                    "/applicant/address",
                    "Muốn nhận kết quả qua bưu chính phải có địa chỉ.",
                    "A result by post needs an address.");
        }
        if (returnMethod == ReturnMethod.POST && given.phone() == null) {
            faults.rule(
                    "/applicant/phone",
                    "Muốn nhận kết quả qua bưu chính phải có số điện thoại để bưu tá liên hệ.",
                    "A result by post needs a phone number: the carrier takes no parcel without one.");
        }
        return new Applicant(
                required("/applicant/name", given.name(), LONGEST_NAME),
                idNumber(given.idNumber()),
                phone == null ? null : phone.e164(),
                email(given.email()),
                address(given.address()),
                bySms,
                byEmail,
                language);
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

    private PhoneNumber phone(String given) {
        if (given == null) {
            return null;
        }
        var number = given.length() > 30 ? null : PhoneNumber.read(given).orElse(null);
        if (number == null) {
            faults.rule(
                    "/applicant/phone",
                    "Không phải số điện thoại Việt Nam; ví dụ 0912 345 678.",
                    "Not a Vietnamese phone number, such as 0912 345 678.");
        }
        return number;
    }

    private String email(String given) {
        if (given != null
                && (given.length() > LONGEST_EMAIL || !EMAIL.matcher(given).matches())) {
            faults.rule("/applicant/email", "Không phải địa chỉ thư điện tử.", "Not an email address.");
        }
        return given;
    }

    private String idNumber(String given) {
        if (given != null && !PERSON.matcher(given).matches() && !isTaxCode(given)) {
            faults.rule(
                    "/applicant/idNumber",
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
