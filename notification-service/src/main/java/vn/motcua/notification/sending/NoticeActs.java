package vn.motcua.notification.sending;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.motcua.dossier.edge.Problem;
import vn.motcua.dossier.edge.ProblemType;
import vn.motcua.dossier.edge.RequestKey;
import vn.motcua.notification.notices.Reasons;

/** What persons decide about notices. One statement each, in which the update alone decides; the key is kept with what it did. */
@ApplicationScoped
public class NoticeActs {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String RESOLVE = """
            with moved as (
                update notice set failures = 0, row_version = row_version + 1,
                    state = case when $6 = 'ARRIVED' then 'SENT' when resent then 'FAILED' when address is null or superseded then 'SUPPRESSED'
                        else 'PLANNED' end,
                    reason = case when $6 = 'ARRIVED' then null when resent then $8 when address is null then case when body is null then $9 else $11 end when superseded then $10 end,
                    sent_at = case when $6 = 'ARRIVED' then now() end,
                    due_at = case when $6 = 'ARRIVED' or resent or address is null or superseded then null else now() end,
                    resent = resent or $6 <> 'ARRIVED'
                where id = $1 and state = 'IN_DOUBT' and channel = 'EMAIL' and ($2::bigint is null or row_version = $2)
                    and not exists (select from notice_act where scope = $3 and request_key = $4)
                returning id)
            insert into notice_act (scope, request_key, digest, notice_id, act, outcome, note)
            select $3, $4, $5, id, 'RESOLUTION', $6::text, $7 from moved""";

    private static final String RELEASE = """
            with moved as (
                update notice set state = 'PLANNED', reason = null, failures = 0, due_at = now(), row_version = row_version + 1
                where id = $1 and (state = 'FAILED' and reason <> $7 or state = 'SUPPRESSED' and reason = $6)
                    and address is not null and body is not null and not superseded and ($2::bigint is null or row_version = $2)
                    and not exists (select from notice_act where scope = $3 and request_key = $4)
                returning id)
            insert into notice_act (scope, request_key, digest, notice_id, act)
            select $3, $4, $5, id, 'RELEASE' from moved""";

    private static final String STANDING = """
            select n.state, n.channel, n.superseded, n.row_version, a.digest, a.notice_id
            from (select 1) one left join notice n on n.id = $1
            left join notice_act a on a.scope = $2 and a.request_key = $3""";

    private final Pool pool;
    private final NoticeSender sender;

    NoticeActs(Pool pool, NoticeSender sender) {
        this.pool = pool;
        this.sender = sender;
    }

    /**
     * A person found out what became of an email in doubt. Not arrived: it is sent once more, and after that never again.
     *
     * @param seen the version the person saw; null if they do not say
     */
    public Uni<Void> resolve(UUID notice, Long seen, RequestKey key, boolean arrived, String note) {
        var tuple = common(notice, seen, key)
                .addString(arrived ? "ARRIVED" : "NOT_ARRIVED")
                .addString(note)
                .addString(Reasons.NOT_ARRIVED)
                .addString(Reasons.ERASED)
                .addString(Reasons.SUPERSEDED)
                .addString(Reasons.NOT_WANTED);
        return carryOut(RESOLVE, tuple, notice, seen, key);
    }

    /** An operator lets a notice go out that was too old to go by itself, or one that a provider refused. */
    public Uni<Void> release(UUID notice, Long seen, RequestKey key) {
        var tuple = common(notice, seen, key).addString(Reasons.STALE).addString(Reasons.NOT_ARRIVED);
        return carryOut(RELEASE, tuple, notice, seen, key);
    }

    private static Tuple common(UUID notice, Long seen, RequestKey key) {
        return Tuple.tuple()
                .addUUID(notice)
                .addLong(seen)
                .addString(key.scope())
                .addString(key.key())
                .addValue(Buffer.buffer(key.digest()));
    }

    private Uni<Void> carryOut(String sql, Tuple tuple, UUID notice, Long seen, RequestKey key) {
        return pool.preparedQuery(sql)
                .execute(tuple)
                .map(result -> result.rowCount() == 1)
                // One key on two notices at one instant: the later insert violates the key, and all of its statement is
                // undone.
                .onFailure(fault ->
                        fault instanceof PgException violated && UNIQUE_VIOLATION.equals(violated.getSqlState()))
                .recoverWithItem(false)
                .chain(done -> done ? Uni.createFrom().voidItem() : why(notice, seen, key))
                .invoke(sender::wake)
                // Whoever asked may hang up; what was begun is finished.
                .memoize()
                .indefinitely();
    }

    /** Nothing moved: was it this very request, another one under its key, or is it barred? */
    private Uni<Void> why(UUID notice, Long seen, RequestKey key) {
        return pool.preparedQuery(STANDING)
                .execute(Tuple.of(notice, key.scope(), key.key()))
                .invoke(rows -> {
                    var row = rows.iterator().next();
                    var digest = row.getBuffer("digest");
                    if (digest != null) {
                        if (!key.sameRequest(digest.getBytes())) {
                            throw Problem.of(ProblemType.KEY_REUSED);
                        }
                        return;
                    }
                    if (row.getString("state") == null) {
                        throw Problem.of(ProblemType.NOT_FOUND)
                                .detail("Không có thông báo này.", "There is no such notice.");
                    }
                    if (seen != null && seen != row.getLong("row_version").longValue()) {
                        throw Problem.of(ProblemType.STALE)
                                .detail(
                                        "Thông báo đã thay đổi, hãy đọc lại.",
                                        "The notice has changed; read it again.");
                    }
                    throw barred(row.getString("state"), row.getString("channel"), row.getBoolean("superseded"));
                })
                .replaceWithVoid();
    }

    private static Problem barred(String state, String channel, boolean superseded) {
        if (superseded && ("SUPPRESSED".equals(state) || "FAILED".equals(state))) {
            return overtaken();
        }
        var asked = "IN_DOUBT".equals(state) && "SMS".equals(channel);
        return Problem.of(ProblemType.BARRED)
                .detail(
                        asked
                                ? "Tin nhắn SMS được hỏi lại tại nhà cung cấp, không xác nhận bằng tay."
                                : "Thông báo đang ở trạng thái " + state + ", không thể thực hiện bước này.",
                        asked
                                ? "The gateway is asked about an SMS; nobody has to say."
                                : "The notice is " + state + ": this step is not possible now.")
                .with("reason", asked ? "RESOLVED_BY_GATEWAY" : "STATE_" + state);
    }

    private static Problem overtaken() {
        return Problem.of(ProblemType.BARRED)
                .detail(
                        "Nội dung thông báo không còn đúng, không gửi nữa.",
                        "What the notice tells is not true any more: it is not sent.")
                .with("reason", Reasons.SUPERSEDED);
    }
}
