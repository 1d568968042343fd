//! Where a folder lies: network file systems and removable drives are refused, everything else is accepted.
//!
//! On Linux the kernel's own tables are read. On other systems nothing is told here, so nothing is refused.

use crate::error::{Result, StoreError};
use std::path::{Path, PathBuf};

/// File systems over a network, on which WAL loses data.
const NETWORK_TYPES: [&str; 9] =
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.smbnetfs", "ncpfs", "afs"];

/// One line of the kernel's mount table.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mount {
    /// major:minor.
    device: String,
    point: PathBuf,
    kind: String,
}

/// Refuses a folder on a network file system or a removable drive.
pub(crate) fn check(folder: &Path) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let Some(existing) = folder.ancestors().find_map(|part| part.canonicalize().ok()) else { return Ok(()) };
    let Ok(mounts) = std::fs::read_to_string("/proc/self/mountinfo") else { return Ok(()) };
    check_in(&existing, &mounts, Path::new("/sys"))
}

/// The same against any mount table and any copy of the system's device tree.
fn check_in(folder: &Path, mounts: &str, sys: &Path) -> Result<()> {
    let Some(mount) = mount_of(folder, mounts) else { return Ok(()) };
    if NETWORK_TYPES.contains(&mount.kind.as_str()) {
        return Err(StoreError::NetworkFolder(mount.kind));
    }
    // A partition's folder stands inside its disk's folder, and only the disk says whether it is removable.
    let Ok(device) = sys.join("dev/block").join(&mount.device).canonicalize() else { return Ok(()) };
    let removable = |part: &Path| {
        std::fs::read_to_string(part.join("removable")).is_ok_and(|content| content.trim() == "1")
    };
    if device.ancestors().take(2).any(removable) { Err(StoreError::RemovableDrive) } else { Ok(()) }
}

/// The mount that holds the folder: the longest point, and of several on one point the last.
fn mount_of(folder: &Path, mounts: &str) -> Option<Mount> {
    mounts
        .lines()
        .filter_map(read_mount)
        .filter(|mount| folder.starts_with(&mount.point))
        .enumerate()
        .max_by_key(|(at, mount)| (mount.point.components().count(), *at))
        .map(|(_, mount)| mount)
}

/// `36 35 98:0 /root /point options optional… - type source options`, blanks in paths written \040.
fn read_mount(line: &str) -> Option<Mount> {
    let (left, right) = line.split_once(" - ")?;
    let mut fields = left.split(' ');
    let device = fields.nth(2)?.to_owned();
    let point = fields.nth(1)?;
    let point =
        point.replace("\\040", " ").replace("\\011", "\t").replace("\\012", "\n").replace("\\134", "\\");
    Some(Mount { device, point: point.into(), kind: right.split(' ').next()?.to_owned() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    const MOUNTS: &str = "\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:40 / /srv/share rw - nfs4 server:/x rw
31 22 0:41 / /srv/share\\040two rw,nosuid master:1 - cifs //server/x rw
32 22 0:42 / /srv/ssh rw - fuse.sshfs me@host: rw
33 22 8:17 / /media/stick rw - vfat /dev/sdb1 rw
34 22 8:1 / /srv/disk rw - ext4 /dev/sda1 rw
35 30 8:1 /sub /srv/share/local rw - ext4 /dev/sda1 rw
36 22 0:50 / /srv/later rw - nfs server:/y rw
37 36 8:1 / /srv/later rw - ext4 /dev/sda1 rw
";

    #[test]
    fn folders_by_where_they_lie() {
        let sys = tempfile::tempdir().unwrap();
        for (device, disk, part, removable) in [("8:17", "sdb", "sdb1", "1\n"), ("8:1", "sda", "sda1", "0\n")]
        {
            let disk = sys.path().join("devices").join(disk);
            std::fs::create_dir_all(disk.join(part)).unwrap();
            std::fs::write(disk.join("removable"), removable).unwrap();
            std::fs::create_dir_all(sys.path().join("dev/block")).unwrap();
            #[cfg(unix)]
            std::os::unix::fs::symlink(disk.join(part), sys.path().join("dev/block").join(device)).unwrap();
        }
        let check = |folder: &str, expected: &str| {
            let found = match check_in(Path::new(folder), MOUNTS, sys.path()) {
                Ok(()) => "accepted".to_owned(),
                Err(StoreError::NetworkFolder(kind)) => kind,
                Err(StoreError::RemovableDrive) => "removable".to_owned(),
                Err(other) => other.to_string(),
            };
            assert_eq!(found, expected, "{folder}");
        };
        check("/srv/data", "accepted");
        check("/srv/share", "nfs4");
        check("/srv/share/deep/er", "nfs4");
        check("/srv/share two/x", "cifs");
        check("/srv/shared", "accepted");
        check("/srv/ssh", "fuse.sshfs");
        check("/srv/disk/x", "accepted");
        check("/srv/share/local/x", "accepted");
        check("/srv/later/x", "accepted");
        #[cfg(unix)]
        check("/media/stick/x", "removable");
    }
}
