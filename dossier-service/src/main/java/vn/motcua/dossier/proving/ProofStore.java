package vn.motcua.dossier.proving;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.dossier.events.HistoryHead;
import vn.motcua.dossier.events.HistoryProof;
import vn.motcua.dossier.events.MerkleTree;

/** Proves a history by the last root that there is: reads one run of leaves and the roots of the others, as they were at one moment. */
@ApplicationScoped
public class ProofStore {

    private static final String RUN_OF =
            "select number, first from history_run where first <= ? order by first desc limit 1";

    private static final String LEAVES =
            "select subject, sequence, hash from history_leaf where subject >= ? order by subject limit "
                    + RootStore.RUN;

    private final DataSource database;

    ProofStore(DataSource database) {
        this.database = database;
    }

    /** Off the event loop. Empty for a dossier that the last root does not cover: it came since. Says nothing about rights. */
    public Uni<Optional<HistoryProof>> of(UUID dossier) {
        return Uni.createFrom().item(() -> read(dossier)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Optional<HistoryProof> read(UUID dossier) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // The night's work replaces leaves and runs together: all is read as of one moment.
                try (var view =
                        connection.prepareStatement("set transaction isolation level repeatable read, read only")) {
                    view.execute();
                }
                return read(connection, dossier);
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("dossier=" + dossier + " could not be proven", failed);
        }
    }

    private static Optional<HistoryProof> read(Connection connection, UUID dossier) throws SQLException {
        int number;
        UUID first;
        try (var select = connection.prepareStatement(RUN_OF)) {
            select.setObject(1, dossier);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                number = row.getInt(1);
                first = row.getObject(2, UUID.class);
            }
        }
        var heads = heads(connection, first);
        int at = heads.stream().map(HistoryHead::subject).toList().indexOf(dossier.toString());
        if (at < 0) {
            return Optional.empty();
        }
        var path = MerkleTree.path(heads.stream().map(HistoryHead::leaf).toList(), at);
        path.addAll(MerkleTree.path(runs(connection), number));
        long place = (long) number * RootStore.RUN + at;
        return Optional.of(HistoryProof.of(heads.get(at), place, path, RootStatement.last(connection)));
    }

    private static List<HistoryHead> heads(Connection connection, UUID first) throws SQLException {
        var heads = new ArrayList<HistoryHead>();
        try (var select = connection.prepareStatement(LEAVES)) {
            select.setObject(1, first);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    heads.add(RootStore.head(row));
                }
            }
        }
        return heads;
    }

    private static List<byte[]> runs(Connection connection) throws SQLException {
        var runs = new ArrayList<byte[]>();
        try (var select = connection.prepareStatement("select hash from history_run order by number");
                var row = select.executeQuery()) {
            while (row.next()) {
                runs.add(row.getBytes(1));
            }
        }
        return runs;
    }
}
