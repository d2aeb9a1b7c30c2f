package groundschool.emulator.iam.operation;

import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;

/// The ARNs of what operations name: with its path if there is such a thing, and without one if
/// there is not, so that a policy can be asked before it is known whether there is.
final class IamArns {

    private IamArns() {}

    static String user(Call call, String path, String name) {
        return "arn:aws:iam::" + call.account() + ":user" + path + name;
    }

    static String user(Identities identities, Call call, String name) {
        return identities
                .user(name)
                .map(user -> user.arn(call.account()))
                .orElseGet(() -> user(call, "/", name));
    }

    static String group(Call call, String path, String name) {
        return "arn:aws:iam::" + call.account() + ":group" + path + name;
    }

    static String group(Identities identities, Call call, String name) {
        return identities
                .group(name)
                .map(group -> group.arn(call.account()))
                .orElseGet(() -> group(call, "/", name));
    }

    static String role(Call call, String path, String name) {
        return "arn:aws:iam::" + call.account() + ":role" + path + name;
    }

    static String role(Identities identities, Call call, String name) {
        return identities
                .role(name)
                .map(role -> role.arn(call.account()))
                .orElseGet(() -> role(call, "/", name));
    }

    static String policy(Call call, String path, String name) {
        return "arn:aws:iam::" + call.account() + ":policy" + path + name;
    }

    static String instanceProfile(Call call, String path, String name) {
        return "arn:aws:iam::" + call.account() + ":instance-profile" + path + name;
    }

    static String instanceProfile(Identities identities, Call call, String name) {
        return identities
                .profile(name)
                .map(profile -> profile.arn(call.account()))
                .orElseGet(() -> instanceProfile(call, "/", name));
    }
}
