package groundschool.emulator.logs;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.Services;
import groundschool.emulator.lambda.operation.Invoke;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Functions, whose policies must let CloudWatch Logs invoke them.
///
/// Source: [Log group-level subscription
/// filters](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample)
final class FunctionSubscription implements SubscriptionDestination {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionSubscription.class);

    /// What a function's policy may call Logs; the second is that of a Region, which AWS's older
    /// examples have.
    private static final List<String> LOGS = List.of("logs.amazonaws.com", "logs.%s.amazonaws.com");

    private static final String REFUSED =
            "Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.";

    @Override
    public boolean takes(String arn) {
        return arn.matches("arn:aws[a-z-]*:lambda:[^:]*:[^:]*:function:.+");
    }

    @Override
    public void check(SubscriptionFilter filter, Services services, String region) {
        try {
            run(Invoke.dryRun(filter.destinationArn()), filter, services, region);
        } catch (AwsException refusal) {
            throw LogsErrors.invalidParameter(REFUSED);
        }
    }

    @Override
    public void send(Delivery delivery, Services services, String region) {
        var event =
                JsonMapper.shared()
                        .writeValueAsBytes(
                                Map.of(
                                        "awslogs",
                                        Map.of(
                                                "data",
                                                Base64.getEncoder()
                                                        .encodeToString(delivery.gzipped()))));
        try {
            run(
                    Invoke.event(delivery.filter().destinationArn(), event),
                    delivery.filter(),
                    services,
                    region);
        } catch (AwsException refusal) {
            LOG.debug("{}: {}", delivery.filter().destinationArn(), refusal.message());
        }
    }

    /// Runs it by the first name by which the function lets Logs in.
    private static void run(
            Invoke invoke, SubscriptionFilter filter, Services services, String region) {
        for (var name : LOGS) {
            try {
                as(name.formatted(region), filter, services, region).run(invoke);
                return;
            } catch (AwsException refusal) {
                if (!refusal.code().startsWith("AccessDenied") || name.equals(LOGS.getLast())) {
                    throw refusal;
                }
            }
        }
    }

    private static Services.As as(
            String name, SubscriptionFilter filter, Services services, String region) {
        return services.as(
                new Principal.AwsService(
                        services.account(),
                        name,
                        "arn:aws:logs:%s:%s:log-group:%s:*"
                                .formatted(region, services.account(), filter.logGroupName())),
                region);
    }
}
