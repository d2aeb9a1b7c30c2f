package groundschool.emulator.lambda.runtime.jvm;

import java.util.Map;

/// What the runtime API answered.
///
/// @param headers by name in lower case
record RuntimeAnswer(int status, Map<String, String> headers, byte[] body) {

    /// @return empty if there is none
    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
