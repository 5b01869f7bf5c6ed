package vn.motcua.postal.scheduling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import vn.motcua.postal.returns.ZoneTable;

/** The zone table, read once from {@code zones.json}. */
@ApplicationScoped
class ZoneData {

    private final ZoneTable table = read();

    /** The file. */
    @JsonIgnoreProperties("about")
    record File(List<ZoneTable.Province> provinces, List<String> cities) {}

    ZoneTable table() {
        return table;
    }

    private static ZoneTable read() {
        try (var in = ZoneData.class.getResourceAsStream("/zones.json")) {
            var file = new ObjectMapper().readValue(in, File.class);
            return new ZoneTable(file.provinces(), file.cities());
        } catch (IOException broken) {
            throw new UncheckedIOException("zones.json cannot be read", broken);
        }
    }
}
