package groundschool.emulator.s3.access;

import groundschool.emulator.AwsException;
import groundschool.emulator.s3.S3Errors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An access control list: the older way to let others at a bucket or an object.
///
/// Source: [Access control list
/// overview](https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html)
///
/// @param owner the canonical id
public record Acl(String owner, List<Grant> grants) {

    public static final String ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";
    public static final String AUTHENTICATED =
            "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
    private static final String LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";
    private static final Set<String> GROUPS = Set.of(ALL_USERS, AUTHENTICATED, LOG_DELIVERY);
    private static final Set<String> PERMISSIONS =
            Set.of("FULL_CONTROL", "WRITE", "WRITE_ACP", "READ", "READ_ACP");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern GRANTEE = Pattern.compile("\\s*(\\w+)\\s*=\\s*\"?([^\"]*)\"?\\s*");

    public Acl {
        grants = List.copyOf(grants);
    }

    /// Who may what.
    public record Grant(Grantee grantee, String permission) {}

    /// @param type `CanonicalUser`, `AmazonCustomerByEmail` or `Group`
    public record Grantee(
            Optional<String> id, Optional<String> uri, Optional<String> emailAddress, String type) {

        static Grantee user(String id) {
            return new Grantee(
                    Optional.of(id), Optional.empty(), Optional.empty(), "CanonicalUser");
        }

        static Grantee group(String uri) {
            return new Grantee(Optional.empty(), Optional.of(uri), Optional.empty(), "Group");
        }

        boolean isPublic() {
            return uri.filter(group -> group.equals(ALL_USERS) || group.equals(AUTHENTICATED))
                    .isPresent();
        }
    }

    /// What a request that makes or changes something says of its ACL in headers.
    public interface Wanted {
        Optional<String> acl();

        Optional<String> grantFullControl();

        Optional<String> grantRead();

        Optional<String> grantReadACP();

        Optional<String> grantWriteACP();

        /// Only buckets have it.
        default Optional<String> grantWrite() {
            return Optional.empty();
        }

        /// Who is granted what, by header as it was sent.
        default Map<String, String> grants() {
            var grants = new LinkedHashMap<String, String>();
            grantFullControl().ifPresent(who -> grants.put("x-amz-grant-full-control", who));
            grantRead().ifPresent(who -> grants.put("x-amz-grant-read", who));
            grantWrite().ifPresent(who -> grants.put("x-amz-grant-write", who));
            grantReadACP().ifPresent(who -> grants.put("x-amz-grant-read-acp", who));
            grantWriteACP().ifPresent(who -> grants.put("x-amz-grant-write-acp", who));
            return grants;
        }

        /// The ACL that the headers ask for; nothing if they say nothing.
        ///
        /// @param owner the canonical id
        /// @throws AwsException if they say what cannot be
        default Optional<Acl> wantedAcl(String owner) {
            var grants = new ArrayList<Grant>();
            grants().forEach((header, who) -> grants.addAll(named(who, header)));
            if (acl().isPresent() && !grants.isEmpty()) {
                throw S3Errors.invalidRequest(
                        "Specifying both Canned ACLs and Header Grants is not allowed");
            }
            if (acl().isPresent()) {
                return Optional.of(canned(acl().get(), owner));
            }
            return grants.isEmpty() ? Optional.empty() : Optional.of(new Acl(owner, grants));
        }
    }

    /// The owner's alone.
    public static Acl ofOwner(String owner) {
        return new Acl(owner, List.of(new Grant(Grantee.user(owner), "FULL_CONTROL")));
    }

    /// One of those that have a name.
    ///
    /// @throws AwsException if there is none of that name
    static Acl canned(String name, String owner) {
        var grants = new ArrayList<>(ofOwner(owner).grants());
        switch (name) {
            case "private", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control" -> {
                // Nobody else in a sandbox owns anything.
            }
            case "public-read" -> grants.add(new Grant(Grantee.group(ALL_USERS), "READ"));
            case "public-read-write" -> {
                grants.add(new Grant(Grantee.group(ALL_USERS), "READ"));
                grants.add(new Grant(Grantee.group(ALL_USERS), "WRITE"));
            }
            case "authenticated-read" ->
                    grants.add(new Grant(Grantee.group(AUTHENTICATED), "READ"));
            case "log-delivery-write" -> {
                grants.add(new Grant(Grantee.group(LOG_DELIVERY), "WRITE"));
                grants.add(new Grant(Grantee.group(LOG_DELIVERY), "READ_ACP"));
            }
            default ->
                    throw new AwsException(
                            400,
                            "InvalidArgument",
                            "",
                            Map.of("ArgumentName", "x-amz-acl", "ArgumentValue", name));
        }
        return new Acl(owner, grants);
    }

    /// @param headerName such as `x-amz-grant-read-acp`, for the permission `READ_ACP`
    private static List<Grant> named(String header, String headerName) {
        var permission =
                headerName
                        .substring("x-amz-grant-".length())
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
        var grants = new ArrayList<Grant>();
        for (var each : header.split(",")) {
            var grantee = GRANTEE.matcher(each);
            if (!grantee.matches()) {
                throw S3Errors.invalidArgument(
                        "Argument format not recognized", headerName, header);
            }
            var value = grantee.group(2);
            grants.add(
                    switch (grantee.group(1)) {
                        case "id" -> {
                            if (!ID.matcher(value).matches()) {
                                throw S3Errors.invalidArgument("Invalid id", "id", value);
                            }
                            yield new Grant(Grantee.user(value), permission);
                        }
                        case "uri" -> {
                            if (!GROUPS.contains(value)) {
                                throw S3Errors.invalidArgument("Invalid group uri", "uri", value);
                            }
                            yield new Grant(Grantee.group(value), permission);
                        }
                        // Accounts of the emulator have no addresses.
                        case "emailAddress", "emailaddress" -> throw S3Errors.noSuchEmail(value);
                        default ->
                                throw S3Errors.invalidArgument(
                                        "Argument format not recognized", headerName, header);
                    });
        }
        return grants;
    }

    /// Holds one that was sent as a document against the rules.
    ///
    /// @throws AwsException if it breaks one
    public void check() {
        for (var grant : grants) {
            var grantee = grant.grantee();
            if (!PERMISSIONS.contains(grant.permission())) {
                throw S3Errors.malformedAcl();
            }
            switch (grantee.type()) {
                case "CanonicalUser" -> checkId(grantee.id().orElse(""));
                case "Group" -> {
                    if (!GROUPS.contains(grantee.uri().orElse(""))) {
                        throw S3Errors.invalidArgument(
                                "Invalid group uri", "Group/URI", grantee.uri().orElse(""));
                    }
                }
                case "AmazonCustomerByEmail" ->
                        throw S3Errors.noSuchEmail(grantee.emailAddress().orElse(""));
                default -> throw S3Errors.malformedAcl();
            }
        }
        checkId(owner);
    }

    private static void checkId(String id) {
        if (!ID.matcher(id).matches()) {
            throw S3Errors.invalidArgument("Invalid id", "CanonicalUser/ID", id);
        }
    }

    /// Whether it lets everybody in, or all who have an account.
    public boolean isPublic() {
        return grants.stream().anyMatch(grant -> grant.grantee().isPublic());
    }

    /// Whether only the owner is in it.
    public boolean isPrivate() {
        return grants.size() == 1
                && grants.getFirst().permission().equals("FULL_CONTROL")
                && grants.getFirst().grantee().id().filter(owner::equals).isPresent();
    }

    /// The permissions of a group of everybody.
    List<String> of(String group) {
        return grants.stream()
                .filter(grant -> grant.grantee().uri().filter(group::equals).isPresent())
                .map(Grant::permission)
                .toList();
    }
}
