/**
 * Committed event rows and their pointers flow in from PostgreSQL; records flow out to Kafka, each subject's in order;
 * what cannot be sent is put aside with its subject for an operator.
 */
package vn.motcua.dossier.relay;
