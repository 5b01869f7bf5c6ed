package vn.motcua.dossier.edge;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jboss.logging.Logger;

/** What fails before or beside every resource (a token that does not hold, a handler) leaves as a problem too. */
@Singleton
class UnroutedProblems {

    private static final Logger LOG = Logger.getLogger(UnroutedProblems.class);

    private final ProblemAnswers answers;

    UnroutedProblems(ProblemAnswers answers) {
        this.answers = answers;
    }

    /** With the server's own failure page, which stands last and is added later; after the one of the resources. */
    void register(@Observes Router router) {
        router.route().order(Integer.MAX_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext routing) {
        if (routing.response().ended()) {
            return;
        }
        if (routing.response().headWritten()) {
            routing.next();
            return;
        }
        LOG.debug("refused before a resource was reached", routing.failure());
        answers.send(routing, problem(routing.failure(), routing.statusCode()));
    }

    private static Problem problem(Throwable failure, int status) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof UnauthorizedException) {
            return Unauthenticated.missing();
        }
        if (failure instanceof AuthenticationFailedException || isUnreadableToken(failure)) {
            return Unauthenticated.refused();
        }
        if (failure instanceof ForbiddenException) {
            return Problem.of(ProblemType.FORBIDDEN);
        }
        if (failure != null && Outages.isOutage(failure)) {
            LOG.warnf("unavailable cause=%s", Brief.of(failure));
            return Problem.of(ProblemType.UNAVAILABLE);
        }
        var type = ProblemType.ofStatus(status);
        if (type != ProblemType.INTERNAL) {
            return Problem.of(type);
        }
        LOG.errorf("internal cause=%s", failure == null ? "status " + status : Brief.of(failure));
        return ProblemMappers.internal();
    }

    /** Over a token such as ".." its own reader stumbles instead of refusing it. */
    private static boolean isUnreadableToken(Throwable failure) {
        var stumbled = failure instanceof NoSuchElementException
                || failure instanceof IllegalArgumentException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof DecodeException;
        return stumbled
                && Arrays.stream(failure.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith("io.quarkus.oidc."));
    }
}
