package vn.motcua.notification.notices;

/**
 * A message in its final words.
 *
 * @param wording what it tells
 * @param version of the words, from 1; kept with each notice as evidence of what was said
 * @param language in which it is written
 * @param subject of an email; null for SMS
 * @param text the whole text, in composed form (NFC)
 */
public record Letter(Wording wording, int version, Language language, String subject, String text) {}
