/** In: dossier and postal events from Kafka. Out: one row per dossier, per leg and per parcel with the days that the figures are made of. */
package vn.motcua.kpi.collecting;
