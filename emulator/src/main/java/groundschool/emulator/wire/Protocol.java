package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import tools.jackson.databind.JsonNode;

/// How a service's requests and answers look on the wire. A service speaks the one that its API
/// model names.
public sealed interface Protocol permits AwsJson {

    /// Whether a body of this type can hold an operation's input at all.
    ///
    /// @param contentType as sent; empty if nothing is said
    boolean accepts(String contentType);

    /// Reads an operation's input.
    ///
    /// @throws AwsException if it cannot be read, as the service refuses it
    JsonNode read(byte[] body);

    /// Writes an answer.
    ///
    /// @param output the operation's output, already as JSON text
    HttpResponse answer(HttpRequest request, byte[] output, String requestId);

    /// Writes a refusal.
    HttpResponse refuse(HttpRequest request, AwsException refusal, String requestId);
}
