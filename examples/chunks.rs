//! Cuts a document along its units into pieces for search and retrieval, one JSON object a line.
//!
//! ```text
//! cargo run --example chunks -- FILE [LIMIT]
//! ```

use std::error::Error;
use std::io::{ErrorKind, Write};

const LIMIT: usize = 2000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("usage: chunks FILE [LIMIT]")?;
    let limit = match arguments.next().map(|limit| limit.parse()) {
        None => LIMIT,
        Some(limit) => limit.map_err(|error| format!("LIMIT is a number of bytes: {error}"))?,
    };
    let page = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let document = vanban::extract(&page);
    let name = document.identity().map(|id| id.name());
    let mut out = String::new();
    for chunk in document.chunks(&page, limit) {
        let line = serde_json::json!({
            "document": name,
            "path": chunk.path,
            "context": chunk.context,
            "span": [chunk.span.start(), chunk.span.end()],
            "text": chunk.text,
        });
        out += &format!("{line}\n");
    }
    match std::io::stdout().write_all(out.as_bytes()) {
        // A reader that has seen enough (`chunks … | head`) is no error.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
