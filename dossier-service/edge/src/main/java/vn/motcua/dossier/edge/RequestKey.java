package vn.motcua.dossier.edge;

import java.util.Arrays;

/**
 * What makes a repeated request recognisable.
 *
 * @param scope the token's subject: two callers never meet in one key; without a token what lets them in
 * @param key the {@code Idempotency-Key} header, 1 to 128 visible ASCII characters
 * @param digest SHA-256 (32 bytes) over method, path and the canonical body: spaces and the order of fields do not
 *     matter, and the same key on another step is another request
 */
public record RequestKey(String scope, String key, byte[] digest) {

    /** The header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    /** Characters at most. */
    public static final int MAX_LENGTH = 128;

    /** Whether the request that left this digest behind was this very request. */
    public boolean sameRequest(byte[] storedDigest) {
        return Arrays.equals(digest, storedDigest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestKey that
                && scope.equals(that.scope)
                && key.equals(that.key)
                && Arrays.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return 31 * scope.hashCode() + key.hashCode();
    }

    @Override
    public String toString() {
        return "RequestKey[" + key + "]";
    }

    /** The header's value if it is usable; {@code 400 key-missing} without it, {@code 400 malformed} otherwise. */
    static String checked(String header) {
        if (header == null) {
            throw Problem.of(ProblemType.KEY_MISSING)
                    .detail(
                            "Mỗi yêu cầu tạo hoặc chuyển bước cần một khóa riêng; gửi lại thì dùng lại khóa cũ.",
                            "Each request that creates or moves needs a key of its own; a retry repeats the key.");
        }
        var usable = !header.isEmpty()
                && header.length() <= MAX_LENGTH
                && header.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        if (!usable) {
            throw Problem.of(ProblemType.MALFORMED)
                    .header(
                            HEADER,
                            "Khóa gồm 1 đến 128 ký tự ASCII nhìn thấy được, không có dấu cách.",
                            "The key is 1 to 128 visible ASCII characters without spaces.");
        }
        return header;
    }
}
