/** In: questions about parcels and manifests. Out: rows as they stand and what this caller may do next; nothing is written from here. */
package vn.motcua.postal.reading;
