package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.object.Checksum;
import groundschool.emulator.s3.object.ChecksumAlgorithm;
import java.util.Optional;

/// A checksum as the members of an answer have it.
record Sums(Optional<Checksum> checksum) {

    Optional<String> of(ChecksumAlgorithm algorithm) {
        return checksum.flatMap(sum -> sum.value(algorithm));
    }

    Optional<String> type() {
        return checksum.map(Checksum::type);
    }
}
