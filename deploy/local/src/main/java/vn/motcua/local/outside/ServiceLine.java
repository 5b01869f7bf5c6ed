package vn.motcua.local.outside;

/** One service as the page shows it; {@code state} is a word such as ready, starting, stopped. */
public record ServiceLine(String name, String url, String state) {}
