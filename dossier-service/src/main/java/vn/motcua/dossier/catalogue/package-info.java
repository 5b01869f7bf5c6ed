/**
 * Data files of agencies, procedures, calendars, overrides and reasons flow in at start, and what administrators publish flows in at any time; one
 * checked snapshot, lists, due dates, figures, open data and {@code catalogue.v1} flow out. Legal profiles are data of the same kind.
 */
package vn.motcua.dossier.catalogue;
