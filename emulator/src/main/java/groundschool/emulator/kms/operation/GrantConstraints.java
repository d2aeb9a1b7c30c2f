package groundschool.emulator.kms.operation;

import java.util.Map;
import java.util.Optional;

/// What a grant is limited to.
///
/// Source:
/// [GrantConstraints](https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html)
public record GrantConstraints(
        Optional<Map<String, String>> encryptionContextSubset,
        Optional<Map<String, String>> encryptionContextEquals,
        Optional<String> sourceArn) {}
