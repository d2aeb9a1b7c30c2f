package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.cognito.login.LoginAddress;
import groundschool.emulator.cognito.login.Look;
import groundschool.emulator.cognito.pool.Pool;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How pages look, as answers show it.
record LookDescription(
        String userPoolId,
        String clientId,
        Optional<String> imageUrl,
        Optional<String> cSS,
        Optional<String> cSSVersion,
        Optional<Instant> lastModifiedDate,
        Optional<Instant> creationDate) {

    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    static LookDescription of(Look look, Pool pool, Call call) {
        return new LookDescription(
                pool.id(),
                look.clientId(),
                look.logo()
                        .map(_ ->
                                "%s/logo?client_id=%s"
                                        .formatted(
                                                LoginAddress.of(pool, call.services().address()),
                                                look.clientId())),
                look.css(),
                Optional.of(VERSION.format(look.modifiedAt())),
                Optional.of(look.modifiedAt()),
                Optional.of(look.createdAt()));
    }

    static LookDescription none(Pool pool, String clientId) {
        return new LookDescription(
                pool.id(),
                clientId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
