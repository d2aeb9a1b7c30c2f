package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.Services;
import groundschool.emulator.dynamodb.transfer.Import.S3BucketSource;
import groundschool.emulator.s3.operation.ListObjectsV2;
import groundschool.emulator.s3.operation.ListedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keys of the objects that an import reads: all that begin with its prefix, whatever follows.
record ObjectKeys(S3BucketSource source, Services.As caller) {

    /// @throws groundschool.emulator.AwsException in S3's words, if they cannot be listed
    List<String> all() {
        var keys = new ArrayList<String>();
        var token = Optional.<String>empty();
        do {
            var page = caller.run(list(token), ListObjectsV2.Response.class);
            page.contents().stream()
                    .filter(object -> object.size() > 0)
                    .map(ListedObject::key)
                    .forEach(keys::add);
            token = page.nextContinuationToken();
        } while (token.isPresent());
        return keys;
    }

    private ListObjectsV2 list(Optional<String> token) {
        return new ListObjectsV2(
                source.s3Bucket(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                source.s3KeyPrefix(),
                token,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                source.s3BucketOwner(),
                Optional.empty());
    }
}
