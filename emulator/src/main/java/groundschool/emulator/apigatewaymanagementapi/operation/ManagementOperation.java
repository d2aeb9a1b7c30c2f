package groundschool.emulator.apigatewaymanagementapi.operation;

import groundschool.emulator.Request;
import groundschool.emulator.apigatewaymanagementapi.Lines;

/// Every operation on connections that the emulator has.
///
/// Source: [Amazon API Gateway Management
/// API](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html)
public sealed interface ManagementOperation extends Request<Lines>
        permits DeleteConnection, GetConnection, PostToConnection {}
