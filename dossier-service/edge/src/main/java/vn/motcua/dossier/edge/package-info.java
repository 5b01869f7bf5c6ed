/**
 * In: an HTTP request of anyone. Out: a checked request with its caller, key and precondition, or a problem (RFC 9457).
 *
 * <p>A resource that creates and moves things, as every service writes it:
 *
 * <pre>{@code
 * @Path("/v1/dossiers")
 * @Produces(MediaType.APPLICATION_JSON)
 * public class DossierResource {                         // methods that are not public are ignored
 *     private final CurrentRequest request;           // injected in the constructor, with the desk
 *
 *     @POST @Path("/{id}/acceptance")
 *     @RolesAllowed(Roles.RECEPTION)                  // an endpoint without roles is refused to everybody
 *     @IdempotencyKey @IfMatchRequired                // 400 key-missing, 428: before the body is read
 *     public Uni<Response> accept(@PathParam("id") UUID id, @Valid AcceptanceRequest body) {   // read strictly
 *         Caller caller = request.caller();
 *         RequestKey key = request.key();             // scope = sub, key, digest of method, path and body
 *         long seen = request.ifMatch();
 *         return desk.accept(id, seen, body.note(), caller, key, Trace.current())
 *                 .map(view -> Response.ok(view).tag(ETags.of(view.sequence())).build());
 *     }
 *
 *     @GET
 *     @RolesAllowed(Roles.OFFICER)
 *     public Uni<Response> queue(@QueryParam("agency") String agency, @QueryParam("limit") Integer limit,
 *             @QueryParam("cursor") String cursor, @Context UriInfo uri) {
 *         if (!request.caller().covers(agency)) {
 *             throw Problem.of(ProblemType.FORBIDDEN).parameter("agency", "Ngoài phạm vi đơn vị.", "Outside your agency.");
 *         }
 *         String list = "queue|" + agency;
 *         int size = Page.limit(limit);
 *         List<String> after = cursor == null ? null : Cursor.read(list, 2, cursor);
 *         return desk.queue(agency, after, size + 1)  // one row more says whether there is a next page
 *                 .map(rows -> Page.of(rows, size, r -> Cursor.write(list, r.dueAt().toString(), r.id().toString()))
 *                         .map(RowView::of).response(uri));
 *     }
 * }
 * }</pre>
 *
 * <p>A barred step: {@code throw Problem.of(ProblemType.BARRED).detail(vi, en).with("reason", "ALREADY_RETURNED")}, or the
 * same as the failure of a {@code Uni}. An open endpoint says {@code @PermitAll @RateLimited}. The injected {@link
 * java.time.Clock} is the business clock.
 */
package vn.motcua.dossier.edge;
