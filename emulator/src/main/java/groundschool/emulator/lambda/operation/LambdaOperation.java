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
                CreateFunction,
                DeleteAlias,
                DeleteFunction,
                DeleteFunctionConcurrency,
                DeleteFunctionEventInvokeConfig,
                DeleteLayerVersion,
                GetAccountSettings,
                GetAlias,
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
                UpdateFunctionCode,
                UpdateFunctionConfiguration,
                UpdateFunctionEventInvokeConfig {}
