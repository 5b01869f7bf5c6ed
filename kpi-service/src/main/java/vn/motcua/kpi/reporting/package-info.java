/** In: a leader's question over REST. Out: indicators and the report II.06a, as JSON and as a page to print. */
package vn.motcua.kpi.reporting;
