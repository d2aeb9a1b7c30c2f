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
                CreateRole,
                CreateUser,
                DeleteRole,
                DeleteRolePermissionsBoundary,
                DeleteRolePolicy,
                DetachRolePolicy,
                GetRole,
                GetRolePolicy,
                GetUser,
                ListAttachedRolePolicies,
                ListRolePolicies,
                ListRoleTags,
                ListRoles,
                PutRolePermissionsBoundary,
                PutRolePolicy,
                TagRole,
                UntagRole,
                UpdateAssumeRolePolicy,
                UpdateRole,
                UpdateRoleDescription {}
