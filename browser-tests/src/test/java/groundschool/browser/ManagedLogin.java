package groundschool.browser;

import com.sun.net.httpserver.HttpServer;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.cognito.message.Inbox;
import groundschool.emulator.cognito.message.Message;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An account with a user pool that has pages, and an application that sends people there.
final class ManagedLogin implements AutoCloseable {

    static final String PASSWORD = "Correct-horse-1";

    /// What the application says to whoever comes back.
    static final String WELCOME = "You are in the shop.";

    private static final String CALLS_BACK =
            """
            "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["code"],
            "AllowedOAuthScopes": ["openid", "email", "aws.cognito.signin.user.admin"],
            "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            "CallbackURLs": ["%1$s/back"], "LogoutURLs": ["%1$s/out"]\
            """;

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final EmulatorServer server;
    private final HttpServer shop;
    private final AccessKey key;
    private final String domain;
    private final String pool;
    private final String client;

    /// @param domain of the pool
    /// @param settings more of them, as members of CreateUserPool's input
    ManagedLogin(String domain, String settings) {
        try {
            server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
            shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        emulator.isAt(server.uri());
        shop.createContext(
                "/",
                exchange -> {
                    var page =
                            "<!doctype html><html lang=en><title>Shop</title><link rel=icon href=data:,><main><h1>%s</h1></main>"
                                    .formatted(WELCOME)
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        shop.start();
        key = emulator.sandboxes().create("111122223333");
        this.domain = domain;
        pool =
                call("CreateUserPool", "{\"PoolName\": \"Shop\"%s}".formatted(settings))
                        .path("UserPool")
                        .path("Id")
                        .asString();
        ofPool("CreateUserPoolDomain", "\"Domain\": \"%s\"".formatted(domain));
        client =
                ofPool("CreateUserPoolClient", "\"ClientName\": \"web\", " + callsBack())
                        .path("UserPoolClient")
                        .path("ClientId")
                        .asString();
    }

    private String callsBack() {
        return CALLS_BACK.formatted(application());
    }

    /// Where the application is.
    String application() {
        return "http://localhost:" + shop.getAddress().getPort();
    }

    /// Calls an operation as the owner.
    JsonNode call(String operation, String input) {
        var owner = new Caller(sandbox(), key.principal(), "eu-west-1");
        return emulator.perform(
                owner, "cognito-idp", operation, JsonMapper.shared().readTree(input));
    }

    /// The same with the id of the pool.
    JsonNode ofPool(String operation, String members) {
        return call(operation, "{\"UserPoolId\": \"%s\", %s}".formatted(pool, members));
    }

    private Sandbox sandbox() {
        return emulator.sandboxes().open(key.sandbox());
    }

    /// Has the pool's pages offer other ways to sign in, too.
    void support(String... providers) {
        ofPool(
                "UpdateUserPoolClient",
                "\"ClientId\": \"%s\", %s, \"SupportedIdentityProviders\": [\"COGNITO\", \"%s\"]"
                        .formatted(client, callsBack(), String.join("\", \"", providers)));
    }

    String client() {
        return client;
    }

    /// The number of people is small; what they are called is theirs.
    void add(String username, String attributes) {
        ofPool(
                "AdminCreateUser",
                "\"Username\": \"%s\", \"MessageAction\": \"SUPPRESS\", \"TemporaryPassword\": \"Temporary-1\", \"UserAttributes\": [%s]"
                        .formatted(username, attributes));
    }

    /// Somebody who may sign in.
    void addConfirmed(String username, String attributes) {
        add(username, attributes);
        ofPool(
                "AdminSetUserPassword",
                "\"Username\": \"%s\", \"Password\": \"%s\", \"Permanent\": true"
                        .formatted(username, PASSWORD));
    }

    static String attribute(String name, String value) {
        return "{\"Name\": \"%s\", \"Value\": \"%s\"}".formatted(name, value);
    }

    /// A verified e-mail address.
    static String email(String username) {
        return attribute("email", username + "@example.com")
                + ", "
                + attribute("email_verified", "true");
    }

    /// What was sent last.
    Message sent() {
        return sandbox().storage().transition(() -> Inbox.of(sandbox()).all()).getFirst();
    }

    String code() {
        return sent().code().orElseThrow();
    }

    java.time.Instant now() {
        return sandbox().clock().now();
    }

    /// An address of the pages.
    String at(String path) {
        return "http://%s.auth.eu-west-1.localhost:%d%s"
                .formatted(domain, server.uri().getPort(), path);
    }

    /// The same for what the application asks for.
    String wished(String path) {
        return at(
                "%s?client_id=%s&response_type=code&scope=openid&redirect_uri=%s"
                        .formatted(
                                path,
                                client,
                                URLEncoder.encode(
                                        application() + "/back", StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        shop.stop(0);
        server.close();
        emulator.close();
    }
}
