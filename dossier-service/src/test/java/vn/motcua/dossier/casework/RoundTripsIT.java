package vn.motcua.dossier.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.dossier.casework.StoreUnderTest.of;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.dossier.edge.StrictJson;
import vn.motcua.dossier.lifecycle.Actor;
import vn.motcua.dossier.lifecycle.Attempt;
import vn.motcua.dossier.lifecycle.Document;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Outcome;
import vn.motcua.dossier.lifecycle.Papers;
import vn.motcua.dossier.lifecycle.Party;
import vn.motcua.dossier.lifecycle.Receptions;
import vn.motcua.dossier.lifecycle.Role;
import vn.motcua.dossier.lifecycle.Step;
import vn.motcua.dossier.lifecycle.TransferCause;
import vn.motcua.dossier.lifecycle.Workflow;
import vn.motcua.dossier.papers.documents.SentFiles;
import vn.motcua.dossier.payments.PaymentsConfig;
import vn.motcua.dossier.payments.Transactions;
import vn.motcua.dossier.relay.EventRelay;
import vn.motcua.dossier.staff.StaffDesk;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.MessageCounter;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** What a step costs, counted on the wire. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class RoundTripsIT {

    private static final String SOURCE = "urn:motcua:H03:dossier-service";
    private static final Party CITIZEN = new Party("citizen-1", Set.of(Role.CITIZEN), null, "c-1");
    private static final Party OFFICER = new Party("officer-1", Set.of(Role.OFFICER), "H03.01", null);
    private static final Party LEADER = new Party("leader-1", Set.of(Role.LEADER), "H03.01", null);
    private static final Party CASHIER = new Party("cashier-1", Set.of(Role.CASHIER), "H03.01", null);
    private static final Party RECEPTION = new Party("reception-1", Set.of(Role.RECEPTION), "H03.01", null);

    @Inject
    Intake intake;

    @Inject
    Dates dates;

    @Inject
    Standing standing;

    @Inject
    Fees fees;

    @Inject
    Prepayments prepayments;

    @Inject
    Transactions transactions;

    @Inject
    StaffDesk staff;

    @Inject
    Books books;

    @Inject
    PaymentsConfig payments;

    @Inject
    Catalogue catalogue;

    @Inject
    Filings filings;

    @Inject
    DossierViews views;

    @Inject
    EventRelay relay;

    @Inject
    Clock clock;

    @Inject
    StrictJson json;

    @Inject
    Vertx vertx;

    @Inject
    CaseStore cases;

    @Inject
    DossierStore direct;

    @Inject
    @ReactiveDataSource("casework")
    Pool casework;

    private MessageCounter counter;
    private Pool pool;
    private Openings openings;
    private Steps steps;

    @BeforeEach
    void connectThroughTheCounter() {
        BusinessDay.standAt("2022-06-16T09:00");
        var database = LocalInfrastructure.database();
        counter = new MessageCounter(database.host(), database.port());
        var options = new PgConnectOptions()
                .setHost("localhost")
                .setPort(counter.port())
                .setDatabase(database.name())
                .setUser(database.role())
                .setPassword(database.password())
                .setCachePreparedStatements(true);
        pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(StatementCache.enlarged(options))
                .using(vertx)
                .build());
        var store = new DossierStore(pool);
        openings = new Openings(
                store, store, intake, dates, fees, prepayments, filings, views, Receptions.NONE, relay, clock, SOURCE);
        steps = new Steps(store, store, views, dates, standing, new Transactions(pool), relay, clock, SOURCE);
        // Statements are prepared once per connection: not part of what each step costs.
        accept(open());
    }

    @AfterEach
    void disconnect() throws IOException {
        of(pool.close());
        counter.close();
        BusinessDay.backToRealTime();
    }

    @Test
    void aStepIsTwoRoundTripsWithoutATransactionAroundIt() {
        var submitted = open();
        var before = counter.roundTrips();
        var queries = counter.simpleQueries();

        accept(submitted);

        assertThat(counter.roundTrips() - before).isEqualTo(2);
        assertThat(counter.simpleQueries() - queries).as("BEGIN or COMMIT").isZero();
    }

    /** The budget of a step that makes a dossier wait, and of one that changes what it is about: the same two. */
    @Test
    void aStepThatStopsTheClockOrMovesTheDossierElsewhereCostsNoMore() {
        var accepted = accept(open());
        var before = counter.roundTrips();
        var order = new Order(accepted.view().id(), RECEPTION, accepted.tag(), provenance("reception-1"));
        of(steps.take(
                order,
                Step.SUPPLEMENT_REQUEST,
                (dossier, actor, at) -> dossier.papers()
                        .request(
                                actor,
                                new Papers.Request(List.of("CCCD"), null, dates.papersUntil(dossier), null),
                                dates.rules(dossier.matter()),
                                at)));
        assertThat(counter.roundTrips() - before).isEqualTo(2);
    }

    /** The budget of what an applicant says afterwards, with a private comment: the same two. */
    @Test
    void aRatingIsTwoRoundTrips() {
        var home = returned();
        var body = json.read(Examples.RATING.getBytes(StandardCharsets.UTF_8), StepRequest.Rating.class);

        var trips = tripsOf(() -> ratings().rate(new Order(home, CITIZEN, 0, provenance("citizen-1")), body));

        assertThat(trips).isEqualTo(2);
    }

    /** Nor does it cost more to find the dossier by its receipt than by its owner's token. */
    @Test
    void aRatingByTheCodeOnAReceiptIsTwoRoundTrips() {
        var home = returned();
        var code = RatingCode.draw(new Random(1));
        Tables.run(
                LocalInfrastructure.database(),
                "update dossier set citizen = null where id = ?::uuid",
                home.toString());
        Tables.run(
                LocalInfrastructure.database(),
                "insert into form (dossier_id, kind, sequence, sha256, bytes, signed, rendered_at, rating_digest)"
                        + " values (?::uuid, 'RECEIPT', 2, repeat('0', 64), 1, false, now(), decode(?, 'hex'))",
                home.toString(),
                HexFormat.of().formatHex(code.digest(home)));
        of(new ReceiptStore(pool)
                .find("", provenance(TrackedRatingResource.HOLDER).key()));
        var number = Tables.text("select code from dossier where id = ?::uuid", home.toString());
        var body = new StepRequest.RatingByCode(code.text(), 5, null, "Cán bộ hướng dẫn tận tình.");

        var trips = tripsOf(() -> ratings().rate(number, provenance(TrackedRatingResource.HOLDER), body));

        assertThat(trips).isEqualTo(2);
    }

    private RatingDesk ratings() {
        return new RatingDesk(steps, intake, new ReceiptStore(pool), new SimpleMeterRegistry());
    }

    /** The budget of a file: one more, to know what the upload is. */
    @Test
    void aFileIsThreeRoundTrips() {
        var desk = new FilingDesk(
                steps, new Filings(new FilingStore(pool), new EarlierPaperStore(pool), catalogue), clock);
        of(file(desk, accept(open())));
        var accepted = accept(open());

        assertThat(tripsOf(() -> file(desk, accepted))).isEqualTo(3);
    }

    /** The budget of a paper that lies in an earlier dossier: the same, to know whose it is; and none more for whoever sends a file. */
    @Test
    void aPaperThatIsUsedAgainIsThreeRoundTrips() {
        var desk = new FilingDesk(
                steps, new Filings(new FilingStore(pool), new EarlierPaperStore(pool), catalogue), clock);
        var earlier = of(file(desk, accept(open())));
        var paper = UUID.fromString(Tables.text(
                "select id from document where dossier_id = ?::uuid",
                earlier.view().id().toString()));
        of(again(desk, accept(open()), paper));
        var accepted = accept(open());

        assertThat(tripsOf(() -> again(desk, accepted, paper))).isEqualTo(3);
    }

    private static Uni<Answer> again(FilingDesk desk, Answer dossier, UUID paper) {
        return desk.file(order(dossier, RECEPTION), new FilingRequest(null, paper, null, null, null, null));
    }

    private static Uni<Answer> file(FilingDesk desk, Answer dossier) {
        var upload = SentFiles.upload(Api.as("reception", Api.JUSTICE), SentFiles.pdf("tờ khai"))
                .id();
        var account = Tables.text("select account from upload where id = ?::uuid", upload);
        var by = new Party(account, Set.of(Role.RECEPTION), Api.JUSTICE, null);
        return desk.file(
                order(dossier, by),
                new FilingRequest(UUID.fromString(upload), null, null, Document.Kind.SCANNED, 1, false));
    }

    /** The budget of money: what is owed and what was paid stand in the books in one transaction with the step. */
    @Test
    void moneyIsATransactionOfAStatementForEachBook() {
        var desk = new WaitingDesk(
                steps, intake, dates, fees, books, new Proposed(new ProposalStore(pool), cases), payments);
        of(ask(desk, begun()).chain(owing -> pay(desk, owing)));
        var begun = begun();

        assertThat(tripsOf(() -> ask(desk, begun)))
                .as("look, begin, the payment, the step, commit")
                .isEqualTo(5);
        var owing = new Answer(begun.view(), tag(begun));
        assertThat(tripsOf(() -> pay(desk, owing)))
                .as("look, begin, hold the payment and close it, the receipt, the step, commit")
                .isEqualTo(7);
    }

    private Uni<Answer> ask(WaitingDesk desk, Answer dossier) {
        var asking = json.read(Examples.PAYMENT_REQUEST.getBytes(StandardCharsets.UTF_8), StepRequest.Paying.class);
        return desk.ask(order(dossier, OFFICER), asking);
    }

    private Uni<Answer> pay(WaitingDesk desk, Answer owing) {
        var paying = Examples.PAYMENT.replace("2022-000123", UUID.randomUUID().toString());
        return desk.pay(
                order(owing, CASHIER), json.read(paying.getBytes(StandardCharsets.UTF_8), StepRequest.Payment.class));
    }

    /** The budget of putting a mistake right: the two of a step; proposed by one leader and confirmed by another it is three each. */
    @Test
    void aCorrectionIsTwoRoundTripsAndThreeForEachOfTwoLeaders() {
        var corrections = new Corrections(intake, dates, fees);
        var amendments = new AmendmentDesk(steps, new DossierStore(pool), intake, dates, catalogue, corrections);
        of(amendments.correct(order(begun(), LEADER), correction()));
        var begun = begun();

        assertThat(tripsOf(() -> amendments.correct(order(begun, LEADER), correction())))
                .isEqualTo(2);

        var proposals = new ProposalDesk(
                steps, new DossierStore(pool), new ProposalStore(pool), corrections, intake, dates, standing);
        var other = new Party("leader-2", Set.of(Role.LEADER), Api.JUSTICE, null);
        var wrong = json.read(Examples.CORRECTION.getBytes(StandardCharsets.UTF_8), StepRequest.Correction.class);
        var before = returned();
        of(proposals.propose(closed(before, LEADER), wrong));
        of(proposals.confirm(closed(before, other), 1, new StepRequest.Taken(null)));
        var home = returned();
        assertThat(tripsOf(() -> proposals.propose(closed(home, LEADER), wrong)))
                .as("what the key did, look, the proposal")
                .isEqualTo(3);
        var taken = new StepRequest.Taken(null);
        assertThat(tripsOf(() -> proposals.confirm(closed(home, other), 1, taken)))
                .as("the proposal, look, the step that decides it")
                .isEqualTo(3);
    }

    private static Order closed(UUID dossier, Party by) {
        var seen = Tables.number("select step_sequence from dossier where id = '" + dossier + "'::uuid");
        return new Order(dossier, by, seen, provenance(by.account()));
    }

    private StepRequest.Correction correction() {
        return json.read(
                "{\"returnMethod\": \"COUNTER\", \"reason\": \"ENTRY_ERROR\"}".getBytes(StandardCharsets.UTF_8),
                StepRequest.Correction.class);
    }

    /** The budget of what rests on something beside the dossier: that is held, in one transaction with the step. */
    @Test
    void whatRestsOnMoreThanTheDossierHoldsThatToo() {
        var amendments = new AmendmentDesk(
                steps, new DossierStore(pool), intake, dates, catalogue, new Corrections(intake, dates, fees));
        var processing = new ProcessingDesk(steps, intake, dates, staff, new Proposed(new ProposalStore(pool), cases));
        of(amendments.merge(order(begun(), LEADER), new StepRequest.Merger(code(begun()), null)));
        var goes = begun();
        var stays = new StepRequest.Merger(code(begun()), null);

        assertThat(tripsOf(() -> amendments.merge(order(goes, LEADER), stays)))
                .as("look at both, begin, hold both, look at the other again, the step, commit")
                .isEqualTo(7);
        var wrong = new StepRequest.Reasoned("RESULT_WRONG", null);
        of(processing.recallResult(order(signed(), LEADER), wrong));
        var signed = signed();
        assertThat(tripsOf(() -> processing.recallResult(order(signed, LEADER), wrong)))
                .as("look, begin, the step, commit; two more where the result is a file that may have been opened")
                .isEqualTo(4);
    }

    /** The budget of what is ordered for many, for each of them: a re-dating, a transfer to whoever took an agency over, a part that goes with it. */
    @Test
    void whatIsOrderedForManyIsTwoRoundTripsForEachAndATransactionForItsParts() {
        var acts = new Acts(new DossierStore(pool), dates, new Transactions(pool), relay, clock, SOURCE);
        BiFunction<Dossier, Instant, Attempt> away = (dossier, at) -> dossier.amendments()
                .transfer(
                        new Actor(Role.SYSTEM, null),
                        "H03.02",
                        List.of("H03", "H03.02"),
                        true,
                        TransferCause.REORGANISATION,
                        at);
        of(acts.take(begun().view().id(), "admin-1", away));
        var begun = begun().view().id();
        var together = begun().view().id();

        assertThat(tripsOf(() -> acts.take(begun, "admin-1", away))).isEqualTo(2);
        assertThat(tripsOf(() -> acts.takeTogether(together, "admin-1", List.of(away))))
                .as("begin, look, the step, commit")
                .isEqualTo(4);
    }

    private static String code(Answer dossier) {
        return Tables.text(
                "select code from dossier where id = ?::uuid",
                dossier.view().id().toString());
    }

    private Answer signed() {
        var begun = begun();
        return of(steps.amend(
                order(begun, LEADER),
                Step.COMPLETION,
                (kept, actor, at) -> new Steps.Amended(
                        kept.dossier()
                                .complete(actor, Outcome.GRANTED, "15/LLTP", null, Workflow.NONE, false, false, at),
                        null)));
    }

    @Test
    void aCreationIsOneRoundTrip() {
        var before = counter.roundTrips();

        open();

        assertThat(counter.roundTrips() - before).isEqualTo(1);
    }

    @Test
    void theApplicationKeepsItsLongStatementsPrepared() {
        for (int i = 0; i < 50; i++) {
            of(new Openings(
                            cases,
                            direct,
                            intake,
                            dates,
                            fees,
                            prepayments,
                            filings,
                            views,
                            Receptions.NONE,
                            relay,
                            clock,
                            SOURCE)
                    .open(request(), CITIZEN, provenance("citizen-1")));
        }
        var prepared = "select count(*) from pg_prepared_statements where statement like '%insert into creation%'";
        var kept = 0L;
        for (int i = 0; i < 50; i++) {
            kept += of(casework.query(prepared).execute()).iterator().next().getLong(0);
        }
        assertThat(kept).isPositive();
    }

    private int tripsOf(Supplier<? extends Uni<?>> step) {
        var before = counter.roundTrips();
        of(step.get());
        return counter.roundTrips() - before;
    }

    private static Order order(Answer seen, Party by) {
        return new Order(seen.view().id(), by, seen.tag(), provenance(by.account()));
    }

    private static long tag(Answer dossier) {
        return Tables.number("select step_sequence from dossier where id = '"
                + dossier.view().id() + "'::uuid");
    }

    private Answer begun() {
        return of(steps.take(
                order(accept(open()), OFFICER),
                Step.PROCESSING,
                (dossier, actor, at) ->
                        dossier.begin(actor, "officer-1", Workflow.NONE, dates.counting(Api.JUSTICE), at)));
    }

    private static UUID returned() {
        var reception = Api.as("reception", Api.JUSTICE);
        var submitted = Api.citizen("c-1").open(Examples.ONLINE.replace("\"POST\"", "\"COUNTER\""));
        var accepted = reception.step(submitted.id(), "acceptance", submitted.etag(), "{}");
        var begun = Api.as("officer", Api.JUSTICE).step(submitted.id(), "processing", accepted.etag(), "{}");
        var signed = Api.as("leader", Api.JUSTICE).step(submitted.id(), "completion", begun.etag(), Examples.GRANTED);
        var home = reception.step(submitted.id(), "return", signed.etag(), Examples.RETURN);
        assertThat(home.status()).as(String.valueOf(home.body())).isEqualTo(200);
        return UUID.fromString(home.id());
    }

    private Answer open() {
        return of(openings.open(request(), CITIZEN, provenance("citizen-1")));
    }

    private OpeningRequest request() {
        return json.read(Examples.ONLINE.getBytes(StandardCharsets.UTF_8), OpeningRequest.class);
    }

    private Answer accept(Answer submitted) {
        var order = new Order(submitted.view().id(), RECEPTION, submitted.tag(), provenance("reception-1"));
        return of(steps.take(
                order,
                Step.ACCEPTANCE,
                (dossier, actor, at) -> dossier.accept(actor, dates.appointment(dossier.matter(), at), at)));
    }

    private static Provenance provenance(String scope) {
        var key = new RequestKey(scope, UUID.randomUUID().toString(), new byte[32]);
        return new Provenance(key, scope, null, null, null, null);
    }
}
