package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.AttributeValueModule;
import groundschool.emulator.dynamodb.Item;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Where a SELECT stands, as text that is handed back with the same SELECT.
///
/// @param statement which SELECT
/// @param read which of its reads, from 0
/// @param key the item that was looked at last
public record NextToken(String statement, int read, Item key) {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new AttributeValueModule()).build();
    private static final int DIGEST_BYTES = 16;

    /// @throws groundschool.emulator.AwsException if it is none
    public static NextToken of(String text) {
        try {
            return JSON.readValue(Base64.getUrlDecoder().decode(text), NextToken.class);
        } catch (RuntimeException notOurs) {
            throw StatementErrors.invalidToken();
        }
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(this));
    }

    /// What tells one statement from another.
    public static String fingerprint(String statement, List<AttributeValue> parameters) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(statement.getBytes(StandardCharsets.UTF_8));
            digest.update(JSON.writeValueAsBytes(parameters));
            return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
