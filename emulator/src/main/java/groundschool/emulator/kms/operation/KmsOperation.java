package groundschool.emulator.kms.operation;

import groundschool.emulator.Request;
import groundschool.emulator.kms.Keys;

/// Every operation of KMS that the emulator has.
///
/// Source: [KMS API
/// reference](https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html)
public sealed interface KmsOperation extends Request<Keys>
        permits CancelKeyDeletion,
                CreateAlias,
                CreateGrant,
                CreateKey,
                Decrypt,
                DeleteAlias,
                DeleteImportedKeyMaterial,
                DeriveSharedSecret,
                DescribeKey,
                DisableKey,
                DisableKeyRotation,
                EnableKey,
                EnableKeyRotation,
                Encrypt,
                GenerateDataKey,
                GenerateDataKeyPair,
                GenerateDataKeyPairWithoutPlaintext,
                GenerateDataKeyWithoutPlaintext,
                GenerateMac,
                GenerateRandom,
                GetKeyPolicy,
                GetKeyRotationStatus,
                GetParametersForImport,
                GetPublicKey,
                ImportKeyMaterial,
                ListAliases,
                ListGrants,
                ListKeyPolicies,
                ListKeyRotations,
                ListKeys,
                ListResourceTags,
                ListRetirableGrants,
                PutKeyPolicy,
                ReEncrypt,
                ReplicateKey,
                RetireGrant,
                RevokeGrant,
                RotateKeyOnDemand,
                ScheduleKeyDeletion,
                Sign,
                TagResource,
                UntagResource,
                UpdateAlias,
                UpdateKeyDescription,
                UpdatePrimaryRegion,
                Verify,
                VerifyMac {

    /// What an operation answers that has nothing to say.
    record Nothing() {}
}
