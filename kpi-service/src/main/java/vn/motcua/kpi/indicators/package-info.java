/** Pure. In: what is known of dossiers, and a period. Out: the counters and indicators that leaders answer for. */
package vn.motcua.kpi.indicators;
