package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Operation;
import groundschool.emulator.dynamodb.Tables;

/// The operations of DynamoDB that the emulator has: the `permits` clause is their table of
/// contents.
public sealed interface DynamoDbOperation extends Operation<Tables>
        permits BatchGetItem,
                BatchWriteItem,
                CreateTable,
                DeleteItem,
                DeleteResourcePolicy,
                DeleteTable,
                DescribeEndpoints,
                DescribeLimits,
                DescribeTable,
                DescribeTimeToLive,
                GetItem,
                GetResourcePolicy,
                ListTables,
                ListTagsOfResource,
                PutItem,
                PutResourcePolicy,
                Query,
                Scan,
                TagResource,
                TransactGetItems,
                TransactWriteItems,
                UntagResource,
                UpdateItem,
                UpdateTable,
                UpdateTimeToLive {}
