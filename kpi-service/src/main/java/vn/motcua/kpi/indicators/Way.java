package vn.motcua.kpi.indicators;

/** How a dossier came in, as the reports tell it apart. A channel that this service does not know counts as direct. */
public enum Way {
    ONLINE,
    DIRECT,
    POST
}
