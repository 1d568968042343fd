//! Prints the screen's types; `cargo xtask bindings` writes them to ui/src/ipc/bindings.ts.

fn main() {
    print!("{}", app::wire::bindings());
}
