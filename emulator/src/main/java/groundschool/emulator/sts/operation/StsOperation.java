package groundschool.emulator.sts.operation;

import groundschool.emulator.Operation;
import groundschool.emulator.iam.Identities;

/// Every operation of STS that the emulator has.
///
/// Source: [STS API
/// reference](https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html)
public sealed interface StsOperation extends Operation<Identities>
        permits AssumeRole,
                AssumeRoleWithSAML,
                AssumeRoleWithWebIdentity,
                DecodeAuthorizationMessage,
                GetAccessKeyInfo,
                GetCallerIdentity,
                GetFederationToken,
                GetSessionToken {}
