//! An output that is an input would be emptied before it is read: that is refused.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::files::{Input, Inputs};
use super::names::source_of;

/// What tells a file from every other, whatever it is called: by another spelling, a symbolic or a hard
/// link.
#[cfg(unix)]
type Identity = (u64, u64);
#[cfg(not(unix))]
type Identity = PathBuf;

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    let file = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    fs::canonicalize(path).ok()
}

/// What standard output is called.
#[cfg(unix)]
pub const STDOUT: &str = "/dev/stdout";
/// What standard output is called: nothing, where it has no name.
#[cfg(not(unix))]
pub const STDOUT: &str = "";

/// Sees to it that no output is an input, before any is opened. An earlier output that was met in a folder
/// (`is_ours` says which is one) is no input.
///
/// # Errors
/// When an output is an input.
pub fn part(
    outputs: &[PathBuf],
    inputs: &mut Inputs,
    is_ours: impl Fn(&Path) -> bool,
) -> Result<(), String> {
    let written: HashSet<Identity> = outputs.iter().filter_map(|path| identity(path)).collect();
    if written.is_empty() {
        return Ok(());
    }
    let is_written = |path: &Path| identity(path).is_some_and(|file| written.contains(&file));
    let beside = inputs.beside.iter().find(|path| is_written(path));
    let mut clash = beside.cloned();
    inputs.inputs.retain(|input| match input {
        Input::File { path, met, .. } if is_written(path) => {
            let kept = !(*met && is_ours(path));
            if kept {
                clash.get_or_insert_with(|| path.clone());
            }
            kept
        }
        _ => true,
    });
    match clash {
        None => Ok(()),
        Some(path) => Err(format!(
            "the output is one of the inputs, {}: it would be lost",
            source_of(&path)
        )),
    }
}
