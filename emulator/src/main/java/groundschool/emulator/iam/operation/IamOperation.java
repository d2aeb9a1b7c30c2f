package groundschool.emulator.iam.operation;

import groundschool.emulator.Operation;
import groundschool.emulator.iam.Identities;

/// Every operation of IAM that the emulator has.
///
/// Source: [IAM API
/// reference](https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html)
public sealed interface IamOperation extends Operation<Identities>
        permits AttachRolePolicy,
                CreateAccessKey,
                CreatePolicy,
                CreatePolicyVersion,
                CreateRole,
                CreateUser,
                DeletePolicy,
                DeletePolicyVersion,
                DeleteRole,
                DeleteRolePermissionsBoundary,
                DeleteRolePolicy,
                DetachRolePolicy,
                GetPolicy,
                GetPolicyVersion,
                GetRole,
                GetRolePolicy,
                GetUser,
                ListAttachedRolePolicies,
                ListEntitiesForPolicy,
                ListPolicies,
                ListPolicyTags,
                ListPolicyVersions,
                ListRolePolicies,
                ListRoleTags,
                ListRoles,
                PutRolePermissionsBoundary,
                PutRolePolicy,
                SetDefaultPolicyVersion,
                TagPolicy,
                TagRole,
                UntagPolicy,
                UntagRole,
                UpdateAssumeRolePolicy,
                UpdateRole,
                UpdateRoleDescription {}
