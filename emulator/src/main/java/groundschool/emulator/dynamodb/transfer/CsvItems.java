package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Binary;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.schema.AttributeDefinition;
import groundschool.emulator.dynamodb.schema.ScalarAttributeType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Items in CSV. Key attributes have the types that the table declares; all others are strings.
///
/// Source: [Amazon S3 import formats for
/// DynamoDB](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Format.html)
final class CsvItems implements ImportSource {

    private final Counted counted;
    private final CsvRows rows;
    private final Map<String, ScalarAttributeType> types;
    private Optional<List<String>> header;

    CsvItems(Counted counted, Import each) {
        this.counted = counted;
        var options = each.options().flatMap(Import.InputFormatOptions::csv);
        Reader text = new InputStreamReader(counted, StandardCharsets.UTF_8);
        this.rows =
                new CsvRows(
                        text, options.flatMap(Import.CsvOptions::delimiter).orElse(",").charAt(0));
        this.header = options.flatMap(Import.CsvOptions::headerList);
        this.types =
                each.parameters().attributeDefinitions().stream()
                        .collect(
                                Collectors.toMap(
                                        AttributeDefinition::attributeName,
                                        AttributeDefinition::attributeType,
                                        (first, _) -> first));
    }

    @Override
    public Optional<Read> next() throws IOException {
        if (header.isEmpty()) {
            header = rows.next();
        }
        var row = rows.next();
        return row.map(values -> item(header.orElseThrow(), values));
    }

    @Override
    public long bytes() {
        return counted.count();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private Read item(List<String> names, List<String> values) {
        if (values.size() > names.size()) {
            return new Wrong(
                    "The row has %d values and the header %d names"
                            .formatted(values.size(), names.size()));
        }
        var item = new LinkedHashMap<String, AttributeValue>();
        try {
            for (int i = 0; i < values.size(); i++) {
                item.put(names.get(i), value(names.get(i), values.get(i)));
            }
        } catch (AwsException refusal) {
            return new Wrong(refusal.message());
        }
        return new Found(Item.of(item));
    }

    private AttributeValue value(String name, String text) {
        return switch (types.getOrDefault(name, ScalarAttributeType.S)) {
            case S -> AttributeValue.string(text);
            case N -> AttributeValue.number(text);
            case B -> new AttributeValue.B(Binary.fromBase64(text));
        };
    }
}
