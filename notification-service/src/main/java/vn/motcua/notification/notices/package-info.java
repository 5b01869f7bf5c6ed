/**
 * In: what happened to a dossier, who wants to hear of it, what a provider answered. Out: the words of a message, its cost in parts, and where the
 * message stands. Pure: no clock, no id generator, no database.
 */
package vn.motcua.notification.notices;
