//! The files that the command line names: files, folders, globs.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher, GlobSet, GlobSetBuilder};
use walkdir::{DirEntry, WalkDir};

use super::failure::{Cause, Failure};
use super::names::source_of;
use super::source::{self, kind_of_name};

/// One input.
#[derive(Debug)]
pub enum Input {
    File {
        path: PathBuf,
        size: u64,
        /// Whether it was met in a folder; else it was named itself.
        met: bool,
    },
    /// Standard input, a record a line.
    Stdin,
    /// Something that was named and cannot be read.
    Broken { source: String, failure: Failure },
}

/// Which files of a folder are taken.
#[derive(Debug, Default)]
pub struct Filter {
    include: Option<GlobSet>,
    exclude: GlobSet,
}

impl Filter {
    /// # Errors
    /// When a pattern is none.
    pub fn new(include: &[String], exclude: &[String]) -> Result<Self, globset::Error> {
        let include = (!include.is_empty()).then(|| set(include)).transpose()?;
        Ok(Filter {
            include,
            exclude: set(exclude)?,
        })
    }

    /// A pattern without a slash is one for names; another is one for paths in the folder.
    fn takes(&self, path: &Path) -> bool {
        let matches = |set: &GlobSet| {
            set.is_match(path) || path.file_name().is_some_and(|name| set.is_match(name))
        };
        !matches(&self.exclude) && self.include.as_ref().is_none_or(matches)
    }
}

fn set(patterns: &[String]) -> Result<GlobSet, globset::Error> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(GlobBuilder::new(pattern).literal_separator(true).build()?);
    }
    set.build()
}

/// All inputs in order, and what the user should know about what was left out.
#[derive(Debug, Default)]
pub struct Inputs {
    pub inputs: Vec<Input>,
    /// Each with the path it is about.
    pub notes: Vec<(String, String)>,
    /// How many files were left out.
    pub skipped: usize,
    /// What is expected of pages, in `.finds` files of the folders: no input, and read by who scores.
    pub beside: Vec<PathBuf>,
    /// Every file so far, so that one which two paths name is read once.
    taken: HashSet<PathBuf>,
}

impl Inputs {
    /// Finds what `paths` name; a folder's files come in the order of their names.
    ///
    /// # Errors
    /// When a path with `*`, `?` or `[` names no file and is no pattern either.
    pub fn find(paths: &[PathBuf], filter: &Filter) -> Result<Self, globset::Error> {
        let mut found = Inputs::default();
        for path in paths {
            if path.as_os_str() == "-" {
                found.inputs.push(Input::Stdin);
            } else if path.is_dir() {
                found.folder(path, None, filter);
            } else if fs::symlink_metadata(path).is_err()
                && let Some((base, glob)) = glob(path)?
            {
                found.folder(&base, Some((&glob, path)), filter);
            } else {
                found.named(path);
            }
        }
        Ok(found)
    }

    /// How many bytes there are to be read, where that is known.
    pub fn bytes(&self) -> u64 {
        let sizes = self.inputs.iter().map(|input| match input {
            Input::File { size, .. } => *size,
            _ => 0,
        });
        sizes.sum()
    }

    /// A path that was named itself: read whatever its ending, if it is a file.
    fn named(&mut self, path: &Path) {
        let input = match fs::metadata(path) {
            Ok(metadata) => match source::is_read(path, &metadata) {
                Ok(()) if !self.is_new(path) => {
                    self.skipped += 1;
                    let why = "skipped, it is named already".to_owned();
                    return self.notes.push((source_of(path), why));
                }
                Ok(()) => Input::File {
                    path: path.to_owned(),
                    size: metadata.len(),
                    met: false,
                },
                Err(error) => broken(path, error.into()),
            },
            Err(error) => broken(path, error.into()),
        };
        self.inputs.push(input);
    }

    /// Whether no path before led to this name in this folder. Two names of one file are two.
    fn is_new(&mut self, path: &Path) -> bool {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        match (fs::canonicalize(folder), path.file_name()) {
            (Ok(folder), Some(name)) => self.taken.insert(folder.join(name)),
            _ => true,
        }
    }

    fn folder(&mut self, root: &Path, glob: Option<(&GlobMatcher, &Path)>, filter: &Filter) {
        let before = self.inputs.len();
        let mut skipped = Skipped::default();
        // A folder is read once, however many links lead to it: no loop is endless, and no tangle of
        // links is read a thousand times.
        let mut seen: HashSet<PathBuf> = HashSet::new();
        let mut again: Vec<String> = Vec::new();
        let walk = WalkDir::new(root).follow_links(true).sort_by_file_name();
        let mut walk = walk.into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().unwrap_or(root).to_owned();
                    if error.loop_ancestor().is_some() {
                        again.push(source_of(&path));
                    } else if self.is_new(&path) {
                        self.inputs.push(broken(&path, reason(&error)));
                    }
                    continue;
                }
            };
            if entry.file_type().is_dir() {
                let known = fs::canonicalize(entry.path()).is_ok_and(|real| !seen.insert(real));
                if known {
                    again.push(source_of(entry.path()));
                    walk.skip_current_dir();
                }
                continue;
            }
            self.take(
                &entry,
                root,
                glob.map(|(glob, _)| glob),
                filter,
                &mut skipped,
            );
        }
        let why = "skipped, a link to a folder that is read already";
        self.notes
            .extend(again.into_iter().map(|path| (path, why.to_owned())));
        self.skipped += skipped.count;
        if self.inputs.len() == before {
            match glob {
                Some((_, pattern)) if skipped.count == 0 => {
                    let failure = Failure::new(Cause::Unreadable, "no file matches");
                    self.inputs.push(broken(pattern, failure));
                }
                Some(_) => {}
                None => self
                    .notes
                    .push((source_of(root), "no file to read in this folder".to_owned())),
            }
        }
        self.notes.extend(skipped.notes());
    }

    fn take(
        &mut self,
        entry: &DirEntry,
        root: &Path,
        glob: Option<&GlobMatcher>,
        filter: &Filter,
        skipped: &mut Skipped,
    ) {
        let path = entry.path();
        if glob.is_some_and(|glob| !glob.is_match(path)) {
            return;
        }
        let inside = path.strip_prefix(root).unwrap_or(path);
        if glob.is_none() && path.extension().is_some_and(|ending| ending == "finds") {
            self.beside.push(path.to_owned());
        } else if !filter.takes(inside) {
            skipped.add(path, "left out by --include or --exclude");
        } else if !entry.file_type().is_file() {
            skipped.add(path, "no regular file");
        } else if glob.is_none() && kind_of_name(path).is_none() {
            skipped.add(path, "of no kind that is read");
        } else if !self.is_new(path) {
            skipped.add(path, "it is named already");
        } else {
            let size = entry.metadata().map_or(0, |metadata| metadata.len());
            self.inputs.push(Input::File {
                path: path.to_owned(),
                size,
                met: true,
            });
        }
    }
}

fn broken(path: &Path, failure: Failure) -> Input {
    Input::Broken {
        source: source_of(path),
        failure,
    }
}

/// Why a walk could not go on, without the path, which stands before it.
fn reason(error: &walkdir::Error) -> Failure {
    let message = error
        .io_error()
        .map_or_else(|| error.to_string(), ToString::to_string);
    Failure::new(Cause::Unreadable, message)
}

/// The folder before the first part of `path` with a pattern in it, and the pattern.
fn glob(path: &Path) -> Result<Option<(PathBuf, GlobMatcher)>, globset::Error> {
    let Some(pattern) = path
        .to_str()
        .filter(|path| path.contains(['*', '?', '[', '{']))
    else {
        return Ok(None);
    };
    let is_plain = |part: &&Path| {
        !part
            .as_os_str()
            .as_encoded_bytes()
            .iter()
            .any(|b| b"*?[{".contains(b))
    };
    let base: PathBuf = path.iter().map(Path::new).take_while(is_plain).collect();
    let matcher = GlobBuilder::new(pattern)
        .literal_separator(true)
        .build()?
        .compile_matcher();
    if base.as_os_str().is_empty() {
        // Paths under "." begin with "./", those of the pattern do not.
        let under = format!("./{pattern}");
        let matcher = GlobBuilder::new(&under)
            .literal_separator(true)
            .build()?
            .compile_matcher();
        return Ok(Some((PathBuf::from("."), matcher)));
    }
    Ok(Some((base, matcher)))
}

/// Files that were left out: the first few by name, the rest by number.
#[derive(Default)]
struct Skipped {
    count: usize,
    by_reason: BTreeMap<(&'static str, String), (usize, Vec<String>)>,
}

impl Skipped {
    const NAMED: usize = 3;

    fn add(&mut self, path: &Path, reason: &'static str) {
        self.count += 1;
        let ending = path.extension().map_or_else(String::new, |ending| {
            format!(".{}", source_of(Path::new(ending)))
        });
        let (count, names) = self.by_reason.entry((reason, ending)).or_default();
        *count += 1;
        if names.len() < Self::NAMED {
            names.push(source_of(path));
        }
    }

    fn notes(self) -> impl Iterator<Item = (String, String)> {
        self.by_reason
            .into_iter()
            .map(|((reason, ending), (count, names))| {
                let more = match count - names.len() {
                    0 => String::new(),
                    more if ending.is_empty() => format!(" and {more} more"),
                    more => format!(" and {more} more {ending}"),
                };
                (
                    format!("{}{more}", names.join(", ")),
                    format!("skipped, {reason}"),
                )
            })
    }
}
