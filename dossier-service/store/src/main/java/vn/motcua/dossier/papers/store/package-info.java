/**
 * A stream of bytes comes in; it is measured, hashed and on disk for good when it is let into the store, and comes out under its SHA-256. Who may
 * read it, what it is and how long it is kept is the business of others: a store knows bytes only.
 *
 * <pre>{@code
 * try (Arrival arrival = spool.receive(body, limit)) {   // TooLarge, or an IOException when the sender hangs up: nothing stays behind
 *     look(arrival.path());                              // what is in it, before anybody trusts it
 *     store.put(arrival);                                // on disk for good; the same bytes twice are one object
 *     remember(arrival.key(), arrival.bytes());
 * }                                                      // what was not put is gone
 * }</pre>
 *
 * <p>All of it waits for disk or network: never on an event loop.
 */
package vn.motcua.dossier.papers.store;
