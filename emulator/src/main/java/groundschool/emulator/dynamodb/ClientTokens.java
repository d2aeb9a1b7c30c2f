package groundschool.emulator.dynamodb;

import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tokens by which transactions were asked for in the last ten minutes, so that one that is
/// asked for again is not done again.
///
/// Source: [Idempotency of
/// TransactWriteItems](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-apis-txwriteitems)
public final class ClientTokens {

    private static final Duration VALID = Duration.ofMinutes(10);
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new AttributeValueModule()).build();

    private final StoredMap<Token> byToken;

    /// The same by the time of their use, from which those go that are too old.
    private final StoredMap<Token> byTime;

    private final Instant now;

    ClientTokens(String region, Storage storage, Instant now) {
        var format = new JsonFormat<>(Token.class);
        this.byToken = storage.map("dynamodb/" + region + "/client-tokens", format);
        this.byTime = storage.map("dynamodb/" + region + "/client-tokens-by-time", format);
        this.now = now;
    }

    /// @param digest of the request that it came with
    record Token(String token, String digest, Instant usedAt) {}

    /// Whether this very request was made before.
    ///
    /// @param request a record of an operation
    /// @throws groundschool.emulator.AwsException if it was another that came with the token
    public boolean isRepeated(String token, Object request) {
        var known = byToken.get(Key.of(token)).filter(used -> !isOver(used));
        if (known.isPresent() && !known.get().digest.equals(digest(request))) {
            throw TransactionErrors.idempotentParameterMismatch();
        }
        return known.isPresent();
    }

    /// Notes that a request has been done, and forgets what is over.
    public void remember(String token, Object request) {
        byTime.ascending(Optional.empty(), Optional.of(Key.of(text(now.minus(VALID)))))
                .map(Map.Entry::getValue)
                .toList()
                .forEach(this::forget);
        var used = new Token(token, digest(request), now);
        byToken.put(Key.of(token), used);
        byTime.put(timeKey(used), used);
    }

    private void forget(Token used) {
        byTime.remove(timeKey(used));
        byToken.get(Key.of(used.token))
                .filter(this::isOver)
                .ifPresent(_ -> byToken.remove(Key.of(used.token)));
    }

    private boolean isOver(Token used) {
        return !now.isBefore(used.usedAt.plus(VALID));
    }

    private static Key timeKey(Token used) {
        return Key.of(text(used.usedAt) + " " + used.token);
    }

    /// Sorts as times do.
    private static String text(Instant time) {
        return "%020d".formatted(time.toEpochMilli());
    }

    /// The order of members does not matter to the service either.
    ///
    /// Source: [localstack#6529](https://github.com/localstack/localstack/issues/6529)
    private static String digest(Object request) {
        try {
            var text = canonical(JSON.valueToTree(request));
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String canonical(JsonNode json) {
        if (json.isObject()) {
            return json.propertyStream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(member ->
                            JSON.writeValueAsString(member.getKey())
                                    + ":"
                                    + canonical(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (json.isArray()) {
            return json.valueStream()
                    .map(ClientTokens::canonical)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return json.toString();
    }
}
