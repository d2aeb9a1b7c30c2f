package groundschool.emulator.sandbox;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A sandbox's source of randomness, which all its threads may use.
final class SharedRandom implements RandomGenerator {

    private final RandomGenerator source;

    private SharedRandom(RandomGenerator source) {
        this.source = source;
    }

    /// One that never repeats what another gave.
    static SharedRandom fresh(SecureRandom seeds) {
        var seed = new byte[16];
        seeds.nextBytes(seed);
        return new SharedRandom(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }

    @Override
    public synchronized long nextLong() {
        return source.nextLong();
    }
}
