/** Pure. In: the staff list with absences and delegations, and a day. Out: who is there, who stands in for whom, who has the least to do. */
package vn.motcua.dossier.staff.roster;
