package groundschool.emulator.cognito.importing;

import groundschool.emulator.AwsException;
import groundschool.emulator.Headers;
import groundschool.emulator.Hosted;
import groundschool.emulator.HostedThings;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.CognitoIdp;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.wire.FormFields;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where the files of import jobs are put: at an address that the job names, which is good for
/// whoever has it, for a while.
///
/// Unlike on AWS, it is no bucket's, and takes 10 MB.
public final class ImportDoor implements HostedThings {

    private static final String SERVICE = "cognito-import";
    private static final String TICKET = "X-Amz-Signature";
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final Sandboxes sandboxes;

    public ImportDoor(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    /// Where the file of a job goes.
    ///
    /// @param emulator where clients reach it
    public static String address(ImportJob job, String region, String ticket, URI emulator) {
        return "%s/_aws/%s/%s/%s?%s=%s"
                .formatted(
                        emulator,
                        SERVICE,
                        region,
                        job.id(),
                        TICKET,
                        URLEncoder.encode(ticket, StandardCharsets.UTF_8));
    }

    @Override
    public String service() {
        return SERVICE;
    }

    @Override
    public HttpResponse answer(Hosted hosted, String requestId) {
        var request = hosted.request();
        if (!request.method().equals("PUT")) {
            return said(405, "MethodNotAllowed");
        }
        var found = FormFields.of(request.query()).get(TICKET).flatMap(sandboxes::unseal);
        if (found.isEmpty()) {
            return said(403, "AccessDenied");
        }
        try {
            var bytes = request.body().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return said(400, "EntityTooLarge");
            }
            var sandbox = sandboxes.open(found.get().sandbox());
            var csv = new String(bytes, StandardCharsets.UTF_8);
            return kept(sandbox, found.get().text(), hosted.host().name(), csv)
                    ? said(200, "")
                    : said(403, "AccessDenied");
        } catch (IOException _) {
            return said(400, "IncompleteBody");
        }
    }

    private static boolean kept(Sandbox sandbox, String unsealed, String id, String csv) {
        var now = sandbox.clock().now();
        var ticket = ImportJobs.read(unsealed, now).filter(each -> each.job().equals(id));
        return sandbox.storage()
                .transition(() -> {
                    try {
                        return ticket.isPresent() && kept(sandbox, ticket.get(), csv);
                    } catch (AwsException _) {
                        return false;
                    }
                });
    }

    private static boolean kept(Sandbox sandbox, ImportJobs.Ticket ticket, String csv) {
        var pools = sandbox.state(CognitoIdp.SERVICE);
        return pools.find(ticket.pool())
                .map(pool -> {
                    var jobs = pools.imports(pool);
                    jobs.keep(jobs.startable(ticket.job(), sandbox.clock().now()), csv);
                    return true;
                })
                .orElse(false);
    }

    private static HttpResponse said(int status, String code) {
        var body =
                code.isEmpty()
                        ? ""
                        : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code></Error>"
                                .formatted(code);
        return HttpResponse.of(
                status,
                Headers.of("Content-Type", "application/xml"),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
