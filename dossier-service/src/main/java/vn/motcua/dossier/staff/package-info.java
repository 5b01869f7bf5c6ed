/**
 * Who works where and when, who is away, who signs for whom. In: the province's list as CSV, absences and delegations over REST, and what the tokens
 * of passing requests say. Out: {@link vn.motcua.dossier.staff.StaffDesk}, which answers from memory who can be given work and who acts for whom, and
 * the list of accounts whose token says otherwise. The token decides rights, the list decides availability: a unit without a list works as if there
 * were none. Names leave this package in answers to the staff's own only, never in events, logs or metrics.
 */
package vn.motcua.dossier.staff;
