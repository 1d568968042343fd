//! Images and file types: limits before decoding, thumbnails, what a photo says of itself, the type told by the first
//! bytes.
//!
//! Originals are never changed; what comes out is for the screen only. Left to others: where files lie (`store`).

mod sniff;
mod taken;
mod thumbnail;

pub use sniff::{is_executable, media_type};
pub use taken::{Taken, TakenPlace, taken};
pub use thumbnail::{NoThumbnail, THUMBNAIL_SIDE, thumbnail};
