//! The installation's device key: signs revisions; its second half is kept for packages.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

/// The public half of a device's signing key: how revisions name their device.
pub type DevicePublic = [u8; 32];

/// One installation's keys, made from random seeds that the caller drew.
pub struct DeviceKey {
    signing: SigningKey,
    x25519_seed: [u8; 32],
}

impl DeviceKey {
    /// From its two seeds of 32 random bytes.
    #[must_use]
    pub fn from_seeds(ed25519_seed: &[u8; 32], x25519_seed: [u8; 32]) -> Self {
        Self { signing: SigningKey::from_bytes(ed25519_seed), x25519_seed }
    }

    /// The signing seed, for the key file only.
    #[must_use]
    pub fn ed25519_seed(&self) -> [u8; 32] {
        self.signing.to_bytes()
    }

    /// The seed of the key that packages are encrypted to, for the key file and packages only.
    #[must_use]
    pub fn x25519_seed(&self) -> [u8; 32] {
        self.x25519_seed
    }

    /// How revisions name this device.
    #[must_use]
    pub fn public(&self) -> DevicePublic {
        self.signing.verifying_key().to_bytes()
    }

    pub(crate) fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        self.signing.sign(bytes).to_bytes()
    }
}

/// Never prints a seed.
impl std::fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DeviceKey({})", crate::digest::hex(&self.public()[..4]))
    }
}

/// Whether the device signed exactly these bytes; strict, so that no second signature of the same bytes passes.
pub(crate) fn is_signed(device: &DevicePublic, bytes: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(device)
        .is_ok_and(|key| key.verify_strict(bytes, &Signature::from_bytes(signature)).is_ok())
}
