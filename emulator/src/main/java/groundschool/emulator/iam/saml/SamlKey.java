package groundschool.emulator.iam.saml;

import java.time.Instant;

/// A private key that a provider's encrypted assertions are read with.
///
/// Source: [Create a SAML identity provider in
/// IAM](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html)
///
/// @param provider the provider's name
/// @param pem as it was uploaded
public record SamlKey(String provider, String id, String pem, Instant addedAt) {}
