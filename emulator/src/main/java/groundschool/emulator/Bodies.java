package groundschool.emulator;

import groundschool.emulator.sandbox.Body;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The input and the output of one call, as the ledger keeps them.
sealed interface Bodies {

    Body input();

    Body output(Object output);

    /// Of a call whose input is there as a tree.
    static Bodies of(Endpoint<?> endpoint, JsonNode input) {
        return new Written(endpoint, input);
    }

    /// Each is written for the ledger alone.
    record Written(Endpoint<?> endpoint, JsonNode tree) implements Bodies {

        @Override
        public Body input() {
            return endpoint.body(tree);
        }

        @Override
        public Body output(Object output) {
            return endpoint.body(output);
        }
    }

    /// Of a call that came as JSON and is answered in it: the ledger keeps what the client sends
    /// and gets, so that nothing is written twice.
    final class Sent implements Bodies {

        private final Endpoint<?> endpoint;
        private final JsonNode input;
        private final byte[] text;
        private Optional<byte[]> answer = Optional.empty();

        /// @param text what the input was read from
        Sent(Endpoint<?> endpoint, JsonNode input, byte[] text) {
            this.endpoint = endpoint;
            this.input = input;
            this.text = text;
        }

        @Override
        public Body input() {
            return endpoint.hasSecrets() || !isUtf8() ? endpoint.body(input) : Body.of(text);
        }

        /// JSON may come in UTF-16 and UTF-32 too, which begin with a zero or with a mark.
        private boolean isUtf8() {
            return text.length > 1 && text[0] > 0 && text[1] > 0;
        }

        @Override
        public Body output(Object output) {
            return endpoint.hasSecrets() ? endpoint.body(output) : Body.of(answer(output));
        }

        /// What the client gets.
        byte[] answer(Object output) {
            var written = answer.orElseGet(() -> endpoint.write(output));
            answer = Optional.of(written);
            return written;
        }
    }
}
