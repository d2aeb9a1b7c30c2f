package groundschool.emulator;

/// Who makes a call.
public sealed interface Principal {

    /// Who it is, as an ARN.
    String arn();

    /// The account's owner, who may do everything.
    record Root(String account) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":root";
        }
    }

    /// An IAM user.
    ///
    /// @param administrator whether AdministratorAccess is attached
    record User(String account, String name, boolean administrator) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":user/" + name;
        }
    }

    /// The grader: outside the learner's IAM; what it does takes no capacity and stands in no
    /// ledger.
    record Inspector(String account) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":inspector";
        }
    }
}
