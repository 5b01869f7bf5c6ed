package vn.motcua.dossier.edge;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Somebody forgot to say who may. */
@Path("/v1/forgotten")
public class UnannotatedResource {

    @GET
    public String get() {
        return "secret";
    }
}
