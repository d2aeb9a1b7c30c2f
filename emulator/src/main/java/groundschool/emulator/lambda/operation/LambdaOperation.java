package groundschool.emulator.lambda.operation;

import groundschool.emulator.Request;
import groundschool.emulator.lambda.Functions;

/// Every operation of Lambda that the emulator has.
///
/// Source: [Lambda API
/// reference](https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html)
public sealed interface LambdaOperation extends Request<Functions>
        permits AddLayerVersionPermission,
                AddPermission,
                CreateAlias,
                CreateEventSourceMapping,
                CreateFunction,
                DeleteAlias,
                DeleteEventSourceMapping,
                DeleteFunction,
                DeleteFunctionConcurrency,
                DeleteFunctionEventInvokeConfig,
                DeleteLayerVersion,
                GetAccountSettings,
                GetAlias,
                GetEventSourceMapping,
                GetFunction,
                GetFunctionConcurrency,
                GetFunctionConfiguration,
                GetFunctionEventInvokeConfig,
                GetLayerVersion,
                GetLayerVersionByArn,
                GetLayerVersionPolicy,
                GetPolicy,
                Invoke,
                ListAliases,
                ListEventSourceMappings,
                ListFunctionEventInvokeConfigs,
                ListFunctions,
                ListLayerVersions,
                ListLayers,
                ListTags,
                ListVersionsByFunction,
                PublishLayerVersion,
                PublishVersion,
                PutFunctionConcurrency,
                PutFunctionEventInvokeConfig,
                RemoveLayerVersionPermission,
                RemovePermission,
                TagResource,
                UntagResource,
                UpdateAlias,
                UpdateEventSourceMapping,
                UpdateFunctionCode,
                UpdateFunctionConfiguration,
                UpdateFunctionEventInvokeConfig {}
