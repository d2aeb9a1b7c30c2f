package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Operation;
import groundschool.emulator.dynamodb.Tables;

/// The operations of DynamoDB that the emulator has: the `permits` clause is their table of
/// contents.
public sealed interface DynamoDbOperation extends Operation<Tables>
        permits BatchGetItem,
                BatchWriteItem,
                CreateBackup,
                CreateTable,
                DeleteBackup,
                DeleteItem,
                DeleteResourcePolicy,
                DeleteTable,
                DescribeBackup,
                DescribeContinuousBackups,
                DescribeContributorInsights,
                DescribeEndpoints,
                DescribeLimits,
                DescribeTable,
                DescribeTimeToLive,
                GetItem,
                GetResourcePolicy,
                ListBackups,
                ListContributorInsights,
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
                UpdateContributorInsights,
                UpdateItem,
                UpdateTable,
                UpdateTimeToLive {}
