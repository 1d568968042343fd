//! Lists the sample year's small files, so that adding one to `seeds/sample` is all there is to do.

use fs_err as fs;
use std::env;
use std::fmt::Write;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../seeds/sample");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files: Vec<_> = fs::read_dir(&folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs_err::DirEntry::file_name);
    let mut list =
        String::from("/// The sample year's files by name.\nconst SAMPLE_FILES: &[(&str, &[u8])] = &[\n");
    for file in files {
        let (name, path) = (file.file_name(), file.path());
        writeln!(
            list,
            "    ({:?}, include_bytes!({:?})),",
            name.to_string_lossy(),
            path.display().to_string()
        )?;
    }
    list.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("sample_files.rs"), list)?;
    Ok(())
}
