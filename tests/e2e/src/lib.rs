//! Tests in the real window; they stand in `tests/e2e/tests`.
