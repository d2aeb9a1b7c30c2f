package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.serve.Outgoing;

/// Why the gateway itself answers, instead of what is behind it.
///
/// Source: answers of HTTP APIs
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String told;
    private final String why;

    private Refusal(int status, String told, String why) {
        super(told, null, false, false);
        this.status = status;
        this.told = told;
        this.why = why;
    }

    public int status() {
        return status;
    }

    /// The reason, for logs.
    public String why() {
        return why;
    }

    /// What clients are told.
    String told() {
        return told;
    }

    Outgoing answer() {
        return Outgoing.of(status, "application/json", "{\"message\":\"" + told + "\"}");
    }

    static Refusal notFound() {
        return new Refusal(404, "Not Found", "No route is for that");
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", "Unauthorized");
    }

    static Refusal forbidden(String why) {
        return new Refusal(403, "Forbidden", why);
    }

    static Refusal tooLarge() {
        return new Refusal(413, "Request Entity Too Large", "The body is longer than 10 MB");
    }

    /// A message is not as the model of its route says.
    static Refusal badBody() {
        return new Refusal(400, "Invalid request body", "The message does not match its model");
    }

    static Refusal tooMany() {
        return new Refusal(429, "Too Many Requests", "Too Many Requests");
    }

    static Refusal internal(String why) {
        return new Refusal(500, "Internal Server Error", why);
    }

    /// What is behind a WebSocket API's `$connect` has failed.
    static Refusal badGateway(String why) {
        return new Refusal(502, "Internal server error", why);
    }

    static Refusal unavailable(String why) {
        return new Refusal(503, "Service Unavailable", why);
    }
}
