package groundschool.emulator.logs;

import groundschool.emulator.Call;

/// How groups and streams are named in ARNs: those that IAM is asked about always have the part for
/// streams, which is empty where a whole group is meant. So a policy on a group has to end in `:*`.
///
/// Source: refusals of the real service, as in [this
/// issue](https://github.com/hashicorp/terraform-provider-aws/issues/8804), and [Logs resources and
/// operations](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html)
public final class LogArns {

    private static final String GROUP = ":log-group:";

    private LogArns() {}

    /// What IAM is asked about for all groups of a Region.
    public static String everyGroup(Call call) {
        return group("", call);
    }

    /// What IAM is asked about for a group.
    public static String group(String nameOrArn, Call call) {
        return stream(nameOrArn, "", call);
    }

    /// What IAM is asked about for a stream.
    public static String stream(String groupNameOrArn, String stream, Call call) {
        return call.arn("logs", "log-group:" + groupName(groupNameOrArn) + ":log-stream:" + stream);
    }

    /// A group's name from its name or ARN, with or without `:*`.
    public static String groupName(String nameOrArn) {
        int group = nameOrArn.startsWith("arn:") ? nameOrArn.indexOf(GROUP) : -1;
        if (group < 0) {
            return nameOrArn;
        }
        var rest = nameOrArn.substring(group + GROUP.length());
        int end = rest.indexOf(':');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
