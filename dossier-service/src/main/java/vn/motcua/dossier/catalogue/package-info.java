/** Data files of agencies, procedures, calendars and reasons flow in; one checked snapshot, lists, due dates and {@code catalogue.v1} flow out. */
package vn.motcua.dossier.catalogue;
