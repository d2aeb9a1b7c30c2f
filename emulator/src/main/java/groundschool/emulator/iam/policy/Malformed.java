package groundschool.emulator.iam.policy;

import java.util.List;

/// Everything that AWS says of a policy document that it does not take, each in AWS's words.
///
/// Where the words were read: *M* is what AWS answered to the documents in moto's
/// [test_iam_policies.py](https://github.com/getmoto/moto/blob/master/tests/test_iam/test_iam_policies.py);
/// the others are named one by one. *V* is versitygw's [trust
/// policy](https://github.com/versity/versitygw/tree/main/iamapi), which says it follows AWS but
/// was not seen answered by AWS.
final class Malformed {

    private Malformed() {}

    /// M; and [iamy #74](https://github.com/99designs/iamy/issues/74) for the document `null`.
    static MalformedPolicyException syntax() {
        return new MalformedPolicyException("Syntax errors in policy.");
    }

    /// M.
    static MalformedPolicyException legacyParsing() {
        return new MalformedPolicyException("The policy failed legacy parsing");
    }

    /// M; managed policies only: [cloudformation-template-generator
    /// #90](https://github.com/Bayer-Group/cloudformation-template-generator/pull/90).
    static MalformedPolicyException versionTooOld() {
        return new MalformedPolicyException(
                "Policy document must be version 2012-10-17 or greater.");
    }

    /// [Hadoop, assumed
    /// roles](https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/assumed_roles.html),
    /// for session policies. Since the end of 2025 STS answers with its parser's own words, as
    /// [amazon.aws #2778](https://github.com/ansible-collections/amazon.aws/pull/2778) reports.
    static MalformedPolicyException notJson() {
        return new MalformedPolicyException("The policy is not in the valid JSON format.");
    }

    /// [terraform-provider-aws
    /// #10419](https://github.com/hashicorp/terraform-provider-aws/issues/10419).
    static MalformedPolicyException principalInIdentityPolicy() {
        return new MalformedPolicyException("Policy document should not specify a principal.");
    }

    /// M.
    static MalformedPolicyException noActions() {
        return new MalformedPolicyException("Policy statement must contain actions.");
    }

    /// M.
    static MalformedPolicyException noResources() {
        return new MalformedPolicyException("Policy statement must contain resources.");
    }

    /// M.
    static MalformedPolicyException duplicateSid() {
        return new MalformedPolicyException(
                "Statement IDs (SID) in a single policy must be unique.");
    }

    /// [cfn-lint #1376](https://github.com/aws-cloudformation/cfn-lint/issues/1376); comes before
    /// the duplicate: [carthage_cache #22](https://github.com/Wolox/carthage_cache/issues/22).
    static MalformedPolicyException sidNotAlphanumeric() {
        return new MalformedPolicyException(
                "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*");
    }

    /// M.
    static MalformedPolicyException noVendor() {
        return new MalformedPolicyException(
                "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
    }

    /// M.
    static MalformedPolicyException tooManyColons() {
        return new MalformedPolicyException("Actions/Condition can contain only one colon.");
    }

    /// M.
    static MalformedPolicyException invalidVendor(String vendor) {
        return new MalformedPolicyException("Vendor %s is not valid".formatted(vendor));
    }

    /// M.
    static MalformedPolicyException notAnArn(String resource) {
        return new MalformedPolicyException(
                "Resource %s must be in ARN format or \"*\".".formatted(resource));
    }

    /// M.
    ///
    /// @param arn what AWS made of the resource: six parts, those left out as `*`
    static MalformedPolicyException invalidPartition(String partition, String arn) {
        return new MalformedPolicyException(
                "Partition \"%s\" is not valid for resource \"%s\".".formatted(partition, arn));
    }

    /// M.
    static MalformedPolicyException resourceVendor() {
        return new MalformedPolicyException(
                "Resource vendor must be fully qualified and cannot contain regexes.");
    }

    /// M.
    static MalformedPolicyException iamRegion(String resource) {
        return new MalformedPolicyException(
                "IAM resource %s cannot contain region information.".formatted(resource));
    }

    /// M.
    static MalformedPolicyException region(String resource) {
        return new MalformedPolicyException(
                "Resource %s can not contain region information.".formatted(resource));
    }

    /// M.
    static MalformedPolicyException iamPath(List<String> beginnings) {
        return new MalformedPolicyException(
                "IAM resource path must either be \"*\" or start with %s."
                        .formatted(String.join(", ", beginnings)));
    }

    /// [LocalStack #8453](https://github.com/localstack/localstack/pull/8453), a test that was run
    /// against AWS.
    static MalformedPolicyException invalidJson() {
        return new MalformedPolicyException("This policy contains invalid Json");
    }

    /// What DynamoDB's PutResourcePolicy says of `null`, as ack-api-quirks recorded it in 2026.
    static MalformedPolicyException notAPolicy() {
        return new MalformedPolicyException("This text appears not to be a policy");
    }

    /// Where the parser stood when it met the offending token. Recorded: `(1,3)` for `{}`, by
    /// ack-api-quirks; `(1,76)` for the key `aws` in a Principal, by
    /// [lex00](https://lex00.github.io/posts/).
    static MalformedPolicyException syntaxAt(Position position) {
        return new MalformedPolicyException(
                "Syntax error at position (%d,%d)".formatted(position.line(), position.column()));
    }

    /// [pulumi-hugo #3333](https://github.com/pulumi/pulumi-hugo/issues/3333), of a field of the
    /// document; that it is the same in a statement is assumed.
    static MalformedPolicyException unknownField(String field) {
        return new MalformedPolicyException("Unknown field %s".formatted(field));
    }

    /// V.
    static MalformedPolicyException invalidVersion() {
        return new MalformedPolicyException("The policy must contain a valid version string");
    }

    /// ack-api-quirks, of DynamoDB's PutResourcePolicy.
    static MalformedPolicyException emptyStatement() {
        return new MalformedPolicyException("Could not parse the policy: Statement is empty!");
    }

    /// ack-api-quirks, of DynamoDB's PutResourcePolicy.
    static MalformedPolicyException statementIdsNotUnique() {
        return new MalformedPolicyException("The Statement Ids in the policy are not unique");
    }

    /// `Effect`: ack-api-quirks. `Principal`: S3's answer in [matrix-docker-ansible-deploy
    /// #1869](https://github.com/spantaleev/matrix-docker-ansible-deploy/issues/1869). `Action`: V.
    static MalformedPolicyException missingField(String field) {
        return new MalformedPolicyException("Missing required field %s".formatted(field));
    }

    /// V.
    static MalformedPolicyException emptyField(String field) {
        return new MalformedPolicyException(
                "Missing required field %s cannot be empty!".formatted(field));
    }

    /// V.
    static MalformedPolicyException invalidEffect(String effect) {
        return new MalformedPolicyException("Invalid effect: %s".formatted(effect));
    }

    /// [external-dns #3085](https://github.com/kubernetes-sigs/external-dns/issues/3085): before
    /// anything is said of the missing Principal or the foreign actions. With `Principal`, the
    /// console says it of policies of identities, the API does not.
    static MalformedPolicyException prohibitedField(String field) {
        return new MalformedPolicyException("Has prohibited field %s".formatted(field));
    }

    /// V.
    static MalformedPolicyException trustWithNotResource() {
        return new MalformedPolicyException("AssumeRole policy must not contain resources.");
    }

    /// V.
    static MalformedPolicyException allowWithNotPrincipal() {
        return new MalformedPolicyException("Allow with NotPrincipal is not allowed.");
    }

    /// Quoted by many, such as [pulumi-aws
    /// #4629](https://github.com/pulumi/pulumi-aws/issues/4629).
    static MalformedPolicyException foreignTrustAction() {
        return new MalformedPolicyException(
                "AssumeRole policy may only specify STS AssumeRole actions.");
    }

    /// The test of [aws-cdk's
    /// Role](https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-iam/test/role.test.ts).
    static MalformedPolicyException trustEveryone() {
        return new MalformedPolicyException(
                "AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".");
    }

    /// [configure-aws-credentials
    /// #332](https://github.com/aws-actions/configure-aws-credentials/issues/332); a service's kind
    /// is in capitals, as `"SERVICE":"bedrock-agent.amazonaws.com"`.
    static MalformedPolicyException invalidPrincipal(String kind, String principal) {
        return new MalformedPolicyException(
                "Invalid principal in policy: \"%s\":\"%s\"".formatted(kind, principal));
    }

    /// V.
    static MalformedPolicyException cognitoWithoutCondition() {
        return new MalformedPolicyException(
                "A condition block must be present for the Cognito provider");
    }
}
