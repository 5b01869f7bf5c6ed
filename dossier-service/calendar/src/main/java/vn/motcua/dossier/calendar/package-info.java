/**
 * Working time: dated calendar data and a start flow in as values, due dates and the lines that explain them flow out; no clock, no input or output.
 */
package vn.motcua.dossier.calendar;
