//! Cuts a document along its units into pieces for search and retrieval, one JSON object a line.
//!
//! ```text
//! cargo run --example chunks -- FILE [LIMIT]
//! ```

use std::process::ExitCode;

const LIMIT: usize = 2000;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(file) = arguments.next() else {
        eprintln!("usage: chunks FILE [LIMIT]");
        return ExitCode::FAILURE;
    };
    let limit = match arguments.next().map(|limit| limit.parse()) {
        None => LIMIT,
        Some(Ok(limit)) => limit,
        Some(Err(error)) => {
            eprintln!("LIMIT is a number of bytes: {error}");
            return ExitCode::FAILURE;
        }
    };
    let page = match std::fs::read_to_string(&file) {
        Ok(page) => page,
        Err(error) => {
            eprintln!("{file}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let document = vanban::extract(&page);
    let number = document
        .header
        .as_ref()
        .and_then(|header| header.number.as_ref());
    for chunk in document.chunks(&page, limit) {
        let line = serde_json::json!({
            "document": number.map(|number| &number.text),
            "path": chunk.path,
            "context": chunk.context,
            "span": [chunk.span.start(), chunk.span.end()],
            "text": chunk.text,
        });
        println!("{line}");
    }
    ExitCode::SUCCESS
}
