package vn.motcua.dossier.edge;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint needs an {@code If-Match}: without one it answers {@code 428}, with an unusable one {@code 400}, before
 * the body is read. The method takes the number from {@link CurrentRequest#ifMatch()}.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface IfMatchRequired {}
