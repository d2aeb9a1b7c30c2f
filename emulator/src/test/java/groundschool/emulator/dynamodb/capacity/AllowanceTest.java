package groundschool.emulator.dynamodb.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.dynamodb.capacity.Consumption.Unit;
import groundschool.emulator.dynamodb.schema.BillingMode;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {

    private static final long SECOND = 1_000_000;
    private static final long HALF_AN_HOUR = 1800 * SECOND;

    private static CapacitySettings provisioned(long units) {
        return new CapacitySettings(BillingMode.PROVISIONED, units, OptionalLong.empty(), 0);
    }

    private static CapacitySettings onDemand(long warm) {
        return new CapacitySettings(BillingMode.PAY_PER_REQUEST, 0, OptionalLong.empty(), warm);
    }

    /// Takes one unit after the other while there are some.
    private static double takeAll(Allowance allowance, long now) {
        double taken = 0;
        while (allowance.exhausted(now).isEmpty()) {
            allowance.take(10, now);
            taken += 10;
        }
        return taken;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_is_asked_for_and_when_no_more_is_given_than_came_in(long seed) {
        var random = new Random(seed);
        long units = 1 + random.nextInt(50);
        var allowance = Allowance.of(provisioned(units), Unit.WRITE, 0);
        long now = 0;
        double taken = 0;
        double largest = 0;

        for (int request = 0; request < 5000; request++) {
            now += random.nextLong(SECOND / 2);
            double wanted = 1 + random.nextInt(random.nextInt(400) + 1);
            if (allowance.exhausted(now).isEmpty()) {
                allowance.take(wanted, now);
                taken += wanted;
                largest = Math.max(largest, wanted);
            }

            double cameIn = units * 300 + units * (now / (double) SECOND);
            assertThat(taken).isLessThanOrEqualTo(cameIn + largest);
        }
        assertThat(taken).isGreaterThan(units * 300);
    }

    @Test
    void what_is_not_used_is_saved_for_five_minutes() {
        var allowance = Allowance.of(provisioned(5), Unit.READ, 0);
        assertThat(takeAll(allowance, 0)).isEqualTo(1500);

        assertThat(takeAll(allowance, 60 * SECOND)).isEqualTo(300);
        assertThat(takeAll(allowance, 1000 * SECOND)).isEqualTo(1500);
    }

    @ParameterizedTest
    @CsvSource({"READ, 0, 12000", "WRITE, 0, 4000", "WRITE, 7000, 7000", "READ, 9, 12000"})
    void on_demand_begins_at_what_new_tables_can_do_or_are_warm_for(
            Unit unit, long warm, double expected) {
        assertThat(takeAll(Allowance.of(onDemand(warm), unit, 0), 0)).isEqualTo(expected);
    }

    @Test
    void on_demand_doubles_the_peak_of_half_an_hour_ago_up_to_the_quota() {
        var allowance = Allowance.of(onDemand(0), Unit.WRITE, 0);

        for (int half = 0; half < 5; half++) {
            double expected = Math.min(40_000, 4000 << half);
            assertThat(takeAll(allowance, half * HALF_AN_HOUR)).isEqualTo(expected);
        }
        assertThat(allowance.perSecond()).isEqualTo(40_000);
        assertThat(allowance.exhausted(99 * HALF_AN_HOUR)).isEmpty();
    }

    @Test
    void on_demand_without_traffic_stays_as_it_is() {
        var allowance = Allowance.of(onDemand(0), Unit.WRITE, 0);

        for (int half = 1; half < 100; half++) {
            allowance.exhausted(half * HALF_AN_HOUR);
        }

        assertThat(allowance.perSecond()).isEqualTo(4000);
    }

    @Test
    void a_table_that_becomes_on_demand_can_do_what_it_was_provisioned_for() {
        var before = Allowance.of(provisioned(9000), Unit.WRITE, 0);

        assertThat(before.with(onDemand(0), Unit.WRITE, 0).perSecond()).isEqualTo(9000);
        assertThat(before.with(onDemand(0), Unit.READ, 0).perSecond()).isEqualTo(12_000);
    }
}
