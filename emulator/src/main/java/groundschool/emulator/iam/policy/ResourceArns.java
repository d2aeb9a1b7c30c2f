package groundschool.emulator.iam.policy;

import java.util.List;
import java.util.Set;

/// What IAM checks of the resources in policies of identities.
///
/// Source: what AWS answered to the documents in moto's test_iam_policies.py
final class ResourceArns {

    private static final Set<String> PARTITIONS =
            Set.of(
                    "aws",
                    "aws-cn",
                    "aws-us-gov",
                    "aws-iso",
                    "aws-iso-b",
                    "aws-iso-e",
                    "aws-iso-f",
                    "aws-eusc",
                    "*");

    private static final List<String> IAM_PATHS =
            List.of(
                    "user/",
                    "federated-user/",
                    "role/",
                    "group/",
                    "instance-profile/",
                    "mfa/",
                    "server-certificate/",
                    "policy/",
                    "sms-mfa/",
                    "saml-provider/",
                    "oidc-provider/",
                    "report/",
                    "access-report/");

    private static final int VENDOR = 2;
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final int PATH = 5;

    private ResourceArns() {}

    static void check(List<String> resources) {
        resources.forEach(ResourceArns::check);
    }

    /// An ARN without a vendor, or with an account and nothing in it: `arn:aws:s3::books`.
    static boolean failsLegacyParsing(String resource) {
        var parts = parts(resource);
        if (parts.size() <= VENDOR || !PARTITIONS.contains(parts.get(1))) {
            return false;
        }
        return parts.get(VENDOR).isEmpty()
                || (parts.size() == PATH && !hasWildcard(parts.get(ACCOUNT)));
    }

    private static void check(String resource) {
        if (resource.equals("*")) {
            return;
        }
        var parts = parts(resource);
        if (parts.size() < 2) {
            throw Malformed.notAnArn(resource);
        }
        if (!PARTITIONS.contains(parts.get(1))) {
            var padded = ArnPattern.padded(resource, LanguageVersion.V2012_10_17);
            throw Malformed.invalidPartition(
                    parts.get(1), "arn:" + String.join(":", padded.subList(1, padded.size())));
        }
        if (!parts.getFirst().equals("arn")) {
            throw Malformed.notAnArn(resource);
        }
        if (parts.size() <= VENDOR || hasWildcard(parts.get(VENDOR))) {
            throw Malformed.resourceVendor();
        }
        checkRegion(resource, parts);
        checkPath(parts);
    }

    private static void checkRegion(String resource, List<String> parts) {
        var region = parts.size() > REGION ? parts.get(REGION) : "";
        boolean given = !region.isEmpty() && !hasWildcard(region);
        if (given && parts.get(VENDOR).equals("iam")) {
            throw Malformed.iamRegion(resource);
        }
        // An access point has both Region and account.
        boolean inAccount = parts.size() > ACCOUNT && !parts.get(ACCOUNT).isEmpty();
        if (given && !inAccount && parts.get(VENDOR).equals("s3")) {
            throw Malformed.region(resource);
        }
    }

    private static void checkPath(List<String> parts) {
        if (!parts.get(VENDOR).equals("iam") || parts.size() <= PATH) {
            return;
        }
        var path = parts.get(PATH);
        int slash = path.indexOf('/');
        boolean open = hasWildcard(slash < 0 ? path : path.substring(0, slash));
        if (!open && IAM_PATHS.stream().noneMatch(path::startsWith)) {
            throw Malformed.iamPath(IAM_PATHS);
        }
    }

    private static List<String> parts(String resource) {
        return ArnPattern.split(resource, LanguageVersion.V2012_10_17);
    }

    private static boolean hasWildcard(String part) {
        return part.contains("*") || part.contains("?") || part.contains("${");
    }
}
