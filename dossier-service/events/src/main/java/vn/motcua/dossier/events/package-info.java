/**
 * The published language of the dossier service. In: facts that became true. Out: CloudEvents on Kafka that any system of the
 * province can read without this service's code; this library only spares Java readers the parsing.
 *
 * <p>Reading is lenient (unknown fields pass, unknown words become {@code UNKNOWN}, unknown types become
 * {@link vn.motcua.dossier.events.Unrecognised}); writing is canonical (RFC 8785), because the written bytes are hashed.
 */
package vn.motcua.dossier.events;
