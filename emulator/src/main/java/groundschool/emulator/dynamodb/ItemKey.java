package groundschool.emulator.dynamodb;

import groundschool.emulator.sandbox.Key;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/// The bytes under which items lie in a table and in its indexes.
///
/// First a hash of the partition key, which spreads items as the service does and is the order of a
/// scan; then the partition key itself, behind its length; then the sort key, in its order. In an
/// index another hash follows, of the table's key, and then that key, so that items of the same
/// index key have an order too.
///
/// The hash is the one by which dynalite found the service to order the items of a scan.
final class ItemKey {

    /// Copied for each hash, which takes less than to find a digest by its name.
    private static final MessageDigest SEEDED = seeded();

    private static final int HASH_BYTES = 8;
    private static final int END = 0x00;
    private static final int ESCAPE = 0xFF;

    private ItemKey() {}

    /// Where the item lies in its table.
    static Key inTable(Item item, KeySchema schema) {
        return Key.of(bytes(item, schema).toByteArray());
    }

    /// Where an item that has the index's key lies in the index.
    static Key inIndex(Item item, KeySchema index, KeySchema table) {
        var bytes = bytes(item, index);
        var sort = table.sortOf(item).stream().findFirst().map(KeyBytes::of);
        bytes.writeBytes(hash(joined(table.partitionOf(item)), sort.orElse(new byte[0])));
        bytes.writeBytes(bytes(item, table).toByteArray());
        return Key.of(bytes.toByteArray());
    }

    /// With what all keys of a partition key begin.
    static byte[] prefix(List<AttributeValue> partition) {
        var bytes = new ByteArrayOutputStream(64);
        putPartition(bytes, partition);
        return bytes.toByteArray();
    }

    /// With what all keys of a partition key and a sort key begin.
    static byte[] sorted(byte[] prefix, AttributeValue sort) {
        var bytes = new ByteArrayOutputStream(64);
        bytes.writeBytes(prefix);
        putSort(bytes, sort);
        return bytes.toByteArray();
    }

    /// With what all keys of a partition key begin whose sort key begins so.
    static byte[] sortedFrom(byte[] prefix, AttributeValue start) {
        var bytes = new ByteArrayOutputStream(64);
        bytes.writeBytes(prefix);
        putEscaped(bytes, KeyBytes.of(start));
        return bytes.toByteArray();
    }

    /// The first of the hashes that belong to a segment of a scan.
    ///
    /// @param segment from 0 up to `segments`, which gives what no hash reaches
    static byte[] startOf(int segment, int segments) {
        long start = Math.ceilDiv((1L << Integer.SIZE) * segment, segments);
        return new byte[] {
            (byte) (start >>> 24), (byte) (start >>> 16), (byte) (start >>> 8), (byte) start
        };
    }

    /// With what all keys of the same partition key as that begin.
    static Key partition(Key at) {
        var bytes = at.bytes();
        int length = (bytes[HASH_BYTES] & 0xFF) << 8 | bytes[HASH_BYTES + 1] & 0xFF;
        return Key.of(Arrays.copyOf(bytes, HASH_BYTES + 2 + length));
    }

    /// The least key that is greater than all that begin with these bytes.
    static Key after(byte[] prefix) {
        for (int last = prefix.length - 1; last >= 0; last--) {
            if (prefix[last] != (byte) 0xFF) {
                var after = Arrays.copyOf(prefix, last + 1);
                after[last]++;
                return Key.of(after);
            }
        }
        throw new IllegalArgumentException("nothing comes after it");
    }

    private static ByteArrayOutputStream bytes(Item item, KeySchema schema) {
        var bytes = new ByteArrayOutputStream(64);
        putPartition(bytes, schema.partitionOf(item));
        schema.sortOf(item).forEach(sort -> putSort(bytes, sort));
        return bytes;
    }

    private static void putPartition(ByteArrayOutputStream bytes, List<AttributeValue> values) {
        var partition = joined(values);
        bytes.writeBytes(hash(partition, new byte[0]));
        bytes.write(partition.length >>> 8);
        bytes.write(partition.length);
        bytes.writeBytes(partition);
    }

    /// One value as it is; several each behind its length.
    private static byte[] joined(List<AttributeValue> values) {
        if (values.size() == 1) {
            return KeyBytes.of(values.getFirst());
        }
        var bytes = new ByteArrayOutputStream(64);
        for (var value : values) {
            var part = KeyBytes.of(value);
            bytes.write(part.length >>> 8);
            bytes.write(part.length);
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    /// A sort key that ends comes before one that goes on.
    private static void putSort(ByteArrayOutputStream bytes, AttributeValue sort) {
        putEscaped(bytes, KeyBytes.of(sort));
        bytes.write(END);
        bytes.write(END);
    }

    private static void putEscaped(ByteArrayOutputStream bytes, byte[] sort) {
        for (byte each : sort) {
            bytes.write(each);
            if (each == END) {
                bytes.write(ESCAPE);
            }
        }
    }

    private static byte[] hash(byte[] partition, byte[] sort) {
        try {
            var digest = (MessageDigest) SEEDED.clone();
            digest.update(partition);
            digest.update(sort);
            return Arrays.copyOf(digest.digest(), HASH_BYTES);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's digests can be copied", e);
        }
    }

    private static MessageDigest seeded() {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update("Outliers".getBytes(StandardCharsets.US_ASCII));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
