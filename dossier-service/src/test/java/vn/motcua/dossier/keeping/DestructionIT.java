package vn.motcua.dossier.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.events.HistoryAudit;
import vn.motcua.dossier.papers.documents.SentFiles;
import vn.motcua.dossier.papers.forms.Pages;
import vn.motcua.dossier.testing.Api;
import vn.motcua.dossier.testing.Api.Answer;
import vn.motcua.dossier.testing.BusinessDay;
import vn.motcua.dossier.testing.Tables;
import vn.motcua.local.testing.LocalInfrastructure;

/** Dossiers that need no longer be kept are destroyed by order of two people, and what is left proves it. */
@QuarkusTest
@QuarkusTestResource(LocalInfrastructure.class)
@QuarkusTestResource(BusinessDay.class)
class DestructionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Table and columns, and why. */
    private static final String STAYS = """
            // Who and what it was is gone; its agency, procedure, course and dates are what its facts say.
            dossier: agency agency_path channel code course last_hash legal_profile origin previous_status private_digest procedure return_method sector status
            event: actor data hash previous_hash type
            applicant: language
            // The proof of what was destroyed, by whose order, and that the archive has it.
            archive_handover: receipt recorded_by request_digest request_key request_scope sha256
            archive_package: hash made_by sha256
            destruction_item: basis code erased_hash files hash package_sha256 procedure receipt state
            // Who read what, for as long as the law has it kept; not the applicant's own readings.
            reading: account agency device paper purpose roles trace_id what
            // The books.
            receipt: agency closed_how method reference source transaction verdict
            """;

    private static final String REASON = "{\"reason\": \"Công văn 15/2043/TA\"}";

    @Inject
    DestructionSweep destruction;

    @BeforeEach
    void onAWednesday() {
        BusinessDay.standAt(Closed.CLOSING_DAY);
    }

    @AfterEach
    void goOn() {
        BusinessDay.backToRealTime();
    }

    @Test
    void noPaperOfWhatIsDestroyedIsUsedAgain() {
        var number = "079190000456";
        var earlier = Closed.ofOwner(number);
        var upload = SentFiles.upload(Closed.RECEPTION, SentFiles.pdf(number)).id();
        var scanned =
                Closed.RECEPTION.step(earlier.id(), "documents", earlier.etag(), "{\"upload\": \"" + upload + "\"}");
        var paper = Tables.text("select id from document where dossier_id = ?::uuid", earlier.id());
        var withdrawn = Closed.RECEPTION.step(earlier.id(), "withdrawal", scanned.etag(), "{}");
        Closed.handedOver(withdrawn);
        var now = Closed.ofOwner(number);
        var reusable = "/v1/dossiers/" + now.id() + "/reusable-documents";
        assertThat(Closed.RECEPTION.get(reusable).body().path("items").findValuesAsText("document"))
                .containsExactly(paper);

        BusinessDay.standAt(Closed.DAY_AFTER);
        var order = Closed.draft(Closed.CLERK, withdrawn);
        assertThat(Closed.decide(Closed.LEADER, order, "approval").status()).isEqualTo(200);
        sweep();

        assertThat(Closed.RECEPTION.get(reusable).body().path("items")).isEmpty();
        var refused = Closed.RECEPTION.step(now.id(), "documents", now.etag(), "{\"document\": \"" + paper + "\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asText()).isEqualTo("/document");
    }

    @Test
    void whatIsDestroyedIsGoneAndWhatIsLeftProvesIt() throws Exception {
        var shared = "chung " + UUID.randomUUID();
        var own = "riêng " + UUID.randomUUID();
        var dossier = Closed.online(shared, own);
        var other = Closed.online(shared);
        var slip = Closed.refusalSlip(dossier).body();
        ArchiveIT.receipt(dossier, "settled");
        Tables.run(
                LocalInfrastructure.database(),
                "update receipt set note = 'chị Kín' where dossier_id = ?::uuid",
                dossier.id());
        var packaged = Closed.handedOver(dossier);
        var head = Tables.rows("select sequence, last_hash from dossier where id = ?::uuid", dossier.id())
                .get(0);
        var documentHref = Closed.CLERK
                .get("/v1/dossiers/" + dossier.id() + "/documents")
                .body()
                .at("/others/0/href")
                .asText();
        assertThat(Closed.archive(Closed.CLERK, dossier).statusCode()).isEqualTo(200);

        BusinessDay.standAt(Closed.DAY_AFTER);
        var key = Api.key();
        var draft = Closed.draft(Closed.CLERK, key, dossier);
        assertThat(draft.status()).as(String.valueOf(draft.body())).isEqualTo(201);
        assertThat(Closed.draft(Closed.CLERK, key, dossier).body()).isEqualTo(draft.body());
        sweep();
        assertThat(name(dossier)).as("a draft destroys nothing").isEqualTo("Lường Thị Kín");
        var approval = Api.key();
        var path = "/v1/destruction-orders/" + draft.id();
        assertThat(Closed.LEADER.get(path + "/certificate").text("reason")).isEqualTo("NOT_EXECUTED");
        var approved = Closed.LEADER.ask(path + "/approval", approval, "{}");
        assertThat(approved.status()).as(String.valueOf(approved.body())).isEqualTo(200);
        assertThat(approved.text("state")).isEqualTo("APPROVED");
        sweep();
        SentFiles.sweep();

        // Nothing of the person is left.
        assertThat(Tables.text("select row_to_json(a)::text from applicant a where dossier_id = ?::uuid", dossier.id()))
                .doesNotContain("Kín", "0912", "006190000123")
                .contains("\"salt\":\"\\\\x\"");
        assertThat(Tables.number("""
                        select count(*) from event where subject = ?::uuid and (note is not null or request_scope is not null
                            or actor is not null and actor not like 'order of destruction %')""", dossier.id())).isZero();
        assertThat(Tables.number("select count(*) from creation where dossier_id = ?::uuid", dossier.id()))
                .isZero();
        assertThat(Tables.text("select citizen from dossier where id = ?::uuid", dossier.id()))
                .isNull();
        assertThat(Tables.rows("select amount, note from receipt where dossier_id = ?::uuid", dossier.id()))
                .containsExactly(java.util.Arrays.asList("20000", null));
        assertThat(SentFiles.isStored(SentFiles.sha256(slip))).isFalse();
        assertThat(SentFiles.isStored(SentFiles.sha256(SentFiles.pdf(own)))).isFalse();
        assertThat(SentFiles.isStored(SentFiles.sha256(SentFiles.pdf(shared))))
                .as("another dossier has the same file")
                .isTrue();
        assertThat(name(other)).isEqualTo("Lường Thị Kín");

        // What is left tells the truth.
        var seen = Closed.LEADER.get("/v1/dossiers/" + dossier.id());
        assertThat(seen.text("status")).isEqualTo("REFUSED");
        assertThat(seen.text("destroyedAt")).isEqualTo("2042-12-31T17:00:00Z");
        assertThat(seen.body().has("applicant")).isFalse();
        assertThat(seen.body().path("nextSteps")).isEmpty();
        var history = Closed.LEADER
                .get("/v1/dossiers/" + dossier.id() + "/history?limit=200")
                .body();
        assertThat(new HistoryAudit().with(history).check())
                .isEqualTo(new HistoryAudit.Finding(null, 0, 3, 0, null, false));
        var last = history.path("items").path(history.path("items").size() - 1);
        assertThat(last.path("type").asText()).isEqualTo("vn.motcua.dossier.recipient-erased.v1");
        assertThat(last.toString()).doesNotContain("Kín");

        var certificate = certificate(draft);
        var line = certificate.path("dossiers").path(0);
        assertThat(certificate.path("number").asLong())
                .isEqualTo(draft.body().path("number").asLong());
        assertThat(certificate.path("draftedBy").asText()).contains("clerk-1");
        assertThat(certificate.path("approvedBy").asText()).contains("leader-1");
        assertThat(line.path("packageSha256").asText()).isEqualTo(packaged);
        assertThat(line.path("receipt").asText()).isEqualTo("BB-12/2042");
        assertThat(line.path("sequence").asText()).isEqualTo(head.get(0));
        assertThat(line.path("hash").asText()).isEqualTo(head.get(1));
        assertThat(history.path("items")
                        .path((int) line.path("sequence").asLong() - 1)
                        .path("hash")
                        .asText())
                .as("the certificate's hash is found again in the history")
                .isEqualTo(line.path("hash").asText());
        assertThat(line.path("erasedHash").asText()).isEqualTo(last.path("hash").asText());
        assertThat(line.path("files").asInt()).isEqualTo(3);
        assertThat(line.path("fileHashes").toString())
                .contains(
                        SentFiles.sha256(slip),
                        SentFiles.sha256(SentFiles.pdf(own)),
                        SentFiles.sha256(SentFiles.pdf(shared)));

        // It is over.
        assertThat(Closed.LEADER.ask(path + "/approval", approval, "{}").text("state"))
                .as("the same request again")
                .isEqualTo("EXECUTED");
        assertThat(Closed.decide(Closed.SECOND, draft, "approval").text("reason"))
                .isEqualTo("ORDER_DECIDED");
        assertThat(Closed.decide(Closed.SECOND, draft, "rejection").text("reason"))
                .isEqualTo("ORDER_DECIDED");
        assertThat(Closed.archive(Closed.CLERK, dossier).statusCode()).isEqualTo(409);
        assertThat(Closed.refusalSlip(dossier).statusCode()).isEqualTo(404);
        assertThat(SentFiles.open(Closed.CLERK, documentHref).statusCode()).isEqualTo(404);
        assertThat(Closed.LEADER
                        .step(dossier.id(), "legal-holds", seen.etag(), REASON)
                        .text("reason"))
                .isEqualTo("DESTROYED");
        assertThat(Closed.LEADER
                        .step(dossier.id(), "correction-proposals", seen.etag(), """
                        {"applicant": {"name": "Triệu Thị Lan"}, "reason": "WRONG_OWNER"}""")
                        .text("reason"))
                .isEqualTo("DESTROYED");
        assertThat(Closed.draft(Closed.CLERK, dossier).text("reason")).isEqualTo("DESTROYED");
    }

    /** Asked of the database itself, so that a table or a column that comes later is not forgotten: what stays stands here, and why. */
    @Test
    void whatIsLeftInAnyTableIsWhatWasDecidedToStay() {
        var dossier = Closed.begunAndWithdrawn();
        var receipt = SentFiles.open(Closed.RECEPTION, "/v1/dossiers/" + dossier.id() + "/forms/RECEIPT/1");
        assertThat(receipt.statusCode()).isEqualTo(200);
        Closed.handedOver(dossier);
        ArchiveIT.receipt(dossier, "kept");
        run("""
            update receipt set note = 'chị Kín', closed_how = 'KEPT', closed_at = now(), closed_by = 'cashier-1', request_scope = 'cashier-1',
                request_key = gen_random_uuid()::text, request_digest = '\\x01' where dossier_id = '%s'""".formatted(dossier.id()));
        run("""
            insert into correction_proposal (dossier_id, number, asked, proposed_by, account, proposed_at, request_scope, request_key, request_digest,
                outcome, decided_by, decided_at, decision_note, decision_scope, decision_key, decision_digest)
            values ('%s', 1, '{"applicant": {"name": "Kín"}}', 'leader-1 (Kín)', 'leader-1', now(), 'leader-1', gen_random_uuid()::text, '\\x01',
                'REJECTED', 'leader-2', now(), 'chị Kín', 'leader-2', gen_random_uuid()::text, '\\x01')""".formatted(dossier.id()));
        run("""
            insert into homecoming_work (event_id, dossier_id, dossier_code, agency, delivered_at, reason, recorded_at, settled_at, settled_by,
                settlement_note, request_scope, request_key, request_digest)
            values (gen_random_uuid(), '%s', 'H03', 'H03', now(), 'CLOSED', now(), now(), 'clerk-1', 'chị Kín', 'clerk-1', gen_random_uuid()::text,
                '\\x01')""".formatted(dossier.id()));
        BusinessDay.standAt(Closed.DAY_AFTER);
        var order = Closed.draft(Closed.CLERK, dossier);
        Closed.decide(Closed.LEADER, order, "approval");
        sweep();
        assertThat(Closed.LEADER.get("/v1/dossiers/" + dossier.id()).text("destroyedAt"))
                .isNotNull();

        assertThat(Leftovers.of(dossier.id())).containsExactlyInAnyOrderElementsOf(Leftovers.named(STAYS));
    }

    /** What stands on a paper that somebody still holds leads nowhere. */
    @Test
    void theCodeOnTheReceiptOfADestroyedDossierIsUnknown() {
        var dossier = Closed.begunAndWithdrawn();
        var receipt = SentFiles.open(Closed.RECEPTION, "/v1/dossiers/" + dossier.id() + "/forms/RECEIPT/1");
        var code = Pages.ratingCode(receipt.body()).orElseThrow();
        assertThat(rate(dossier, code).status()).as("it was not handed over").isEqualTo(409);
        Closed.handedOver(dossier);
        BusinessDay.standAt(Closed.DAY_AFTER);
        var order = Closed.draft(Closed.CLERK, dossier);
        Closed.decide(Closed.LEADER, order, "approval");
        sweep();
        assertThat(Closed.LEADER.get("/v1/dossiers/" + dossier.id()).text("destroyedAt"))
                .isNotNull();

        var answer = rate(dossier, code);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("detail")).isEqualTo("No dossier has this code; check it against your slip.");
        assertThat(Tables.number("select count(*) from form where dossier_id = ?::uuid", dossier.id()))
                .isZero();
    }

    private static Answer rate(Answer dossier, String code) {
        return Api.withToken(null)
                .ask(
                        "/v1/tracking/" + dossier.text("code") + "/rating",
                        Api.key(),
                        "{\"ratingCode\": \"" + code + "\", \"score\": 5}");
    }

    @Test
    void noDossierIsDestroyedThatMayNotBe() {
        record Case(String reason, Supplier<Answer> dossier, Consumer<Answer> then) {}
        Consumer<Answer> nothing = dossier -> {};
        Supplier<Answer> handed = () -> {
            var dossier = Closed.counter(Closed.TWENTY_YEARS);
            Closed.handedOver(dossier);
            return dossier;
        };
        var cases = List.of(
                new Case("NOT_CLOSED", Closed::open, nothing),
                new Case(
                        "MASTERED_ELSEWHERE",
                        handed,
                        dossier -> Tables.run(
                                LocalInfrastructure.database(),
                                "update dossier set origin = 'MIRRORED' where id = ?::uuid",
                                dossier.id())),
                new Case(
                        "HELD",
                        handed,
                        dossier -> Closed.LEADER.step(dossier.id(), "legal-holds", dossier.etag(), REASON)),
                new Case(
                        "PERMANENT",
                        () -> {
                            var dossier = Closed.counter(Closed.FOR_EVER);
                            Closed.handedOver(dossier);
                            return dossier;
                        },
                        nothing),
                new Case("NOT_RUN_OUT", handed, dossier -> BusinessDay.standAt(Closed.LAST_DAY)),
                new Case("MONEY_OPEN", handed, dossier -> ArchiveIT.receipt(dossier, "second")),
                new Case("NOT_HANDED_OVER", () -> Closed.counter(Closed.TWENTY_YEARS), nothing),
                new Case(
                        "HANDED_OVER_OUTDATED",
                        () -> {
                            var dossier = Closed.begunAndWithdrawn();
                            Closed.handedOver(dossier);
                            return dossier;
                        },
                        dossier -> Closed.slip(dossier, 1)),
                new Case(
                        "ORDERED_ALREADY",
                        handed,
                        dossier -> assertThat(
                                        Closed.draft(Closed.LEADER, dossier).status())
                                .isEqualTo(201)));
        for (var each : cases) {
            BusinessDay.standAt(Closed.CLOSING_DAY);
            var dossier = each.dossier().get();
            BusinessDay.standAt(Closed.DAY_AFTER);
            each.then().accept(dossier);
            var orders = Tables.number("select count(*) from destruction_order");

            var refused = Closed.draft(Closed.CLERK, dossier);

            assertThat(refused.status()).as(each.reason()).isEqualTo(409);
            assertThat(refused.text("reason"))
                    .as(String.valueOf(refused.body()))
                    .isEqualTo(each.reason());
            assertThat(refused.body().at("/dossiers/0/reasons/0").asText()).isEqualTo(each.reason());
            assertThat(refused.text("detail")).startsWith("Dossier " + dossier.text("code") + " ");
            var inVietnamese = Api.send(Closed.CLERK
                    .post("/v1/destruction-orders", """
                            {"agency": "H03.01", "basis": "BB 02/2043", "dossiers": ["%s"]}""".formatted(dossier.id()))
                    .setHeader("Accept-Language", "vi")
                    .header("Idempotency-Key", Api.key()));
            assertThat(inVietnamese.text("detail")).startsWith("Hồ sơ " + dossier.text("code") + " ");
            assertThat(Tables.number("select count(*) from destruction_order")).isEqualTo(orders);
            sweep();
            assertThat(name(dossier)).as(each.reason()).startsWith("Lường");
        }
    }

    @Test
    void anOrderThatWasGoodWhenItWasDraftedIsLookedAtAgainTwice() {
        var first = handedOver();
        var second = handedOver();
        BusinessDay.standAt(Closed.DAY_AFTER);
        var draft = Closed.draft(Closed.CLERK, first, second);
        Closed.LEADER.step(first.id(), "legal-holds", first.etag(), REASON);
        var refused = Closed.decide(Closed.LEADER, draft, "approval");
        assertThat(refused.text("reason")).isEqualTo("HELD");
        Closed.LEADER.step(first.id(), "legal-holds/1/lifting", first.etag(), REASON);
        assertThat(Closed.decide(Closed.LEADER, draft, "approval").status()).isEqualTo(200);

        // A hold that comes after the approval and before the dossier's turn.
        Closed.LEADER.step(first.id(), "legal-holds", first.etag(), REASON);
        sweep();

        assertThat(name(first)).isEqualTo("Lường Thị Kín");
        assertThat(name(second)).isNull();
        var lines = certificate(draft).path("dossiers");
        assertThat(lines.findValuesAsText("bar")).containsExactly("HELD");
        assertThat(lines.findValuesAsText("erasedHash")).hasSize(1);
        Closed.LEADER.step(first.id(), "legal-holds/2/lifting", first.etag(), REASON);
        assertThat(Closed.draft(Closed.CLERK, first).status())
                .as("what was left out can be ordered again")
                .isEqualTo(201);
    }

    @Test
    void whoDraftsDoesNotApproveAndNoClerkDoes() {
        var dossier = handedOver();
        BusinessDay.standAt(Closed.DAY_AFTER);
        var draft = Closed.draft(Closed.LEADER, dossier);
        assertThat(Closed.decide(Closed.LEADER, draft, "approval").text("reason"))
                .isEqualTo("FOUR_EYES");
        assertThat(Closed.decide(Closed.CLERK, draft, "approval").status()).isEqualTo(403);
        assertThat(Closed.decide(Api.as("leader", "H03.02"), draft, "approval").status())
                .isEqualTo(404);
        assertThat(Closed.decide(Closed.SECOND, draft, "rejection").text("state"))
                .isEqualTo("REJECTED");
        sweep();
        assertThat(name(dossier)).isEqualTo("Lường Thị Kín");
        var again = Closed.draft(Closed.LEADER, dossier);
        assertThat(again.status()).as("a rejected order lets its dossiers go").isEqualTo(201);
        assertThat(Closed.decide(Closed.SECOND, again, "approval").status()).isEqualTo(200);
        sweep();
        assertThat(name(dossier)).isNull();
    }

    @Test
    void strangersDraftNothingAndSeeNothing() {
        var dossier = handedOver();
        BusinessDay.standAt(Closed.DAY_AFTER);
        for (var role : new String[] {"reception", "officer", "cashier", "operator", "admin", "statistics"}) {
            assertThat(Closed.draft(Api.as(role, Api.JUSTICE), dossier).status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(Closed.draft(Api.as("clerk", "H03.02"), dossier).status()).isEqualTo(403);
        var wrong =
                Closed.CLERK.ask("/v1/destruction-orders", Api.key(), """
                {"agency": "H03.01", "basis": "BB", "dossiers": ["%s", "%s"]}""".formatted(dossier.id(), UUID.randomUUID()));
        assertThat(wrong.problem()).isEqualTo("unknown-code");
        for (var body : List.of(
                "{\"agency\": \"H03.01\", \"basis\": \"BB\"}",
                "{\"agency\": \"H03.01\", \"basis\": \"BB\", \"dossiers\": []}",
                "{\"agency\": \"H03.01\", \"basis\": \"BB\", \"dossiers\": [null]}",
                "{\"agency\": \"H03.01\", \"dossiers\": [\"" + dossier.id() + "\"]}",
                "{\"basis\": \"BB\", \"dossiers\": [\"" + dossier.id() + "\"]}",
                "{\"agency\": \"H03.01\", \"basis\": \"BB\", \"dossiers\": [\"" + dossier.id() + "\", \"" + dossier.id()
                        + "\"]}")) {
            assertThat(Closed.CLERK
                            .ask("/v1/destruction-orders", Api.key(), body)
                            .status())
                    .as(body)
                    .isEqualTo(422);
        }
        var draft = Closed.draft(Closed.CLERK, dossier);
        var path = "/v1/destruction-orders/" + draft.id();
        assertThat(Api.as("clerk", "H03.02").get(path).status()).isEqualTo(404);
        assertThat(Api.as("clerk", "H03.02").get(path + "/certificate").status())
                .isEqualTo(404);
        assertThat(Api.as("clerk", "H03.02")
                        .get("/v1/destruction-orders?agency=H03.01")
                        .status())
                .isEqualTo(403);
        assertThat(Closed.CLERK
                        .get("/v1/destruction-orders?agency=H03.01&limit=1")
                        .body()
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(draft.id());
    }

    @Test
    void whatStopsInTheMiddleGoesOnWhereItWas() throws Exception {
        var first = handedOver();
        var second = handedOver();
        var third = handedOver();
        BusinessDay.standAt(Closed.DAY_AFTER);
        var draft = Closed.draft(Closed.CLERK, first, second, third);
        Closed.decide(Closed.LEADER, draft, "approval");
        // The database goes away at the second dossier, after its files and people went and before the proof is
        // written.
        run("""
                create function away() returns trigger language plpgsql as $$
                begin
                    if new.state = 'DESTROYED' and new.dossier_id = '%s' then raise exception 'away'; end if;
                    return new;
                end $$""".formatted(second.id()));
        run("create trigger away before update on destruction_item for each row execute function away()");
        try {
            sweep();
        } finally {
            run("drop trigger away on destruction_item");
            run("drop function away()");
        }
        assertThat(name(first)).isNull();
        assertThat(name(second)).as("all of it or nothing").isEqualTo("Lường Thị Kín");
        assertThat(Tables.number("select count(*) from document where dossier_id = ?::uuid", second.id()))
                .isEqualTo(1);
        assertThat(name(third)).isNull();
        assertThat(Closed.LEADER.get("/v1/destruction-orders/" + draft.id()).text("state"))
                .isEqualTo("APPROVED");
        SentFiles.sweep();
        assertThat(Closed.archive(Closed.CLERK, second).statusCode())
                .as("its files are there")
                .isEqualTo(200);

        Uni.combine()
                .all()
                .unis(IntStream.range(0, 4).mapToObj(i -> destruction.sweep()).toList())
                .discardItems()
                .await()
                .atMost(PATIENCE);

        for (var each : List.of(first, second, third)) {
            assertThat(Tables.number(
                            "select count(*) from event where subject = ?::uuid and type like '%recipient-erased%'",
                            each.id()))
                    .as("once, however many were at it")
                    .isEqualTo(1);
        }
        assertThat(certificate(draft).path("dossiers").findValuesAsText("erasedHash"))
                .hasSize(3);
        assertThat(Tables.number(
                        "select count(*) from outgoing o join destruction_item i on i.dossier_id = o.subject where i.order_id = ?::uuid",
                        draft.id()))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void aCertificateThatSomebodyChangedIsNotGivenOut() {
        var dossier = handedOver();
        BusinessDay.standAt(Closed.DAY_AFTER);
        var draft = Closed.draft(Closed.CLERK, dossier);
        Closed.decide(Closed.LEADER, draft, "approval");
        sweep();
        var path = "/v1/destruction-orders/" + draft.id() + "/certificate";
        assertThat(Closed.LEADER.get(path).status()).isEqualTo(200);
        run("update destruction_item set files = '{}' where order_id = '" + draft.id() + "'");
        assertThat(Closed.LEADER.get(path).status()).isEqualTo(503);
    }

    @Test
    void theListShowsWhatNeedNoLongerBeKeptAndWhatIsMissing() {
        var ready = handedOver();
        var missing = Closed.counter(Closed.TWENTY_YEARS);
        var ever = Closed.counter(Closed.FOR_EVER);
        var open = Closed.open();
        BusinessDay.standAt(Closed.LAST_DAY);
        assertThat(candidates()).doesNotContainKeys(ready.id(), missing.id());
        BusinessDay.standAt(Closed.DAY_AFTER);
        var listed = candidates();
        assertThat(listed).containsKeys(ready.id(), missing.id()).doesNotContainKeys(ever.id(), open.id());
        assertThat(listed.get(ready.id()).path("bars")).isEmpty();
        assertThat(listed.get(missing.id()).path("bars").toString()).isEqualTo("[\"NOT_HANDED_OVER\"]");
        assertThat(listed.get(ready.id()).path("keepUntil").asText()).isEqualTo("2042-12-31");
        assertThat(Closed.CLERK.get("/v1/destruction-candidates?agency=H03.02").status())
                .isEqualTo(403);
        var draft = Closed.draft(Closed.CLERK, ready);
        Closed.decide(Closed.LEADER, draft, "approval");
        sweep();
        assertThat(candidates()).doesNotContainKey(ready.id());
    }

    private static Map<String, JsonNode> candidates() {
        var found = new java.util.HashMap<String, JsonNode>();
        String next = "/v1/destruction-candidates?agency=H03.01&limit=2";
        while (next != null) {
            var page = Closed.CLERK.get(next);
            assertThat(page.status()).as(String.valueOf(page.body())).isEqualTo(200);
            page.body()
                    .path("items")
                    .forEach(item -> found.put(item.path("dossier").asText(), item));
            var cursor = page.body().path("next").asText(null);
            next = cursor == null ? null : "/v1/destruction-candidates?agency=H03.01&limit=2&cursor=" + cursor;
        }
        return found;
    }

    /** Read over HTTP, and checked as somebody would who does not trust it. */
    private static JsonNode certificate(Answer order) {
        var answer = Closed.CLERK.get("/v1/destruction-orders/" + order.id() + "/certificate");
        assertThat(answer.status()).as(String.valueOf(answer.body())).isEqualTo(200);
        var without = ((ObjectNode) answer.body()).deepCopy();
        var digest = without.remove("digest").asText();
        try {
            assertThat(SentFiles.sha256(new JsonCanonicalizer(without.toString()).getEncodedUTF8()))
                    .isEqualTo(digest);
        } catch (java.io.IOException notJson) {
            throw new AssertionError(notJson);
        }
        return answer.body();
    }

    private static Answer handedOver() {
        var dossier = Closed.online("hồ sơ " + UUID.randomUUID());
        Closed.handedOver(dossier);
        return dossier;
    }

    private static String name(Answer dossier) {
        return Tables.text("select name from applicant where dossier_id = ?::uuid", dossier.id());
    }

    private void sweep() {
        destruction.sweep().await().atMost(PATIENCE);
    }

    private static void run(String statement) {
        Tables.run(LocalInfrastructure.database(), statement);
    }
}
