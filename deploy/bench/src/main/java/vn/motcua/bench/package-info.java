/** Measures the running system against direct SQL on the same PostgreSQL. Out: tables for RESULTS.md. */
package vn.motcua.bench;
