package groundschool.terminal;

import groundschool.terminal.shell.Invocation;
import groundschool.terminal.shell.Program;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `jwt`: shows what a token says, and as what it was signed. It verifies nothing.
final class JwtProgram implements Program {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int PARTS = 3;

    @Override
    public int run(Invocation invocation) {
        if (invocation.arguments().size() != 1) {
            invocation.error(
                    "usage: jwt TOKEN   the header and the claims of a token, unverified\n");
            return 2;
        }
        var parts = invocation.arguments().getFirst().strip().split("\\.", -1);
        var header = decoded(parts[0]);
        var claims = parts.length == PARTS ? decoded(parts[1]) : Optional.<JsonNode>empty();
        if (header.isEmpty() || claims.isEmpty()) {
            invocation.error(
                    "jwt: that is no JSON Web Token: one has three parts with dots between, the first two JSON in base64url\n");
            return 1;
        }
        var both = MAPPER.createObjectNode();
        both.set("header", header.get());
        both.set("claims", claims.get());
        invocation.out(MAPPER.writeValueAsString(both) + "\n");
        return 0;
    }

    private static Optional<JsonNode> decoded(String part) {
        try {
            var json =
                    MAPPER.readTree(
                            new String(
                                    Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
            return Optional.of(json).filter(JsonNode::isObject);
        } catch (IllegalArgumentException | JacksonException notJson) {
            return Optional.empty();
        }
    }
}
