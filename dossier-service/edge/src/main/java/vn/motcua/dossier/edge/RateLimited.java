package vn.motcua.dossier.edge;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint is open to all and therefore limited per address: {@code motcua.edge.rate-limit.requests} in
 * {@code motcua.edge.rate-limit.period}, after which it answers 429 with {@code Retry-After}. All such endpoints of a
 * service share one allowance.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RateLimited {}
