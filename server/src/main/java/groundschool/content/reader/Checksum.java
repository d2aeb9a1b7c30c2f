package groundschool.content.reader;

import groundschool.content.markdown.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// Tells whether a text is still the same: two checksums side by side, which the JVM computes
/// without warming up, as it does not a digest.
final class Checksum {

    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();

    private Checksum() {}

    static long of(String text) {
        return new Checksum().with(text).value();
    }

    /// Of texts by their names.
    static long of(Map<String, String> texts) {
        var checksum = new Checksum();
        new TreeMap<>(texts).forEach((name, text) -> checksum.with(name).with(text));
        return checksum.value();
    }

    /// Of all that a page can point to.
    static long of(Surroundings surroundings) {
        var checksum = new Checksum();
        new TreeMap<>(surroundings.pages())
                .forEach((file, address) -> checksum.with(file.toString()).with(address));
        new TreeMap<>(surroundings.assets())
                .forEach((file, asset) ->
                        checksum.with(file.toString())
                                .with(asset.url())
                                .with(asset.width() + "x" + asset.height() + asset.drawnFrom()));
        return checksum.value();
    }

    private Checksum with(String text) {
        var bytes = (text.length() + ":" + text).getBytes(StandardCharsets.UTF_8);
        one.update(bytes);
        other.update(bytes);
        return this;
    }

    private long value() {
        return one.getValue() << 32 | other.getValue();
    }
}
