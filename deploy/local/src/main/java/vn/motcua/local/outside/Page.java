package vn.motcua.local.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import vn.motcua.local.outside.web.Answer;
import vn.motcua.local.outside.web.Handler;
import vn.motcua.local.outside.web.Refused;
import vn.motcua.local.outside.web.Request;

/** The one page at {@code /}, and what it asks about the services at {@code /services}. */
final class Page implements Handler {

    private final Supplier<List<ServiceLine>> services;
    private final String html;

    Page(Supplier<List<ServiceLine>> services) {
        this.services = services;
        try (InputStream in = Page.class.getResourceAsStream("page.html")) {
            html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page is not readable", e);
        }
    }

    @Override
    public Answer handle(Request request) throws Refused {
        if (!"GET".equals(request.method())) {
            throw new Refused(405, "the page is only read");
        }
        if (request.rest().isEmpty()) {
            return Answer.html(html);
        }
        if (List.of("services").equals(request.rest())) {
            return Answer.json(200, services.get());
        }
        throw new Refused(404, "there is one page, at /");
    }
}
