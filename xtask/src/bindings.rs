//! The screen's types: written from the wire types of `app`, committed, compared.

use crate::build;
use crate::call;
use crate::project::Project;

const FILE: &str = "ui/src/ipc/bindings.ts";

/// Writes the file.
///
/// # Errors
/// What cargo says, or a file that cannot be written.
pub(crate) fn write(project: &Project) -> Result<(), String> {
    let text = generated(project)?;
    fs_err::write(project.root.join(FILE), text).map_err(|error| error.to_string())?;
    println!("{FILE} written");
    Ok(())
}

/// Refuses a file that is not what [`write`] would write.
///
/// # Errors
/// When they differ, with what to do.
pub(crate) fn check(project: &Project) -> Result<(), String> {
    let there = fs_err::read_to_string(project.root.join(FILE)).map_err(|error| error.to_string())?;
    if there == generated(project)? {
        Ok(())
    } else {
        Err(format!("{FILE} is not current: cargo xtask bindings"))
    }
}

fn generated(project: &Project) -> Result<String, String> {
    call::heard(build::cargo(project, "run").args(["--quiet", "-p", "app", "--example", "bindings"]))
}
