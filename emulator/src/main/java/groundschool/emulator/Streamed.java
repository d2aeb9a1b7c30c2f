package groundschool.emulator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.InputStream;

/// An operation's answer that goes on while its events happen.
public interface Streamed {

    /// What happens.
    Events events();

    /// Events as the wire carries them, to be taken once. Ledgers keep none of them.
    record Events(ChunkStream.Source source) {

        InputStream open() {
            return new ChunkStream(source);
        }

        @JsonValue
        public String inLedger() {
            return "(a stream of events)";
        }
    }
}
