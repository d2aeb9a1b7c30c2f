package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Operation;
import groundschool.emulator.dynamodb.Tables;

/// The operations of DynamoDB that the emulator has: the `permits` clause is their table of
/// contents.
public sealed interface DynamoDbOperation extends Operation<Tables>
        permits BatchExecuteStatement,
                BatchGetItem,
                BatchWriteItem,
                CreateBackup,
                CreateTable,
                DeleteBackup,
                DeleteItem,
                DeleteResourcePolicy,
                DeleteTable,
                DescribeBackup,
                DescribeContinuousBackups,
                DescribeEndpoints,
                DescribeLimits,
                DescribeTable,
                DescribeTimeToLive,
                ExecuteStatement,
                ExecuteTransaction,
                GetItem,
                GetResourcePolicy,
                ListBackups,
                ListTables,
                ListTagsOfResource,
                PutItem,
                PutResourcePolicy,
                Query,
                RestoreTableFromBackup,
                RestoreTableToPointInTime,
                Scan,
                TagResource,
                TransactGetItems,
                TransactWriteItems,
                UntagResource,
                UpdateContinuousBackups,
                UpdateItem,
                UpdateTable,
                UpdateTimeToLive {}
