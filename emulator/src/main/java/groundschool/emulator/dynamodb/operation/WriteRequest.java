package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.Item;
import java.util.Optional;

/// One of a batch's writes: either is present.
///
/// Source:
/// [WriteRequest](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_WriteRequest.html)
public record WriteRequest(Optional<PutRequest> putRequest, Optional<DeleteRequest> deleteRequest) {

    /// Puts an item.
    public record PutRequest(Item item) {}

    /// Deletes the item of a key.
    public record DeleteRequest(Item key) {}

    /// The item or the key.
    Item itemOrKey() {
        return putRequest
                .map(PutRequest::item)
                .or(() -> deleteRequest.map(DeleteRequest::key))
                .orElseThrow();
    }
}
