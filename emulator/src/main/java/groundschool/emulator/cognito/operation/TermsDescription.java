package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.login.Terms;
import groundschool.emulator.cognito.pool.Pool;
import java.time.Instant;
import java.util.Map;

/// Terms, as answers show them.
record TermsDescription(
        String termsId,
        String userPoolId,
        String clientId,
        String termsName,
        String termsSource,
        String enforcement,
        Map<String, String> links,
        Instant creationDate,
        Instant lastModifiedDate) {

    static TermsDescription of(Terms terms, Pool pool) {
        return new TermsDescription(
                terms.id(),
                pool.id(),
                terms.clientId(),
                terms.name(),
                terms.source(),
                terms.enforcement(),
                terms.links(),
                terms.createdAt(),
                terms.modifiedAt());
    }
}
