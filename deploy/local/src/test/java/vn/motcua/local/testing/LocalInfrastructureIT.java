package vn.motcua.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;

class LocalInfrastructureIT {

    @Test
    void everyStartGetsAFreshDatabaseEmptyTopicsAndTheSameKey() throws Exception {
        Map<String, String> first = start(Map.of("outside", "true", "clock", "true"));
        Map<String, String> second = start(Map.of());

        assertThat(second.get("quarkus.datasource.jdbc.url")).isNotEqualTo(first.get("quarkus.datasource.jdbc.url"));
        assertThat(second.get("quarkus.oidc.public-key"))
                .isEqualTo(first.get("quarkus.oidc.public-key"))
                .isEqualTo(LocalInfrastructure.tokens().publicKey());
        assertThat(first)
                .containsKeys(
                        "motcua.sms.url", "motcua.carrier.public-key", "motcua.clock.file", "quarkus.mailer.port");
        assertThat(LocalInfrastructure.outside().sms().accepted()).isZero();
        assertThat(LocalInfrastructure.database().jdbcUrl()).isEqualTo(second.get("quarkus.datasource.jdbc.url"));
        try (Connection connection = LocalInfrastructure.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select current_setting('server_version_num')::int / 10000")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(18);
        }
        assertThat(partitions(second.get("kafka.bootstrap.servers")))
                .containsEntry("dossier.lifecycle.v1", 12)
                .containsEntry("dossier.lifecycle.restricted.v1", 12)
                .containsEntry("postal.tracking.v1", 12)
                .containsEntry("postal.tracking.restricted.v1", 12)
                .containsEntry("catalogue.v1", 1);
    }

    @Test
    void whatIsNotNeededIsNotStarted() {
        assertThat(start(Map.of("kafka", "false", "postgres", "false")).keySet())
                .isEqualTo(Set.of(
                        "quarkus.http.test-port",
                        "quarkus.oidc.public-key",
                        "quarkus.oidc.token.issuer",
                        "quarkus.oidc.application-type"));
    }

    private static Map<String, String> start(Map<String, String> arguments) {
        LocalInfrastructure resource = new LocalInfrastructure();
        resource.init(arguments);
        return resource.start();
    }

    private static Map<String, Integer> partitions(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> names = admin.listTopics().names().get(20, TimeUnit.SECONDS);
            return admin.describeTopics(List.copyOf(names)).allTopicNames().get(20, TimeUnit.SECONDS).values().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            TopicDescription::name, topic -> topic.partitions().size()));
        }
    }
}
