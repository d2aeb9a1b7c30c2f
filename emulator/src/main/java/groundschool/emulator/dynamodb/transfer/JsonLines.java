package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.AttributeValueJson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Items in DynamoDB's JSON, one in each line: `{"Item": {…}}`. After a line that is no JSON, the
/// rest of the object is passed over, as by the service.
final class JsonLines implements ImportSource {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Far more than an item of 400 KB needs.
    private static final int LONGEST_LINE_BYTES = 8 * 1024 * 1024;

    private final Counted counted;
    private final InputStream in;
    private boolean isOver;

    JsonLines(Counted counted) {
        this.counted = counted;
        this.in = new BufferedInputStream(counted, 1 << 16);
    }

    @Override
    public Optional<Read> next() throws IOException {
        while (!isOver) {
            var line = line();
            if (!line.isBlank()) {
                return Optional.of(item(line));
            }
        }
        return Optional.empty();
    }

    @Override
    public long bytes() {
        return counted.count();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Read item(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException noJson) {
            isOver = true;
            return new Wrong("The item is no valid JSON: " + noJson.getOriginalMessage());
        }
        var item = node.path("Item");
        if (!item.isObject()) {
            return new Wrong("The line has no member named Item that is an object");
        }
        try {
            return new Found(AttributeValueJson.readItem(item));
        } catch (AwsException refusal) {
            return new Wrong(refusal.message());
        } catch (JacksonException wrongType) {
            return new Wrong(
                    "The item is no valid DynamoDB JSON: " + wrongType.getOriginalMessage());
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                isOver = true;
                break;
            }
            line.write(read);
            if (line.size() > LONGEST_LINE_BYTES) {
                throw new BadObjectException(
                        "A line is longer than %d bytes".formatted(LONGEST_LINE_BYTES));
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
