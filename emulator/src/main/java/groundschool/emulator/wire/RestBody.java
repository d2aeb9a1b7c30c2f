package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a REST protocol's bodies are written in.
interface RestBody {

    /// Reads a document.
    ///
    /// @param shape of all its members
    /// @throws AwsException if it is none
    JsonNode read(byte[] body, Shape.Structure shape);

    /// Writes a document.
    ///
    /// @param shape of all its members
    byte[] write(JsonNode members, Shape shape);

    /// The type of documents.
    String contentType();

    /// Writes what a refused call is told.
    ///
    /// @param members further members of the error, without those that are in headers
    byte[] refusal(AwsException refusal, Map<String, Object> members);
}
