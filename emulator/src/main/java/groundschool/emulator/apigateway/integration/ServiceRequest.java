package groundschool.emulator.apigateway.integration;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.Principal;
import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.UrlText;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.wire.RequestSigner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A request to a service of AWS, signed for the role that it is made as, and answered by this
/// emulator in the same sandbox.
///
/// @param service as the URI names it, such as `dynamodb`
/// @param kind `action` or `path`
/// @param what the action's name, or the path
/// @param verb by which it is called
public record ServiceRequest(String region, String service, String kind, String what, String verb) {

    /// The targets of the services that know no paths, without the action.
    private static final Map<String, String> TARGETS =
            Map.of(
                    "dynamodb", "DynamoDB_20120810",
                    "kinesis", "Kinesis_20131202",
                    "events", "AWSEvents",
                    "states", "AWSStepFunctions",
                    "logs", "Logs_20140328",
                    "sqs", "AmazonSQS",
                    "ssm", "AmazonSSM",
                    "secretsmanager", "secretsmanager",
                    "kms", "TrentService");

    /// Those that forms are sent to, with their versions.
    private static final Map<String, String> VERSIONS =
            Map.of("sns", "2010-03-31", "sts", "2011-06-15", "iam", "2010-05-08");

    private static final Pattern URI =
            Pattern.compile(
                    "arn:aws[a-z-]*:apigateway:([a-z0-9-]+):([a-zA-Z0-9.-]+):(path|action)/(.*)");

    /// What a URI of an integration asks for; nothing if it is none of a service.
    public static Optional<ServiceRequest> of(String uri, String verb) {
        var form = URI.matcher(uri);
        return form.matches()
                ? Optional.of(
                        new ServiceRequest(
                                String.valueOf(form.group(1)),
                                String.valueOf(form.group(2)),
                                String.valueOf(form.group(3)),
                                String.valueOf(form.group(4)),
                                verb))
                : Optional.empty();
    }

    /// Where it goes, as logs have it.
    String uri() {
        var name = service.substring(service.lastIndexOf('.') + 1);
        return "https://%s.%s.amazonaws.com/%s"
                .formatted(name, region, kind.equals("path") ? what : "?Action=" + what);
    }

    public Outgoing send(Transformation.Sent sent, Principal principal, Sandbox sandbox) {
        var name = service.substring(service.lastIndexOf('.') + 1);
        var headers = sent.headers();
        var path = "/";
        var body = sent.body();
        var query = sent.query();
        if (kind.equals("path")) {
            path = "/" + withVariables(sent.path());
            var bucket =
                    service.contains(".") ? service.substring(0, service.lastIndexOf('.')) : "";
            path = bucket.isEmpty() ? path : "/" + bucket + path;
        } else {
            var action = what.split("[/&]", 2)[0];
            var target = TARGETS.get(name);
            if (target != null
                    && headers.last("Content-Type")
                            .filter(each -> each.contains("form"))
                            .isEmpty()) {
                headers =
                        headers.with("X-Amz-Target", target + "." + action)
                                .with("Content-Type", "application/x-amz-json-1.0");
            } else if (body.length == 0 || verb.equals("GET")) {
                query =
                        query.with("Action", action)
                                .with("Version", VERSIONS.getOrDefault(name, ""));
            } else {
                headers = headers.with("Content-Type", "application/x-www-form-urlencoded");
                var form = new String(body, StandardCharsets.UTF_8);
                body =
                        (form.contains("Action=") ? form : "Action=" + action + "&" + form)
                                .getBytes(StandardCharsets.UTF_8);
                if (!form.contains("Version=") && VERSIONS.containsKey(name)) {
                    body =
                            (new String(body, StandardCharsets.UTF_8)
                                            + "&Version="
                                            + VERSIONS.get(name))
                                    .getBytes(StandardCharsets.UTF_8);
                }
            }
        }
        return answered(path, query, headers, body, name, principal, sandbox);
    }

    private String withVariables(Map<String, String> variables) {
        var text = what;
        for (var variable : variables.entrySet()) {
            text =
                    text.replace(
                            "{" + variable.getKey() + "}",
                            UrlText.encode(variable.getValue()).replace("+", "%20"));
        }
        return text;
    }

    private Outgoing answered(
            String path,
            Fields query,
            Fields headers,
            byte[] body,
            String name,
            Principal principal,
            Sandbox sandbox) {
        var key = sandbox.keys().temporary(principal);
        var text =
                query.entries().stream()
                        .map(each ->
                                UrlText.encode(each.getKey()).replace("+", "%20")
                                        + "="
                                        + UrlText.encode(each.getValue()).replace("+", "%20"))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.of(
                        verb,
                        path,
                        text,
                        new Headers(
                                headers.with("Host", name + "." + region + ".amazonaws.com")
                                        .entries()),
                        body);
        var signed =
                RequestSigner.sign(
                        request,
                        body,
                        name,
                        region,
                        new AccessKey(key.id(), key.secret(), principal, sandbox.id()),
                        Optional.of(key.token()),
                        Instant.now());
        var answer = sandbox.services().answer(signed);
        return new Outgoing(answer.status(), Fields.of(answer.headers()), answer.bytes());
    }
}
