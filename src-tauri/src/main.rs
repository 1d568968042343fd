//! The desktop program `baipishu`; everything is in the library `baipishu_shell`.

// No console window beside ours on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match baipishu_shell::run(baipishu_shell::Asked::of(std::env::args().skip(1))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("白皮书督办未能启动：{error}");
            ExitCode::FAILURE
        }
    }
}
