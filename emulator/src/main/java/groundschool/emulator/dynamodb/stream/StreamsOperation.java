package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.Operation;
import groundschool.emulator.dynamodb.Tables;

/// The operations of DynamoDB Streams that the emulator has: the `permits` clause is their table of
/// contents.
public sealed interface StreamsOperation extends Operation<Tables>
        permits DescribeStream, GetRecords, GetShardIterator, ListStreams {}
