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
                DeleteTable,
                DescribeEndpoints,
                DescribeLimits,
                DescribeTable,
                GetItem,
                ListTables,
                PutItem,
                Query,
                Scan,
                TransactGetItems,
                TransactWriteItems,
                UpdateItem {}
