package groundschool.emulator.kms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody may do with a key besides what policies say.
///
/// Source: [Grants in KMS](https://docs.aws.amazon.com/kms/latest/developerguide/grants.html)
///
/// @param token by which it is named at once
/// @param keyId the key's UUID
/// @param operations such as `Decrypt`
/// @param subset pairs that the encryption context must have
/// @param equals what the encryption context must be
/// @param sourceArn of the resource that a service must act for
public record Grant(
        String id,
        String token,
        String keyId,
        Optional<String> name,
        Instant createdAt,
        Optional<String> grantee,
        Optional<String> granteeService,
        Optional<String> retiring,
        Optional<String> retiringService,
        List<String> operations,
        Optional<Map<String, String>> subset,
        Optional<Map<String, String>> equals,
        Optional<String> sourceArn) {

    public Grant {
        operations = List.copyOf(operations);
    }

    /// Whether it speaks of a request, whoever makes it.
    ///
    /// @param operation such as `Decrypt`
    /// @param source of the resource that a service acts for; absent if none does
    boolean fits(String operation, Map<String, String> context, Optional<String> source) {
        return operations.contains(operation)
                && subset.map(wanted -> context.entrySet().containsAll(wanted.entrySet()))
                        .orElse(true)
                && equals.map(context::equals).orElse(true)
                && sourceArn.map(wanted -> source.equals(Optional.of(wanted))).orElse(true);
    }
}
