/**
 * What a consumer embeds: Kafka records flow in, and each event's effect flows out exactly once, in the order of its subject, in the consumer's own
 * database transaction; what cannot be applied waits or is parked for an operator, and nothing is dropped.
 */
package vn.motcua.dossier.subscriber;
