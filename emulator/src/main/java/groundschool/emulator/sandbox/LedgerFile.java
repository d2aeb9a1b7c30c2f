package groundschool.emulator.sandbox;

import groundschool.emulator.sandbox.Ledger.Effect;
import groundschool.emulator.sandbox.Ledger.Entry;
import groundschool.emulator.sandbox.Ledger.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// All entries of a ledger on disk, in a log of their own: one record per entry.
final class LedgerFile implements AutoCloseable {

    /// How a record begins; another number would be another layout.
    private static final int LAYOUT = 3;

    /// The layout before, in which nothing was said of effects.
    private static final int WITHOUT_EFFECT = 2;

    private final Path path;
    private final LogFile log;
    private final RecordBuffer buffer = new RecordBuffer();

    private LedgerFile(Path path, LogFile log) {
        this.path = path;
        this.log = log;
    }

    /// Opens a ledger's file, which need not be there, and hands out all that is in it.
    static LedgerFile open(Path path, Durability durability, Consumer<Entry> entries) {
        return new LedgerFile(
                path, LogFile.open(path, durability, record -> entries.accept(read(record))));
    }

    void add(Entry entry) {
        write(entry);
        log.append(buffer);
        buffer.clear();
    }

    /// All entries with a number above that one.
    List<Entry> since(long number) {
        var entries = new ArrayList<Entry>();
        try {
            LogReader.read(
                    path,
                    record -> {
                        var entry = read(record);
                        if (entry.number() > number) {
                            entries.add(entry);
                        }
                    });
        } catch (IOException failure) {
            throw new StorageException(
                    "Cannot read %s: %s".formatted(path, failure.getMessage()), failure);
        }
        return entries;
    }

    @Override
    public void close() {
        log.close();
    }

    private void write(Entry entry) {
        buffer.clear();
        buffer.number(LAYOUT);
        buffer.number(entry.number());
        buffer.number(entry.at().getEpochSecond());
        buffer.number(entry.at().getNano());
        buffer.text(entry.principal());
        buffer.text(entry.region());
        buffer.text(entry.service());
        buffer.text(entry.operation());
        write(entry.resources());
        write(entry.input());
        buffer.number(entry.output().isPresent() ? 1 : 0);
        entry.output().ifPresent(this::write);
        buffer.number(entry.error().isPresent() ? 1 : 0);
        entry.error().ifPresent(this::write);
        buffer.text(entry.decision());
        buffer.text(entry.trace());
        buffer.number(entry.usage().size());
        entry.usage()
                .forEach((unit, amount) -> {
                    buffer.text(unit);
                    buffer.number(Double.doubleToLongBits(amount));
                });
        write(entry.effect());
        buffer.text(entry.requestId());
        buffer.number(entry.took().toNanos());
    }

    private void write(Body body) {
        buffer.number(body.isCut() ? 1 : 0);
        buffer.bytes(body.bytes());
    }

    private void write(Effect effect) {
        write(effect.keys());
        buffer.number(effect.items());
        buffer.number(effect.lookedAt());
        write(effect.throttles());
    }

    private void write(List<String> texts) {
        buffer.number(texts.size());
        texts.forEach(buffer::text);
    }

    private void write(Failure failure) {
        buffer.text(failure.code());
        buffer.text(failure.message());
    }

    private static Entry read(byte[] record) {
        var reader = new RecordReader(record);
        long layout = reader.number();
        if (layout != LAYOUT && layout != WITHOUT_EFFECT) {
            throw new StorageException(
                    "A newer version wrote this ledger: an entry has layout " + layout);
        }
        return new Entry(
                reader.number(),
                Instant.ofEpochSecond(reader.number(), reader.number()),
                reader.text(),
                reader.text(),
                reader.text(),
                reader.text(),
                readTexts(reader),
                readBody(reader),
                reader.number() == 1 ? Optional.of(readBody(reader)) : Optional.empty(),
                reader.number() == 1
                        ? Optional.of(new Failure(reader.text(), reader.text()))
                        : Optional.empty(),
                reader.text(),
                reader.text(),
                readUsage(reader),
                layout == WITHOUT_EFFECT ? Effect.NONE : readEffect(reader),
                reader.text(),
                Duration.ofNanos(reader.number()));
    }

    private static List<String> readTexts(RecordReader reader) {
        var texts = new ArrayList<String>();
        for (long rest = reader.number(); rest > 0; rest--) {
            texts.add(reader.text());
        }
        return texts;
    }

    private static Effect readEffect(RecordReader reader) {
        return new Effect(readTexts(reader), reader.number(), reader.number(), readTexts(reader));
    }

    private static Body readBody(RecordReader reader) {
        boolean isCut = reader.number() == 1;
        return Body.kept(reader.bytes(), isCut);
    }

    private static Map<String, Double> readUsage(RecordReader reader) {
        var usage = new LinkedHashMap<String, Double>();
        for (long rest = reader.number(); rest > 0; rest--) {
            var unit = reader.text();
            usage.put(unit, Double.longBitsToDouble(reader.number()));
        }
        return usage;
    }
}
