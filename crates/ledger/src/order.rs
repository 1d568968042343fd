//! Order within an object: parents and generation, never the wall clock.

use crate::header::Rid;
use std::collections::{HashMap, HashSet};

/// A revision's place: its id, its generation and its parents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which revision.
    pub rid: Rid,
    /// One more than the greatest of its parents.
    pub generation: u64,
    /// What it was written upon.
    pub parents: Vec<Rid>,
}

/// The generation of a revision on parents of these generations.
#[must_use]
pub fn generation(parents: impl IntoIterator<Item = u64>) -> u64 {
    parents.into_iter().max().map_or(1, |greatest| greatest.saturating_add(1))
}

/// The revisions that no other names as parent, the one to show first at the front: highest generation, then lowest id.
///
/// More than one is a conflict, to be settled by a person with a revision that names them all.
#[must_use]
pub fn heads(places: &[Place]) -> Vec<Rid> {
    let named: HashSet<_> = places.iter().flat_map(|place| &place.parents).collect();
    let mut heads: Vec<_> = places.iter().filter(|place| !named.contains(&place.rid)).collect();
    heads.sort_by_key(|place| (std::cmp::Reverse(place.generation), place.rid));
    heads.into_iter().map(|place| place.rid).collect()
}

/// A break in an object's chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// A revision names a parent that is not there.
    MissingParent(Rid),
    /// A revision's generation does not follow from its parents.
    Generation(Rid),
}

/// Every break among all revisions of one object, in the order given. Cycles cannot be: a parent's id is hashed into
/// its child.
#[must_use]
pub fn breaks(places: &[Place]) -> Vec<Break> {
    let generations: HashMap<_, _> = places.iter().map(|place| (place.rid, place.generation)).collect();
    let check = |place: &Place| {
        let parents: Option<Vec<u64>> =
            place.parents.iter().map(|parent| generations.get(parent).copied()).collect();
        match parents {
            None => Some(Break::MissingParent(place.rid)),
            Some(parents) if generation(parents.iter().copied()) != place.generation => {
                Some(Break::Generation(place.rid))
            }
            Some(_) => None,
        }
    };
    places.iter().filter_map(check).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rid(number: u8) -> Rid {
        Rid([number; 32])
    }

    fn places(list: &[(u8, u64, &[u8])]) -> Vec<Place> {
        list.iter()
            .map(|&(number, generation, parents)| Place {
                rid: rid(number),
                generation,
                parents: parents.iter().copied().map(rid).collect(),
            })
            .collect()
    }

    #[test]
    fn heads_in_any_order_of_arrival() {
        let check = |list: &[(u8, u64, &[u8])], expected: &[u8]| {
            let mut places = places(list);
            let expected: Vec<_> = expected.iter().copied().map(rid).collect();
            for _ in 0..places.len().max(1) {
                assert_eq!(heads(&places), expected);
                assert_eq!(breaks(&places), []);
                if !places.is_empty() {
                    places.rotate_left(1);
                }
            }
        };
        check(&[], &[]);
        check(&[(1, 1, &[])], &[1]);
        check(&[(1, 1, &[]), (2, 2, &[1])], &[2]);
        // Two offices began apart: both are heads, the lower id first.
        check(&[(4, 1, &[]), (3, 1, &[])], &[3, 4]);
        // One went on longer: it is shown first, the other is not lost.
        check(&[(1, 1, &[]), (2, 2, &[1]), (3, 2, &[1]), (4, 3, &[3])], &[4, 2]);
        // Settled by a revision on both.
        check(&[(1, 1, &[]), (2, 2, &[1]), (3, 2, &[1]), (4, 3, &[2, 3])], &[4]);
    }

    #[test]
    fn breaks_are_found() {
        assert_eq!(breaks(&places(&[(2, 2, &[1])])), [Break::MissingParent(rid(2))]);
        assert_eq!(breaks(&places(&[(1, 1, &[]), (2, 3, &[1])])), [Break::Generation(rid(2))]);
        assert_eq!(generation([]), 1);
        assert_eq!(generation([4, 7]), 8);
    }
}
