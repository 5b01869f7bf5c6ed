package vn.motcua.postal.handover;

import java.time.Instant;
import java.time.LocalDate;

/** A manifest as its row stands, locked by the transaction that read it. */
record Manifest(String id, String agency, LocalDate day, ManifestState state, long version, Instant closesAt) {}
