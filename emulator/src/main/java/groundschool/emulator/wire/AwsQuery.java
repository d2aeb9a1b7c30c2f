package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// The protocol awsQuery: a form with the operation in `Action`, XML back.
///
/// Source: [AWS query](https://smithy.io/2.0/aws/protocols/aws-query-protocol.html)
public final class AwsQuery implements Protocol {

    private final ApiModel model;
    private final String namespace;

    /// @param namespace what the XML is in
    AwsQuery(ApiModel model, String namespace) {
        this.model = model;
        this.namespace = namespace;
    }

    /// Reads an operation's input.
    ///
    /// @throws AwsException if a value is not of the type that the model says
    public JsonNode read(String operation, FormFields fields) {
        var input = model.operation(operation).orElseThrow(CoralErrors::unknownOperation).input();
        return new QueryInput(model.types(), fields).read(input);
    }

    /// Writes an answer.
    ///
    /// @param output the operation's output
    public HttpResponse answer(String operation, JsonNode output, String requestId) {
        var xml = new Xml();
        xml.open(operation + "Response", namespace);
        model.resultWrapper(operation)
                .ifPresent(wrapper -> {
                    xml.open(wrapper);
                    model.output(operation)
                            .ifPresent(shape -> new QueryOutput(model, xml).write(shape, output));
                    xml.close(wrapper);
                });
        xml.open("ResponseMetadata").text("RequestId", requestId).close("ResponseMetadata");
        xml.close(operation + "Response");
        return of(200, xml, requestId);
    }

    @Override
    public AwsException named(AwsException refusal) {
        return QueryErrors.of(called(refusal));
    }

    private AwsException called(AwsException refusal) {
        var code = model.queryCodes().getOrDefault(refusal.code(), refusal.code());
        return new AwsException(refusal.status(), code, refusal.message(), refusal.members());
    }

    @Override
    public HttpResponse refuse(HttpRequest request, AwsException refusal, String requestId) {
        return refuse(namespace, called(refusal), requestId);
    }

    /// Writes a refusal of a service that is not known.
    public static HttpResponse refuse(String namespace, AwsException refusal, String requestId) {
        var error = QueryErrors.of(refusal);
        var xml = new Xml();
        xml.open("ErrorResponse", namespace);
        xml.open("Error")
                .text("Type", error.status() < 500 ? "Sender" : "Receiver")
                .text("Code", error.code());
        if (!error.message().isEmpty()) {
            xml.text("Message", error.message());
        }
        xml.close("Error");
        xml.text("RequestId", requestId);
        xml.close("ErrorResponse");
        return of(error.status(), xml, requestId);
    }

    private static HttpResponse of(int status, Xml xml, String requestId) {
        Headers headers = Answers.headers(requestId).with("Content-Type", "text/xml");
        return HttpResponse.of(status, headers, xml.text().getBytes(StandardCharsets.UTF_8));
    }
}
