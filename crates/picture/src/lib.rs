//! Images and file types: limits before decoding, thumbnails, what a photo says of itself, the type told by the first
//! bytes.
//!
//! Originals are never changed; what comes out is for screen and print only. Left to others: where files lie (`store`).

mod decode;
mod reduced;
mod sniff;
mod taken;
mod thumbnail;

pub use decode::{NoPicture, PixelSize, size};
pub use reduced::{PRINT_DPI, Reduced, print_pixels, reduced};
pub use sniff::{is_executable, media_type};
pub use taken::{Taken, TakenPlace, taken};
pub use thumbnail::{THUMBNAIL_SIDE, thumbnail};
