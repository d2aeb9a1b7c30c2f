package groundschool.emulator.dynamodb;

import groundschool.emulator.wire.NodeParser;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/// Teaches Jackson DynamoDB's JSON, so that the records of operations can have items and values.
public final class AttributeValueModule extends SimpleModule {

    public AttributeValueModule() {
        super("dynamodb");
        addSerializer(Item.class, new ItemSerializer());
        addDeserializer(Item.class, new ItemDeserializer());
        addSerializer(AttributeValue.class, new AttributeValueSerializer());
        addDeserializer(AttributeValue.class, new AttributeValueDeserializer());
        addDeserializer(ExpressionValues.class, new ExpressionValuesDeserializer());
    }

    private static final class ItemSerializer extends ValueSerializer<Item> {
        @Override
        public void serialize(Item item, JsonGenerator json, SerializationContext context) {
            AttributeValueWriter.write(item, json);
        }
    }

    private static final class ItemDeserializer extends ValueDeserializer<Item> {
        @Override
        public Item deserialize(JsonParser parser, DeserializationContext context) {
            return AttributeValueJson.readItem(tree(parser, context));
        }
    }

    private static final class AttributeValueSerializer extends ValueSerializer<AttributeValue> {
        @Override
        public void serialize(
                AttributeValue value, JsonGenerator json, SerializationContext context) {
            AttributeValueWriter.write(value, json);
        }
    }

    private static final class AttributeValueDeserializer
            extends ValueDeserializer<AttributeValue> {
        @Override
        public AttributeValue deserialize(JsonParser parser, DeserializationContext context) {
            return AttributeValueJson.read(tree(parser, context));
        }
    }

    private static final class ExpressionValuesDeserializer
            extends ValueDeserializer<ExpressionValues> {
        @Override
        public ExpressionValues deserialize(JsonParser parser, DeserializationContext context) {
            return ExpressionValues.of(tree(parser, context));
        }
    }

    private static JsonNode tree(JsonParser parser, DeserializationContext context) {
        return NodeParser.objectAt(parser).orElseGet(() -> context.readTree(parser));
    }
}
