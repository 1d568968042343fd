//! Items into volumes of at most so many bytes, in their order; an item is never parted.

use std::ops::Range;

/// The items of each volume; at least one volume. An item that is larger than a volume has one for itself.
pub(super) fn split(weights: &[u64], bytes_max: u64) -> Vec<Range<usize>> {
    let mut volumes = Vec::new();
    let (mut from, mut bytes) = (0, 0_u64);
    for (at, weight) in weights.iter().enumerate() {
        if bytes > 0 && *weight > 0 && bytes + weight > bytes_max {
            volumes.push(from..at);
            (from, bytes) = (at, 0);
        }
        bytes += weight;
    }
    volumes.push(from..weights.len());
    volumes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn volumes_hold_all_items_in_their_order() {
        let check = |weights: &[u64], expected: &[(usize, usize)]| {
            let found: Vec<_> = split(weights, 10).iter().map(|one| (one.start, one.end)).collect();
            assert_eq!(found, expected);
        };
        check(&[], &[(0, 0)]);
        check(&[0, 0], &[(0, 2)]);
        check(&[4, 6, 0], &[(0, 3)]);
        check(&[4, 6, 0, 1], &[(0, 3), (3, 4)]);
        check(&[30, 1, 30], &[(0, 1), (1, 2), (2, 3)]);
        check(&[0, 30, 0], &[(0, 3)]);
    }
}
