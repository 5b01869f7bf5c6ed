package vn.motcua.dossier.edge;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Provider;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Every JSON body of a resource method comes through here; its digest stays with the request for its key. Made before
 * the configuration of a run is known, hence the provider.
 */
@jakarta.ws.rs.ext.Provider
@Consumes(MediaType.APPLICATION_JSON)
@ConstrainedTo(RuntimeType.SERVER)
public class StrictJsonReader implements ServerMessageBodyReader<Object> {

    private final StrictJson json;
    private final Provider<EdgeLimits> limits;
    private final CurrentVertxRequest request;

    StrictJsonReader(StrictJson json, Provider<EdgeLimits> limits, CurrentVertxRequest request) {
        this.json = json;
        this.limits = limits;
        this.request = request;
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo method, MediaType mediaType) {
        return isRequestType(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isRequestType(type);
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        var reading = json.read(bounded(context.getInputStream()), genericType);
        CurrentRequest.remember(request.getCurrent(), reading.digest());
        return reading.value();
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return json.read(bounded(body), genericType).value();
    }

    /** Bodies that a resource asks for as they are stay as they are. */
    private static boolean isRequestType(Class<?> type) {
        return type != String.class
                && type != byte[].class
                && type != File.class
                && !InputStream.class.isAssignableFrom(type)
                && !Reader.class.isAssignableFrom(type)
                && !Path.class.isAssignableFrom(type)
                && !Buffer.class.isAssignableFrom(type);
    }

    /** A body without announced length is only found too large while it is read. */
    private byte[] bounded(InputStream body) throws IOException {
        var limit = limits.get();
        var bytes = body.readNBytes(limit.maxBodyBytes() + 1);
        if (bytes.length > limit.maxBodyBytes()) {
            throw limit.bodyTooLarge();
        }
        return bytes;
    }
}
