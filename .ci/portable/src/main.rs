fn main() {
    for path in std::env::args().skip(1) {
        let source = std::fs::read_to_string(&path).expect("a file in UTF-8");
        let document = vanban::extract(&source);
        println!("{}", serde_json::to_string(&document).expect("a document is JSON"));
    }
}
