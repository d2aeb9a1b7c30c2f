package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Items in Amazon Ion text: structs with a field named `Item`, one after the other or in lists.
///
/// Unlike AWS, Ion's binary form is refused.
final class IonItems implements ImportSource {

    private static final int BINARY = 0xE0;

    /// All of an object is in memory while it is read.
    private static final int LARGEST_BYTES = 256 * 1024 * 1024;

    private final Counted counted;
    private final Deque<AttributeValue> waiting = new ArrayDeque<>();
    private Optional<IonReader> reader = Optional.empty();
    private boolean isOver;

    IonItems(Counted counted) {
        this.counted = counted;
    }

    @Override
    public Optional<Read> next() throws IOException {
        if (reader.isEmpty()) {
            reader = Optional.of(new IonReader(text()));
        }
        while (waiting.isEmpty()) {
            if (isOver) {
                return Optional.empty();
            }
            try {
                reader.get()
                        .next()
                        .ifPresentOrElse(
                                value -> {
                                    if (value instanceof AttributeValue.L(var values)) {
                                        waiting.addAll(values);
                                    } else {
                                        waiting.add(value);
                                    }
                                },
                                () -> isOver = true);
            } catch (AwsException refusal) {
                throw new BadObjectException(refusal.message());
            }
        }
        return Optional.of(item(waiting.removeFirst()));
    }

    @Override
    public long bytes() {
        return counted.count();
    }

    @Override
    public void close() throws IOException {
        counted.close();
    }

    private String text() throws IOException {
        var bytes = counted.readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
            throw new BadObjectException(
                    "Objects in Ion of more than %d bytes are not supported by this emulator"
                            .formatted(LARGEST_BYTES));
        }
        if (bytes.length > 0 && (bytes[0] & 0xFF) == BINARY) {
            throw new BadObjectException("Ion's binary form is not supported by this emulator");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Read item(AttributeValue value) {
        return value instanceof AttributeValue.M(var fields)
                        && fields.get("Item") instanceof AttributeValue.M(var attributes)
                ? new Found(Item.of(attributes))
                : new Wrong("The value has no field named Item that is a struct");
    }
}
