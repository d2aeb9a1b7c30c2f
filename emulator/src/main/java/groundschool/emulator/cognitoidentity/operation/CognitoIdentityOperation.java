package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Request;
import groundschool.emulator.cognitoidentity.IdentityPools;

/// Every operation of Cognito identity pools that the emulator has.
///
/// Source: [Identity pools API
/// reference](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_Operations.html)
public sealed interface CognitoIdentityOperation extends Request<IdentityPools>
        permits CreateIdentityPool,
                DeleteIdentities,
                DeleteIdentityPool,
                DescribeIdentity,
                DescribeIdentityPool,
                GetCredentialsForIdentity,
                GetId,
                GetIdentityPoolRoles,
                GetOpenIdToken,
                GetOpenIdTokenForDeveloperIdentity,
                GetPrincipalTagAttributeMap,
                ListIdentities,
                ListIdentityPools,
                ListTagsForResource,
                LookupDeveloperIdentity,
                MergeDeveloperIdentities,
                SetIdentityPoolRoles,
                SetPrincipalTagAttributeMap,
                TagResource,
                UnlinkDeveloperIdentity,
                UnlinkIdentity,
                UntagResource,
                UpdateIdentityPool {

    /// What an operation answers that has nothing to say.
    record Nothing() {}
}
