package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.ResourceArn;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.TagInput;
import java.util.List;

/// Labels a table.
///
/// Source:
/// [TagResource](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html)
public record TagResource(String resourceArn, List<TagInput> tags) implements DynamoDbOperation {

    private static final String ACTION = "dynamodb:TagResource";

    public TagResource {
        tags = List.copyOf(tags);
    }

    /// Nothing.
    public record Response() {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(new Access(ACTION, resourceArn, TagKeys.given(tags)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        if (tags.isEmpty()) {
            throw DynamoDbErrors.validation("Atleast one Tag needs to be provided as Input.");
        }
        var added = TagInput.check(tags);
        var table = ResourceArn.toLabel(resourceArn, ACTION, tables, call);
        var definition = table.definition();
        var all = TagInput.merge(definition.tags(), added);
        tables.change(table, definition.change().tags(all).done(), call);
        return new Response();
    }
}
