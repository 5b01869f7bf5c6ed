package vn.motcua.local.outside.mail;

import java.util.List;

/**
 * What the mail server has seen.
 *
 * @param accepted messages that reached a mailbox, repeats among them
 * @param repeats messages whose request id had reached a mailbox before: the citizen got it twice
 * @param refused messages that were not accepted
 */
public record MailView(int accepted, int repeats, int refused, List<MailEntry> messages, List<MailEntry> refusals) {}
