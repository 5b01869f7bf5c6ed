/** Committed event rows and their pointers flow in from PostgreSQL; records flow out to Kafka, each subject's in order. */
package vn.motcua.dossier.relay;
