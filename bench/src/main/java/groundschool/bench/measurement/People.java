package groundschool.bench.measurement;

import groundschool.bench.load.Connection;
import groundschool.bench.measurement.Signer.Service;
import groundschool.bench.process.Child;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A user pool on a server, with a client, and people who can sign in there.
///
/// @param server the emulator, or what it is held against
record People(Child server, String pool, String client) {

    static final String PASSWORD = "Correct-horse-1";

    /// How many people sign in.
    static final int COUNT = 50;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A new pool with people in it.
    static People on(Child server) throws IOException {
        var pool =
                call(server, "CreateUserPool", "{\"PoolName\":\"bench\"}")
                        .path("UserPool")
                        .path("Id")
                        .asString();
        var client =
                call(
                                server,
                                "CreateUserPoolClient",
                                """
                                {"UserPoolId":"%s","ClientName":"bench","ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH",\
                                "ALLOW_USER_SRP_AUTH","ALLOW_REFRESH_TOKEN_AUTH"]}\
                                """
                                        .formatted(pool))
                        .path("UserPoolClient")
                        .path("ClientId")
                        .asString();
        var people = new People(server, pool, client);
        for (int number = 0; number < COUNT; number++) {
            people.add(name(number));
        }
        return people;
    }

    /// Somebody's name: an address, because cognito-local wants one.
    static String name(long number) {
        return "person-%05d@example.com".formatted(number % COUNT);
    }

    private void add(String name) throws IOException {
        call(
                server,
                "AdminCreateUser",
                "{\"UserPoolId\":\"%s\",\"Username\":\"%s\",\"MessageAction\":\"SUPPRESS\"}"
                        .formatted(pool, name));
        call(
                server,
                "AdminSetUserPassword",
                "{\"UserPoolId\":\"%s\",\"Username\":\"%s\",\"Password\":\"%s\",\"Permanent\":true}"
                        .formatted(pool, name, PASSWORD));
    }

    /// Signed, which the other server does not mind.
    static byte[] request(String operation, String input) {
        return SignedCalls.SIGNER.request(Service.USER_POOLS, operation, input);
    }

    static JsonNode call(Child server, String operation, String input) throws IOException {
        try (var connection = new Connection(server.port())) {
            return call(connection, operation, input);
        }
    }

    static JsonNode call(Connection connection, String operation, String input) throws IOException {
        return JSON.readTree(connection.exchange(request(operation, input), 200).text());
    }

    /// A sign-in of each by their password.
    List<byte[]> signIns() {
        return IntStream.range(0, COUNT)
                .mapToObj(number -> request("InitiateAuth", signIn(name(number))))
                .toList();
    }

    private String signIn(String name) {
        return """
        {"ClientId":"%s","AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"USERNAME":"%s","PASSWORD":"%s"}}\
        """
                .formatted(client, name, PASSWORD);
    }

    /// A question of each who they are, by their access tokens.
    List<byte[]> questions() throws IOException {
        try (var connection = new Connection(server.port())) {
            var all = new java.util.ArrayList<byte[]>();
            for (int number = 0; number < COUNT; number++) {
                var token =
                        call(connection, "InitiateAuth", signIn(name(number)))
                                .path("AuthenticationResult")
                                .path("AccessToken")
                                .asString();
                all.add(request("GetUser", "{\"AccessToken\":\"%s\"}".formatted(token)));
            }
            return all;
        }
    }

    /// Sign-ups of new people.
    List<byte[]> signUps(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number ->
                        request(
                                "SignUp",
                                "{\"ClientId\":\"%s\",\"Username\":\"new-%06d\",\"Password\":\"%s\"}"
                                        .formatted(client, number, PASSWORD)))
                .toList();
    }

    /// Lists all people, page by page; how many pages there were.
    int list() throws IOException {
        try (var connection = new Connection(server.port())) {
            var more = "";
            for (int pages = 1; ; pages++) {
                var page =
                        call(
                                connection,
                                "ListUsers",
                                "{\"UserPoolId\":\"%s\",\"Limit\":60%s}".formatted(pool, more));
                var token = page.path("PaginationToken").asString("");
                if (token.isEmpty()) {
                    return pages;
                }
                more = ",\"PaginationToken\":\"%s\"".formatted(token);
            }
        }
    }
}
