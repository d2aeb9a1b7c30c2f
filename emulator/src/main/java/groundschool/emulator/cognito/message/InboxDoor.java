package groundschool.emulator.cognito.message;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.Headers;
import groundschool.emulator.Hosted;
import groundschool.emulator.HostedThings;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.iam.Authorization;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.wire.FormFields;
import groundschool.emulator.wire.SignatureV4;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Shows over HTTP what the user pools of a sandbox have sent, for tests of applications: at
/// `/_aws/cognito-inbox/REGION/messages`, for requests that are signed for `cognito-idp`, as JSON,
/// the newest first; `?to=ADDRESS` shows what went to one address.
///
/// A code lets whoever reads it into an account: so it shows messages of those pools whose people's
/// passwords the caller may set.
public final class InboxDoor implements HostedThings {

    private static final String ACTION = "cognito-idp:AdminSetUserPassword";

    private final SignatureV4 signatures;

    public InboxDoor(SignatureV4 signatures) {
        this.signatures = signatures;
    }

    @Override
    public String service() {
        return "cognito-inbox";
    }

    @Override
    public HttpResponse answer(Hosted hosted, String requestId) {
        var request = hosted.request();
        try {
            var body = request.body().readNBytes(1);
            if (!request.method().equals("GET") || body.length > 0) {
                return said(405, Map.of("message", "Messages are read by GET."));
            }
            if (!hosted.host().name().equals("messages")) {
                return said(404, Map.of("message", "There is only `messages`."));
            }
            var caller = signatures.verify(hosted.sent(), body, "cognito-idp");
            var to = FormFields.of(request.query()).get("to");
            return said(
                    200,
                    Map.of(
                            "messages",
                            all(caller, hosted.host().region().orElse("")).stream()
                                    .filter(message -> to.map(message.to()::equals).orElse(true))
                                    .map(InboxDoor::shown)
                                    .toList()));
        } catch (AwsException refusal) {
            return said(
                    refusal.status(),
                    Map.of("__type", refusal.code(), "message", refusal.message()));
        } catch (IOException _) {
            return said(400, Map.of("message", "The request could not be read."));
        }
    }

    private static List<Message> all(Caller caller, String region) {
        var sandbox = caller.sandbox();
        return sandbox.storage()
                .transition(() ->
                        Inbox.of(sandbox).all().stream()
                                .filter(message -> message.userPoolId().startsWith(region + "_"))
                                .filter(message -> mayRead(caller, message))
                                .toList());
    }

    private static boolean mayRead(Caller caller, Message message) {
        var pool = message.userPoolId();
        var arn =
                "arn:aws:cognito-idp:%s:%s:userpool/%s"
                        .formatted(
                                pool.substring(0, pool.indexOf('_')),
                                caller.sandbox().account(),
                                pool);
        return Authorization.of(
                        caller,
                        List.of(Access.to(ACTION, arn)),
                        caller.sandbox().state(Iam.SERVICE))
                .refusal()
                .isEmpty();
    }

    private static Map<String, Object> shown(Message message) {
        var all = new LinkedHashMap<String, Object>();
        all.put("at", message.at().toString());
        all.put("userPoolId", message.userPoolId());
        all.put("username", message.username());
        all.put("medium", message.medium());
        all.put("to", message.to());
        all.put("from", message.from());
        all.put("subject", message.subject());
        all.put("body", message.body());
        message.code().ifPresent(code -> all.put("code", code));
        return all;
    }

    private static HttpResponse said(int status, Map<String, Object> body) {
        return HttpResponse.of(
                status,
                Headers.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                JsonMapper.shared().writeValueAsBytes(body));
    }
}
