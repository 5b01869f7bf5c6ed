package vn.motcua.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import vn.motcua.local.DatabaseServer;
import vn.motcua.local.KafkaTopics;
import vn.motcua.local.LocalDatabase;
import vn.motcua.local.LocalTopics;
import vn.motcua.local.clock.SharedClock;
import vn.motcua.local.outside.OutsideClient;
import vn.motcua.local.tokens.LocalTokens;

/**
 * The test resource of every service: one PostgreSQL and one broker per test JVM; each start of an application gets a fresh database and empty topics. In containers where an
 * engine answers, from Maven artifacts otherwise.
 *
 * <p>Arguments: {@code kafka=false} and {@code postgres=false} leave a part out; {@code clock=true} gives the application a business clock ({@code motcua.clock.file}), see
 * {@link #clock()}; {@code outside=true} gives it the simulated outside world, see {@link #outside()}: {@code motcua.sms.url} (the gateway's base, to which the sender adds
 * {@code /sms/v1/messages}), {@code .api-key}, {@code .secret-key}, {@code .brandname}; {@code quarkus.mailer.host}, {@code .port}; {@code motcua.carrier.url} (the base, to which the
 * customer adds {@code /carrier/v1/orders}), {@code .token}, {@code .customer-code}, {@code .public-key} (base64 of the DER form).
 *
 * <p>Tests without an application use the static methods.
 */
public final class LocalInfrastructure implements QuarkusTestResourceLifecycleManager {

    private static final String TOKEN_KEY = "motcua.testing.token-key";
    private static final String DATABASE = "motcua.testing.database";
    private static final String ROLE = "motcua";
    private static final String PASSWORD = "motcua-test";

    private Map<String, String> arguments = Map.of();

    @Override
    public void init(Map<String, String> initArgs) {
        arguments = Map.copyOf(initArgs);
    }

    @Override
    public Map<String, String> start() {
        boolean withPostgres = !"false".equals(arguments.get("postgres"));
        boolean withKafka = !"false".equals(arguments.get("kafka"));
        if (withKafka) {
            Fixtures.begin(Fixture.KAFKA);
        }
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.oidc.public-key", tokens().publicKey());
        config.put("quarkus.oidc.token.issuer", LocalTokens.ISSUER);
        config.put("quarkus.oidc.application-type", "service");
        if (withPostgres) {
            LocalDatabase database = freshDatabase();
            System.setProperty(DATABASE, database.name());
            config.put("quarkus.datasource.reactive.url", database.reactiveUrl());
            config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
            config.put("quarkus.datasource.username", database.role());
            config.put("quarkus.datasource.password", database.password());
        }
        if (withKafka) {
            new KafkaTopics(kafka()).recreate(LocalTopics.ALL);
            config.put("kafka.bootstrap.servers", kafka());
        }
        if ("true".equals(arguments.get("clock"))) {
            clock().reset();
            config.put("motcua.clock.file", clock().file().toString());
        }
        if ("true".equals(arguments.get("outside"))) {
            outside().forget();
            outside().noFaults();
            config.putAll(Fixtures.told(Fixture.OUTSIDE));
            config.put("quarkus.mailer.mock", "false");
        }
        return config;
    }

    @Override
    public void stop() {
        // The parts stay for the next application and end with the JVM.
    }

    /** The server of this test JVM and its superuser. */
    public static DatabaseServer postgres() {
        return new DatabaseServer(
                Fixtures.get(Fixture.POSTGRES, "host"),
                Integer.parseInt(Fixtures.get(Fixture.POSTGRES, "port")),
                Fixtures.get(Fixture.POSTGRES, "user"),
                Fixtures.get(Fixture.POSTGRES, "password"));
    }

    /** A new empty database of this test JVM. */
    public static LocalDatabase freshDatabase() {
        return postgres().createDatabase("motcua_" + Fixtures.next("databases"), ROLE, PASSWORD);
    }

    /** The database of the application that was started last. */
    public static LocalDatabase database() {
        DatabaseServer server = postgres();
        return new LocalDatabase(server.host(), server.port(), System.getProperty(DATABASE), ROLE, PASSWORD);
    }

    /** The bootstrap servers of this test JVM's broker. Its own topics are the caller's to make, see {@link #topics()}. */
    public static String kafka() {
        return Fixtures.get(Fixture.KAFKA, "bootstrap");
    }

    /** Makes and empties topics of this test JVM's broker. */
    public static KafkaTopics topics() {
        return new KafkaTopics(kafka());
    }

    /** Signs tokens that the application under test accepts. */
    public static LocalTokens tokens() {
        synchronized (System.getProperties()) {
            String key = System.getProperty(TOKEN_KEY);
            if (key != null) {
                return LocalTokens.of(key);
            }
            LocalTokens tokens = LocalTokens.inMemory();
            System.setProperty(TOKEN_KEY, tokens.privateKey());
            return tokens;
        }
    }

    /** The business clock of applications started with {@code clock=true}; every such start puts it back to real time. */
    public static SharedClock clock() {
        return SharedClock.in(Fixtures.clockFile());
    }

    /** The outside world of applications started with {@code outside=true}; every such start makes it forget what was sent. */
    public static OutsideClient outside() {
        return new OutsideClient(URI.create(Fixtures.get(Fixture.OUTSIDE, "motcua.sms.url")));
    }
}
