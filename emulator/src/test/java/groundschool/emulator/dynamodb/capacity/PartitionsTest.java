package groundschool.emulator.dynamodb.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.dynamodb.capacity.Consumption.Unit;
import groundschool.emulator.sandbox.Key;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionsTest {

    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;

    private final Partitions partitions = new Partitions(key -> key, PartitionsTest::next);

    private static Key next(Key key) {
        return Key.of(Arrays.copyOf(key.bytes(), key.bytes().length + 1));
    }

    private static Key key(int hash) {
        return Key.of(ByteBuffer.allocate(8).putInt(hash).putInt(7).array());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0, 1",
        "3000, 1000, 0, 1",
        "3001, 1, 0, 2",
        "12000, 4000, 0, 4",
        "1, 1, 10737418240, 1",
        "1, 1, 10737418241, 2",
        "9000, 10000, 1, 10"
    })
    void there_are_as_many_as_the_units_and_the_bytes_need(
            double reads, double writes, long sizeBytes, double count) {
        assertThat(Partitions.needed(reads, writes, sizeBytes)).isEqualTo(count);
    }

    @Test
    void each_does_its_own_and_no_more() {
        partitions.grow(4);
        partitions.take(Unit.WRITE, 1000, key(0));
        partitions.take(Unit.READ, 2999, key(0));

        assertThat(partitions.isExhausted(Unit.WRITE, key(1), 0)).isTrue();
        assertThat(partitions.isExhausted(Unit.READ, key(1), 0)).isFalse();
        assertThat(partitions.isExhausted(Unit.WRITE, key(0x7000_0000), 0)).isFalse();
        assertThat(partitions.isExhausted(Unit.WRITE, key(1), SECOND / 1000)).isFalse();
    }

    @Test
    void however_much_is_wanted_there_is_room_for_them() {
        partitions.grow(1e9);

        assertThat(partitions.count()).isEqualTo(1024);
        partitions.take(Unit.WRITE, 900_000, key(5));
        assertThat(partitions.isExhausted(Unit.WRITE, key(5), 1)).isFalse();
    }

    @Test
    void one_that_stays_hot_is_split_so_that_each_gets_half_of_the_heat() {
        var random = new Random(7);
        double early = hotMinute(random, 0);
        for (long minute = 1; minute < 12; minute++) {
            hotMinute(random, minute);
        }

        double late = hotMinute(random, 12);

        assertThat(partitions.count()).isBetween(2, 4);
        assertThat(late).isGreaterThan(early * 1.5);
    }

    /// Writes to many keys as fast as it goes, for a second of each ten.
    private double hotMinute(Random random, long minute) {
        double done = 0;
        for (int ten = 0; ten < 6; ten++) {
            long now = minute * MINUTE + ten * 10 * SECOND;
            for (int i = 0; i < 6000; i++) {
                done += write(key(random.nextInt()), now);
            }
        }
        return done;
    }

    private int write(Key key, long now) {
        if (partitions.isExhausted(Unit.WRITE, key, now)) {
            partitions.heat(key, now);
            return 0;
        }
        partitions.take(Unit.WRITE, 1, key);
        return 1;
    }

    @Test
    void a_hot_key_gets_a_partition_of_its_own_and_no_more_than_that_can_do() {
        for (long at = 0; at < 20 * MINUTE; at += 5 * SECOND) {
            for (int i = 0; i < 1100; i++) {
                write(key(9), at);
            }
        }

        assertThat(partitions.count()).isEqualTo(3);
        assertThat(partitions.isExhausted(Unit.WRITE, key(9), 20 * MINUTE)).isFalse();
        assertThat(partitions.isExhausted(Unit.WRITE, key(10), 0)).isFalse();
    }

    @Test
    void heat_that_pauses_splits_nothing() {
        for (long at = 0; at < 60 * MINUTE; at += 2 * MINUTE) {
            for (int i = 0; i < 1100; i++) {
                write(key(i), at);
            }
        }

        assertThat(partitions.count()).isEqualTo(1);
    }
}
