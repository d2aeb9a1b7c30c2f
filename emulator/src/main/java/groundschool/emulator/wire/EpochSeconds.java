package groundschool.emulator.wire;

import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/// Times as AWS's JSON has them: seconds since 1970, with milliseconds after the point.
///
/// Source: [Timestamps](https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html)
final class EpochSeconds extends SimpleModule {

    EpochSeconds() {
        super("epoch-seconds");
        addSerializer(Instant.class, new Writer());
        addDeserializer(Instant.class, new Reader());
    }

    private static final class Writer extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
            json.writeNumber(BigDecimal.valueOf(time.toEpochMilli(), 3));
        }
    }

    private static final class Reader extends ValueDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) {
            return Instant.ofEpochMilli(json.getDecimalValue().movePointRight(3).longValue());
        }
    }
}
