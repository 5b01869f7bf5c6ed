package vn.motcua.kpi.indicators;

/** Whose result it is. Departments and the ministries' bodies in the province are its own. Source: Plan 798/KH-UBND, target K3. */
public enum Level {
    PROVINCE,
    DISTRICT,
    COMMUNE
}
