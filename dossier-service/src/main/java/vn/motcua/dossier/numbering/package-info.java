/** Offices ask for numbers ahead; blocks out of a day's counter flow out, and the register that says what became of each number of the day. */
package vn.motcua.dossier.numbering;
