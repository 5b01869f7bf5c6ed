package vn.motcua.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.motcua.local.tokens.LocalTokens;

/** What the services are told at their start: through the environment, since command lines are there for every user to read. */
final class ServiceConfig {

    private final PlatformSettings settings;
    private final Accounts accounts;

    ServiceConfig(PlatformSettings settings, Accounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    /** The environment of one instance of the service. */
    Map<String, String> environment(LocalService service, int port, LocalDatabase database) {
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.profile", "local");
        config.put("quarkus.http.host", "127.0.0.1");
        config.put("quarkus.http.port", Integer.toString(port));
        config.put("quarkus.datasource.reactive.url", database.reactiveUrl());
        config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        config.put("quarkus.datasource.username", database.role());
        config.put("quarkus.datasource.password", database.password());
        config.put("kafka.bootstrap.servers", "127.0.0.1:" + settings.ports().kafka());
        // An empty answer comes after 2 s instead of 0.5 s: a quarter of the idle work; records are still sent at once.
        config.put("kafka.fetch.max.wait.ms", "2000");
        config.put("quarkus.oidc.public-key", accounts.tokens().publicKey());
        config.put("quarkus.oidc.token.issuer", LocalTokens.ISSUER);
        config.put("quarkus.oidc.application-type", "service");
        config.put("motcua.clock.file", accounts.clock().file().toString());
        switch (service) {
            case DOSSIER -> {
                config.put("motcua.store.folder", settings.data("papers").toString());
                PaperKey key = PaperKey.keptIn(
                        settings.home().resolve("paper-key"), accounts.secrets().of("paper-key.password"));
                config.put("motcua.signing.kind", "KEY_STORE");
                config.put("motcua.signing.key-store.file", key.store().toString());
                config.put("motcua.signing.key-store.password", key.password());
                config.put("motcua.signing.trusted", key.certificate().toString());
                config.put("motcua.payments.gateway-keys", accounts.gatewayKey());
            }
            case KPI -> {}
            case NOTIFICATION -> {
                config.put("motcua.sms.url", settings.ports().pageUrl().toString());
                config.put("motcua.sms.api-key", accounts.sms().apiKey());
                config.put("motcua.sms.secret-key", accounts.sms().secretKey());
                config.put("motcua.sms.brandname", accounts.sms().brandname());
                config.put("quarkus.mailer.host", "127.0.0.1");
                config.put(
                        "quarkus.mailer.port", Integer.toString(settings.ports().smtp()));
            }
            case POSTAL -> {
                config.put("motcua.carrier.url", settings.ports().pageUrl().toString());
                config.put("motcua.carrier.token", accounts.carrier().token());
                config.put("motcua.carrier.customer-code", accounts.carrier().customerCode());
                config.put("motcua.carrier.public-key", accounts.carrierKey().publicBase64());
            }
        }
        config.putAll(settings.config().getOrDefault(service, Map.of()));
        Map<String, String> environment = new HashMap<>();
        config.forEach((property, value) -> environment.put(variable(property), value));
        return environment;
    }

    /** A small heap each: four services, the broker and the database share two gigabytes. The quick compiler alone halves what a start costs; measurements ask for both. */
    List<String> options(LocalService service) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + service.heapMegabytes() + "m",
                "-Xms32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        options.addAll(settings.jvmOptions());
        return options;
    }

    Path jar(LocalService service) {
        return settings.project().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** How a property is spelled as a variable of the environment. */
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
