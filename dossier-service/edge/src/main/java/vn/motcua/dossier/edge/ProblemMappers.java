package vn.motcua.dossier.edge;

import io.quarkus.arc.ArcUndeclaredThrowableException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way a request can fail ends here and leaves as a problem; only what is a bug is logged, in one line. */
@Singleton
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemAnswers answers;

    ProblemMappers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return answers.response(problem);
    }

    @ServerExceptionMapper(priority = 1)
    public Response noToken(UnauthorizedException missing) {
        return answers.response(Unauthenticated.missing());
    }

    @ServerExceptionMapper(priority = 1)
    public Response badToken(AuthenticationFailedException refused) {
        return answers.response(Unauthenticated.refused());
    }

    @ServerExceptionMapper(priority = 1)
    public Response forbidden(ForbiddenException refused) {
        return answers.response(Problem.of(ProblemType.FORBIDDEN));
    }

    @ServerExceptionMapper
    public Response violated(ConstraintViolationException violated) {
        if (Violations.ofAnswer(violated)) {
            return unexpected(violated);
        }
        return answers.response(Violations.problem(violated));
    }

    /** What the server itself refuses: unknown address, method, media type. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException refused) {
        if (refused.getCause() instanceof Problem problem) {
            return answers.response(problem);
        }
        var response = refused.getResponse();
        if (response.getStatus() < 400) {
            return response;
        }
        var type = ProblemType.ofStatus(response.getStatus());
        if (type == ProblemType.INTERNAL) {
            return unexpected(refused);
        }
        var problem = Problem.of(type);
        var allow = response.getHeaderString(HttpHeaders.ALLOW);
        return answers.response(allow == null ? problem : problem.answering(HttpHeaders.ALLOW, allow));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable thrown) {
        var fault = unwrapped(thrown);
        if (fault instanceof Problem problem) {
            return answers.response(problem);
        }
        if (Outages.isOutage(fault)) {
            LOG.warnf("unavailable cause=%s", Brief.of(fault));
            return answers.response(Problem.of(ProblemType.UNAVAILABLE));
        }
        LOG.errorf("internal cause=%s", Brief.of(fault));
        LOG.debug("internal, in full", fault);
        return answers.response(internal());
    }

    static Problem internal() {
        return Problem.of(ProblemType.INTERNAL)
                .detail(
                        "Xin thử lại; nếu vẫn lỗi, hãy báo cho bộ phận kỹ thuật mã traceId.",
                        "Try again; if it stays, report the traceId.");
    }

    /** Futures and interceptors wrap what was thrown. */
    private static Throwable unwrapped(Throwable thrown) {
        var fault = thrown;
        while (fault.getCause() != null
                && (fault instanceof CompletionException
                        || fault instanceof ExecutionException
                        || fault instanceof ArcUndeclaredThrowableException)) {
            fault = fault.getCause();
        }
        return fault;
    }
}
