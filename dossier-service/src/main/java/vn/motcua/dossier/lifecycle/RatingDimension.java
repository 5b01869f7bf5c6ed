package vn.motcua.dossier.lifecycle;

/** What an applicant can rate apart from the whole. Source: Circular 01/2018/TT-VPCP, art. 13–15 (time, publicity, attitude, result). */
public enum RatingDimension {
    ATTITUDE,
    PUBLICITY,
    RESULT,
    TIME
}
