package vn.motcua.postal;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.motcua.local.testing.LocalInfrastructure;

/** The service on real PostgreSQL and Kafka, with the simulated carrier. */
@QuarkusTestResource(
        value = LocalInfrastructure.class,
        initArgs = {@ResourceArg(name = "clock", value = "true"), @ResourceArg(name = "outside", value = "true")})
public abstract class PostalTest {

    @BeforeEach
    void prepare() {
        Province.publishCalendar();
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        Road.outside().callBack(URI.create("http://127.0.0.1:" + port + "/v1/carrier/callbacks"));
    }

    @AfterEach
    void mend() {
        Road.outside().noFaults();
    }
}
