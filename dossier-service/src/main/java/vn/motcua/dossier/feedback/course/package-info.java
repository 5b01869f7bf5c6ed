/**
 * Pure. In: what people report or propose, and what officials do about it, with the dates that the calendar gives. Out: how each stands, what became
 * of a step, and who may take it.
 */
package vn.motcua.dossier.feedback.course;
