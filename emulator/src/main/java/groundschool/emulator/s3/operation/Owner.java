package groundschool.emulator.s3.operation;

import groundschool.emulator.s3.Buckets;

/// Whose something is.
///
/// @param id the canonical id of an account
public record Owner(String id) {

    static Owner of(Buckets buckets) {
        return new Owner(buckets.owner());
    }
}
